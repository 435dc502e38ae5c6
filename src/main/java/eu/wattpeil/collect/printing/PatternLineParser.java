package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.printing.PageLogPattern.Field;
import eu.wattpeil.collect.printing.PageLogPattern.Part;
import eu.wattpeil.collect.printing.ParsedLine.Entry;
import eu.wattpeil.collect.printing.ParsedLine.Foreign;
import eu.wattpeil.collect.value.NoValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a line in the format of a definition.
 *
 * <p>Nothing in a line is quoted, and users and titles may hold what stands between fields. So a
 * line is read in the first way in which it fits as a whole, with such texts as short as they can
 * be. What does not fit from one place on is not tried from there again: a line takes a time in
 * proportion to its length.
 */
final class PatternLineParser implements LineParser {

    private static final String NONE = "-";
    private static final String TOTAL = "total";

    /** Printer names are no longer (CUPS, {@code cupsdValidateDest}). */
    private static final int MAX_PRINTER = 127;

    private final List<Part> parts;
    private final boolean hasPages;
    private final PageLogTime times = new PageLogTime();
    private final int[] starts;
    private final int[] ends;
    private final int[] failedFrom;
    private String line = "";
    private long loggedAt;

    PatternLineParser(PageLogPattern pattern) {
        parts = pattern.parts();
        hasPages = pattern.has(Field.PAGE) && pattern.has(Field.COUNT);
        starts = new int[parts.size()];
        ends = new int[parts.size()];
        failedFrom = new int[parts.size()];
    }

    @Override
    public ParsedLine parse(String text) {
        if (text.isBlank() || PageLogParser.isRemarkOfJournal(text)) {
            return new Foreign();
        }
        if (!fits(text) && !fits(behindTag(text))) {
            return PageLogParser.isOfOtherProgram(text)
                    ? new Foreign()
                    : PageLogParser.malformed(
                            "", "a line of the page-log-format of the definition");
        }
        return entry();
    }

    private boolean fits(String text) {
        return fitsAsItIs(PageLogPattern.unquoted(text)) || fitsAsItIs(text);
    }

    private boolean fitsAsItIs(String text) {
        line = text;
        Arrays.fill(failedFrom, Integer.MAX_VALUE);
        return !text.isEmpty() && fits(0, 0);
    }

    /** The message behind the tag of cupsd in a system log. */
    private static String behindTag(String text) {
        int tag = text.indexOf("cupsd");
        int end = tag < 0 ? -1 : text.indexOf(": ", tag);
        return end < 0 ? "" : text.substring(end + 2);
    }

    /** Whether the parts from one on fit the line from a place on to its end. */
    private boolean fits(int part, int at) {
        if (part == parts.size()) {
            return at == line.length();
        }
        starts[part] = at;
        return switch (parts.get(part).field()) {
            case LITERAL -> {
                String text = parts.get(part).text();
                yield line.startsWith(text, at) && fits(part + 1, at + text.length());
            }
            case TIME -> fitsTime(part, at);
            case JOB, COUNT -> fitsDigits(part, at, false);
            case IMPRESSIONS, SHEETS, COPIES -> fitsDigits(part, at, true);
            case PAGE ->
                    line.regionMatches(true, at, TOTAL, 0, TOTAL.length())
                            ? endsAt(part, at + TOTAL.length())
                            : fitsDigits(part, at, false);
            case PRINTER -> fitsPrinter(part, at);
            case USER, BILLING, MEDIA, SIDES, OTHER -> fitsAnything(part, at);
        };
    }

    private boolean endsAt(int part, int end) {
        ends[part] = end;
        return fits(part + 1, end);
    }

    private boolean fitsTime(int part, int at) {
        if (at >= line.length() || line.charAt(at) != '[') {
            return false;
        }
        long instant = times.read(line, at);
        if (!NoValue.isValue(instant)) {
            return false;
        }
        loggedAt = instant;
        return endsAt(part, times.end());
    }

    private boolean fitsDigits(int part, int at, boolean mayBeNone) {
        if (mayBeNone && line.startsWith(NONE, at)) {
            return endsAt(part, at + 1);
        }
        int end = at;
        while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        return PageLogParser.number(line.substring(at, end)) >= 0 && endsAt(part, end);
    }

    private boolean fitsPrinter(int part, int at) {
        int end = at + 1;
        int last = Math.min(at + MAX_PRINTER, line.length());
        while (end <= last && line.charAt(end - 1) > ' ') {
            if (endsAt(part, end)) {
                return true;
            }
            end++;
        }
        return false;
    }

    private boolean fitsAnything(int part, int at) {
        if (at >= failedFrom[part]) {
            return false;
        }
        for (int end = at; end <= line.length(); end++) {
            if (endsAt(part, end)) {
                starts[part] = at;
                return true;
            }
        }
        failedFrom[part] = at;
        return false;
    }

    private ParsedLine entry() {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (int i = 0; i < parts.size(); i++) {
            Field field = parts.get(i).field();
            if (field != Field.LITERAL && field != Field.OTHER) {
                texts.putIfAbsent(field, line.substring(starts[i], ends[i]));
            }
        }
        String page = texts.getOrDefault(Field.PAGE, TOTAL);
        boolean isTotal = !hasPages || page.equalsIgnoreCase(TOTAL);
        long count = number(texts, hasPages ? Field.COUNT : Field.IMPRESSIONS);
        if (!isTotal && PageLogParser.number(page) == 0) {
            return PageLogParser.malformed("page-number", "a page number from 1, or \"total\"");
        }
        return new Entry(
                texts.getOrDefault(Field.PRINTER, ""),
                number(texts, Field.JOB),
                told(texts, Field.USER),
                loggedAt,
                isTotal ? 0 : PageLogParser.number(page),
                Math.max(0, count),
                told(texts, Field.BILLING),
                Ending.size(told(texts, Field.MEDIA)),
                Sides.of(texts.getOrDefault(Field.SIDES, NONE)).orElse(Sides.UNKNOWN),
                number(texts, Field.SHEETS),
                number(texts, Field.COPIES));
    }

    private static String told(Map<Field, String> texts, Field field) {
        String text = texts.getOrDefault(field, NONE);
        return text.equals(NONE) ? "" : text;
    }

    private static long number(Map<Field, String> texts, Field field) {
        String digits = texts.getOrDefault(field, NONE);
        return digits.equals(NONE) ? Entry.UNTOLD : PageLogParser.number(digits);
    }
}
