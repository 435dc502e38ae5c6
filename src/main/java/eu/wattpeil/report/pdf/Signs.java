package eu.wattpeil.report.pdf;

import java.util.regex.Pattern;

/** The signs that markup can hold. */
public final class Signs {

    /** What stands for a sign that cannot be shown. */
    static final String REPLACEMENT = "\uFFFD";

    /** What XML 1.0 leaves out: controls, halves of pairs, and what is no sign at all. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Signs() {}

    /** A text with a visible replacement for each sign that markup cannot hold. */
    public static String shown(String text) {
        return FORBIDDEN.matcher(text).replaceAll(REPLACEMENT);
    }
}
