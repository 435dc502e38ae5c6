package eu.wattpeil.collect.delimited;

import eu.wattpeil.workspace.Section;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the documents of a definition are written.
 *
 * @param delimiter empty where it is to be found
 * @param skipLines lines before the header; empty where the header is to be found
 */
record TextSettings(
        Optional<Character> delimiter,
        Charset charset,
        Optional<Integer> skipLines,
        boolean hasHeader) {

    private static final String DELIMITER = "one character of ASCII, or tab";

    /** Reads them from the options; everything that is wrong becomes a problem. */
    static TextSettings read(Section options) {
        return new TextSettings(
                options.optional("delimiter", DELIMITER, TextSettings::delimiter),
                charset(options),
                skipLines(options),
                options.optionalBoolean("header").orElse(true));
    }

    private static char delimiter(String text) {
        String one = text.equals("tab") || text.equals("\\t") ? "\t" : text;
        boolean isUsable =
                one.length() == 1
                        && one.charAt(0) < 128
                        && !Character.isLetterOrDigit(one.charAt(0))
                        && "\"\r\n\0".indexOf(one.charAt(0)) < 0;
        if (!isUsable) {
            throw new IllegalArgumentException(text);
        }
        return one.charAt(0);
    }

    private static Charset charset(Section options) {
        return options.optional(
                        "charset",
                        "a charset such as UTF-8, UTF-16LE or windows-1252",
                        Charset::forName)
                .orElse(StandardCharsets.UTF_8);
    }

    private static Optional<Integer> skipLines(Section options) {
        Optional<Integer> lines = options.optionalInteger("skip-lines");
        if (lines.isPresent() && lines.get() < 0) {
            options.problem("skip-lines", "skip-lines is " + lines.get() + ", expected 0 or more");
            return Optional.empty();
        }
        return lines;
    }
}
