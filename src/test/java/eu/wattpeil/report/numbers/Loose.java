package eu.wattpeil.report.numbers;

/** Texts that are the same but for where their lines break. */
final class Loose {

    private Loose() {}

    /** A text without the spaces that a line can break at; those within numbers stay. */
    static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        text.chars().filter(it -> !isGap(it)).forEach(it -> compact.append((char) it));
        return compact.toString();
    }

    /**
     * Where a compact text ends that begins at a place of another one.
     *
     * @return below zero where it does not begin there
     */
    static int end(String text, int from, String compact) {
        int at = from;
        for (int i = 0; i < compact.length(); i++) {
            while (i > 0 && at < text.length() && isGap(text.charAt(at))) {
                at++;
            }
            if (at >= text.length() || text.charAt(at) != compact.charAt(i)) {
                return -1;
            }
            at++;
        }
        return at;
    }

    static boolean isGap(int sign) {
        return sign == '\u00a0' || sign == '\u00ad' || sign == '\u200b' || sign <= ' ';
    }
}
