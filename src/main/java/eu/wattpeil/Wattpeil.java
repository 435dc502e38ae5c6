package eu.wattpeil;

/** The program. */
public final class Wattpeil {

    private Wattpeil() {}

    public static void main(String[] arguments) {
        throw new IllegalStateException("not yet");
    }
}
