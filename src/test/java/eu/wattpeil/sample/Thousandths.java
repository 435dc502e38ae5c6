package eu.wattpeil.sample;

/** Writes thousandths the Belgian way. */
final class Thousandths {

    private Thousandths() {}

    /** 1234 becomes {@code 1,234}. */
    static String text(long thousandths) {
        String digits = String.valueOf(1000 + thousandths % 1000);
        return thousandths / 1000 + "," + digits.substring(1);
    }
}
