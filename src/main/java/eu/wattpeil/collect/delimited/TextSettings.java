package eu.wattpeil.collect.delimited;

import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.workspace.Section;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private static final Option<Character> DELIMITER =
            new Option<>(
                    "delimiter",
                    OptionType.text("one character of ASCII, or tab", TextSettings::delimiter),
                    "what parts the fields of a row",
                    "found from the header line");

    private static final Option<Charset> CHARSET =
            new Option<>(
                    "charset",
                    OptionType.text(
                            "a charset such as UTF-8, UTF-16LE or windows-1252", Charset::forName),
                    "how the text is encoded; a byte order mark always wins",
                    "UTF-8");

    private static final Option<Integer> SKIP_LINES =
            new Option<>(
                    "skip-lines",
                    OptionType.wholeNumber(),
                    "how many lines come before the header",
                    "found");

    private static final Option<Boolean> HEADER =
            new Option<>(
                    "header",
                    OptionType.flag(),
                    "whether a line names the columns; else they go by number, from 1",
                    "`true`");

    static final List<Option<?>> OPTIONS = List.of(DELIMITER, CHARSET, SKIP_LINES, HEADER);

    /** Reads them from the options; everything that is wrong becomes a problem. */
    static TextSettings read(Section options) {
        return new TextSettings(
                DELIMITER.read(options),
                CHARSET.read(options).orElse(StandardCharsets.UTF_8),
                skipLines(options),
                HEADER.read(options).orElse(true));
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

    private static Optional<Integer> skipLines(Section options) {
        Optional<Integer> lines = SKIP_LINES.read(options);
        if (lines.isPresent() && lines.get() < 0) {
            options.problem("skip-lines", "skip-lines is " + lines.get() + ", expected 0 or more");
            return Optional.empty();
        }
        return lines;
    }
}
