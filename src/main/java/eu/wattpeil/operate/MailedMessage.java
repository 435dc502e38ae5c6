package eu.wattpeil.operate;

import eu.wattpeil.workspace.TextDirection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message as it may leave the machine by mail: its first line, without what it found in a file,
 * which stands in quotes and may be about a person, and without addresses and what stands before
 * the host of one. All of it is told by the server itself and by {@code status}.
 */
final class MailedMessage {

    private static final int MOST_CHARACTERS = 300;
    private static final String LEFT_OUT = "…";

    /** From the first to the last: what was found may hold quotes of its own. */
    private static final Pattern FOUND = Pattern.compile("\".*\"|\".*$");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>(){}\\[\\],;\"]+@[^\\s,;\"]*");

    private MailedMessage() {}

    static String of(String message) {
        List<String> lines = message.strip().lines().limit(2).toList();
        String line = lines.isEmpty() ? "" : oneLine(lines.get(0));
        String kept = ADDRESS.matcher(line).replaceAll(LEFT_OUT);
        kept = FOUND.matcher(kept).replaceAll("\"" + LEFT_OUT + "\"");
        kept = TextDirection.without(kept);
        if (kept.codePointCount(0, kept.length()) > MOST_CHARACTERS) {
            return kept.substring(0, kept.offsetByCodePoints(0, MOST_CHARACTERS)) + LEFT_OUT;
        }
        return lines.size() > 1 ? kept + " " + LEFT_OUT : kept;
    }

    /** A name with a line break in it must not begin another header. */
    static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
