package eu.wattpeil.workspace;

import java.text.Bidi;
import java.util.HexFormat;

/**
 * Keeps text that others wrote from turning the text around it: a name may hold signs that nobody
 * sees and that reverse what follows, as a right-to-left override does, and one in Hebrew or Arabic
 * draws the number behind it to its own side. Signs and rules are those of Unicode's bidirectional
 * algorithm (UAX #9). Whatever is shown goes through here last; what machines read stays as it is.
 */
public final class TextDirection {

    private static final char ISOLATE = '\u2068';
    private static final char END = '\u2069';

    /** A mark that nobody sees: left to right goes on here. */
    private static final char MARK = '\u200e';

    private TextDirection() {}

    /**
     * Text as it may be shown: without signs that turn its direction, but for isolates that end
     * where they begin, in the same line.
     */
    public static String settled(String text) {
        return hasSigns(text) ? settled(text, "\n") : text;
    }

    /** Markup as it may be shown: an isolate does not reach into another text or attribute. */
    public static String settledMarkup(String markup) {
        return hasSigns(markup) ? settled(markup, "<>\"\n") : markup;
    }

    /** Text without any of these signs: for what may not know isolates. */
    public static String without(String text) {
        if (!hasSigns(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(it -> !isSign((char) it)).forEach(it -> kept.append((char) it));
        return kept.toString();
    }

    /** JSON that says the same, with these signs by their numbers: seen, and without effect. */
    public static String escapedJson(String json) {
        if (!hasSigns(json)) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char sign = json.charAt(i);
            if (isSign(sign)) {
                escaped.append("\\u").append(HexFormat.of().toHexDigits(sign));
            } else {
                escaped.append(sign);
            }
        }
        return escaped.toString();
    }

    /** Whether it is a sign that nobody sees and that turns the direction of text. */
    public static boolean isSign(char sign) {
        return sign >= '\u061c' && (isTurning(sign) || sign == ISOLATE || sign == END);
    }

    /** The same for what knows no isolates: marks in their place. */
    public static String marked(String settled) {
        return settled.replace(ISOLATE, MARK).replace(END, MARK);
    }

    /**
     * Text as it may stand in a sentence: one that goes from right to left is an isolate, so that
     * the sentence goes on as it was. What is in an isolate already needs no other.
     */
    public static String isolated(String text) {
        String settled = settled(text);
        return requiresBidi(withoutIsolates(settled)) ? ISOLATE + settled + END : settled;
    }

    private static String settled(String text, String boundaries) {
        StringBuilder kept = new StringBuilder(text.length());
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == END) {
                if (open >= 0) {
                    kept.append(END);
                    open = -1;
                }
            } else if (sign == ISOLATE) {
                // One in another one says nothing more, and ends with it.
                if (open < 0) {
                    open = kept.length();
                    kept.append(ISOLATE);
                }
            } else if (!isTurning(sign)) {
                if (open >= 0 && boundaries.indexOf(sign) >= 0) {
                    kept.deleteCharAt(open);
                    open = -1;
                }
                kept.append(sign);
            }
        }
        if (open >= 0) {
            kept.deleteCharAt(open);
        }
        return kept.toString();
    }

    private static String withoutIsolates(String settled) {
        int begin = settled.indexOf(ISOLATE);
        if (begin < 0) {
            return settled;
        }
        StringBuilder rest = new StringBuilder();
        int from = 0;
        while (begin >= 0) {
            rest.append(settled, from, begin);
            from = settled.indexOf(END, begin) + 1;
            begin = settled.indexOf(ISOLATE, from);
        }
        return rest.append(settled.substring(from)).toString();
    }

    private static boolean requiresBidi(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    private static boolean hasSigns(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSign(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Marks, embeddings, overrides, isolates of a set direction, and what Unicode gave up. */
    private static boolean isTurning(char sign) {
        return sign == '\u061c'
                || sign == '\u200e'
                || sign == '\u200f'
                || sign >= '\u202a' && sign <= '\u202e'
                || sign == '\u2066'
                || sign == '\u2067'
                || sign >= '\u206a' && sign <= '\u206f'
                || sign >= '\ufff9' && sign <= '\ufffb';
    }
}
