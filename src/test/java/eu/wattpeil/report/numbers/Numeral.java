package eu.wattpeil.report.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in a text, with its sign and with the unit behind it.
 *
 * @param said the number and its unit as they stand there
 * @param at where it begins
 */
record Numeral(String said, int at) {

    /** A number as any of the languages may write it, and as it may have gone wrong. */
    private static final Pattern NUMBER =
            Pattern.compile("[+\u2212-]?\\d+(?:\u202f\\d+)*(?:[.,]\\d+)*");

    /** What stands between the two ends of a range, the first of which has no unit of its own. */
    private static final Pattern RANGE = Pattern.compile("\\s(to|tot|à)\\s");

    /** The numbers of a text. */
    static List<Numeral> in(String text, List<String> units) {
        List<Numeral> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        int at = 0;
        while (matcher.find(at)) {
            String own = ownUnit(text, matcher.end(), units);
            String unit = own.isEmpty() ? unitOfRange(text, matcher.end(), units) : own;
            found.add(new Numeral(matcher.group() + unit, matcher.start()));
            at = matcher.end() + own.length();
        }
        return found;
    }

    private static String unitOfRange(String text, int from, List<String> units) {
        Matcher range = RANGE.matcher(text).region(from, text.length());
        Matcher second = NUMBER.matcher(text);
        return range.lookingAt() && second.region(range.end(), text.length()).lookingAt()
                ? ownUnit(text, second.end(), units)
                : "";
    }

    private static String ownUnit(String text, int from, List<String> units) {
        if (!text.startsWith(Script.NO_BREAK, from)) {
            return "";
        }
        int start = from + Script.NO_BREAK.length();
        return units.stream()
                .filter(unit -> text.startsWith(unit, start))
                .filter(unit -> isEnd(text, start + unit.length()))
                .findFirst()
                .map(unit -> Script.NO_BREAK + unit)
                .orElse("");
    }

    private static boolean isEnd(String text, int at) {
        return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    /** The numbers of a text on paper, where any space may be the end of a line. */
    static List<Numeral> onPaper(String text, List<String> units) {
        List<Numeral> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        int at = 0;
        while (matcher.find(at)) {
            at = matcher.end();
            int from = at;
            Matcher range = RANGE.matcher(text).region(from, text.length());
            Matcher second = NUMBER.matcher(text);
            String unit = looseUnit(text, from, units);
            if (!unit.isEmpty()) {
                at = Loose.end(text, from + 1, unit);
            } else if (range.lookingAt() && second.region(range.end(), text.length()).lookingAt()) {
                unit = looseUnit(text, second.end(), units);
            }
            found.add(new Numeral(matcher.group() + unit, matcher.start()));
        }
        return found;
    }

    private static String looseUnit(String text, int from, List<String> units) {
        if (from + 1 >= text.length() || !Loose.isGap(text.charAt(from))) {
            return "";
        }
        return units.stream()
                .map(Loose::compact)
                .filter(unit -> Loose.end(text, from + 1, unit) >= 0)
                .filter(unit -> isEnd(text, Loose.end(text, from + 1, unit)))
                .findFirst()
                .orElse("");
    }
}
