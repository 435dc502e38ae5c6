package eu.wattpeil.collect.suggest;

import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the times of a column are written.
 *
 * @param pattern as a definition says it
 * @param other the pattern that reads them all as well, with day and month the other way; empty
 *     where the values decide
 * @param hasClock whether there is a time of day
 * @param hasOffset whether an offset or the zone stands in the text
 * @param micros of each row, instants where there are offsets and else on the clock as written;
 *     {@link NoValue#UNREADABLE} for none
 * @param shift what makes the clock as written of an instant, in the first row
 */
record Times(
        String pattern,
        Optional<String> other,
        boolean hasClock,
        boolean hasOffset,
        long[] micros,
        long shift) {

    static final long MINUTE = 60 * TimeText.MICROS_PER_SECOND;

    private static final String NUMBERED = " interval-number";
    private static final List<Integer> PER_DAY = List.of(24, 48, 96);
    private static final int SHOWN = 200;
    private static final double MOST = 0.9;
    private static final long NEAR = 7;
    private static final long FAR = 20;

    private static final String CLOCK =
            "(?:(?<sep>T| +|-)(?<hour>\\d{1,2}):\\d{2}(?<seconds>:\\d{2}(?<fraction>[.,]\\d{1,9})?)?"
                    + "(?<half> ?[AaPp][Mm])?)?(?<zone> ?(?:Z|[+-]\\d{2}:?\\d{2}))?";
    private static final Pattern NUMERIC =
            Pattern.compile(
                    "(?<a>\\d{1,4})(?<sign>[-/.])(?<b>\\d{1,2})\\k<sign>(?<c>\\d{4}|\\d{1,2})"
                            + CLOCK);
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(?<a>\\d{1,2})(?<sign>[-/. ])(?<b>[A-Za-z]{3,9})\\k<sign>(?<c>\\d{4}|\\d{2})"
                            + CLOCK);
    private static final Pattern MONTH_FIRST =
            Pattern.compile(
                    "(?<b>[A-Za-z]{3,9})(?<sign> )+(?<a>\\d{1,2})(?<comma>,?) +(?<c>\\d{4})"
                            + CLOCK);
    private static final Pattern ISO =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?"
                            + "( ?(Z|[+-]\\d{2}(:?\\d{2})?))?)?");

    /** The times of some values; empty where most are none. */
    static Optional<Times> of(List<String> values) {
        Set<String> candidates = new LinkedHashSet<>();
        values.stream()
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(SHOWN)
                .forEach(value -> add(value.strip(), candidates));
        long filled = values.stream().filter(value -> !value.isEmpty()).count();
        Optional<Times> best = Optional.empty();
        long bestCount = 0;
        for (String pattern : candidates) {
            Times times = read(pattern, values);
            long count = times.count();
            if (count > bestCount) {
                best = Optional.of(times);
                bestCount = count;
            } else if (count == bestCount && best.isPresent() && isTurned(best.get(), pattern)) {
                best = Optional.of(best.get().against(times));
            }
        }
        return bestCount > 0 && bestCount >= MOST * filled ? best : Optional.empty();
    }

    /** The times of values by a pattern that is known. */
    static Times read(String pattern, List<String> values) {
        TimeText reader = TimeText.of(pattern);
        long[] micros = new long[values.size()];
        boolean hasOffset = false;
        long shift = 0;
        for (int i = 0; i < micros.length; i++) {
            byte[] bytes = values.get(i).getBytes(StandardCharsets.UTF_8);
            micros[i] =
                    bytes.length == 0 ? NoValue.UNREADABLE : reader.read(bytes, 0, bytes.length);
            if (micros[i] != NoValue.UNREADABLE && reader.offset() != NoValue.NO_OFFSET) {
                shift = hasOffset ? shift : reader.offset();
                hasOffset = true;
                micros[i] -= reader.offset();
            }
        }
        boolean hasClock =
                pattern.contains("m") && !pattern.equals("epoch-milliseconds")
                        || pattern.startsWith("epoch")
                        || pattern.equals("iso")
                                && values.stream().anyMatch(value -> value.contains(":"));
        return new Times(
                pattern,
                Optional.empty(),
                hasClock,
                hasOffset || pattern.startsWith("epoch"),
                micros,
                shift);
    }

    /**
     * The times of days with the number of an interval in each, from 1: the ends of intervals;
     * empty where the numbers are none such.
     */
    Optional<Times> withNumbers(List<String> numbers) {
        if (!numbers.stream().allMatch(it -> it.matches("\\d{1,3}|")) || hasClock) {
            return Optional.empty();
        }
        IntSummaryStatistics range =
                numbers.stream()
                        .filter(it -> !it.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .summaryStatistics();
        Optional<Integer> count =
                PER_DAY.stream().filter(it -> fits(range, it, it / 24)).findFirst();
        if (count.isEmpty()) {
            return Optional.empty();
        }
        long length = TimeText.MICROS_PER_DAY / count.get();
        long[] ends = micros.clone();
        for (int i = 0; i < ends.length; i++) {
            boolean isThere = ends[i] != NoValue.UNREADABLE && !numbers.get(i).isEmpty();
            int number = isThere ? Integer.parseInt(numbers.get(i)) : 0;
            // What an autumn day has more is another time than the first of the next day.
            long more = number > count.get() ? 1 : 0;
            ends[i] = isThere ? ends[i] + number * length + more : NoValue.UNREADABLE;
        }
        String day = pattern.equals("iso") ? "yyyy-MM-dd" : pattern;
        return Optional.of(
                new Times(
                        day + NUMBERED,
                        other.map(it -> it + NUMBERED),
                        true,
                        hasOffset,
                        ends,
                        shift));
    }

    /** Whether numbers go from 1 to those of a day, or an hour more or less. */
    private static boolean fits(IntSummaryStatistics range, int perDay, int perHour) {
        return range.getMin() == 1
                && range.getMax() >= perDay - perHour
                && range.getMax() <= perDay + perHour;
    }

    /** Whether the pattern numbers the intervals of a day. */
    boolean isNumbered() {
        return pattern.endsWith(NUMBERED);
    }

    private long count() {
        return Arrays.stream(micros).filter(it -> it != NoValue.UNREADABLE).count();
    }

    private static boolean isTurned(Times times, String pattern) {
        String turned = times.pattern.replace('d', '#').replace('M', 'd').replace('#', 'M');
        return times.other.isEmpty() && turned.equals(pattern);
    }

    /**
     * Which of two is meant. Where there are several times a day, days follow each other closely in
     * the one and not in the other; of one time a day nobody knows whether it is a month's.
     */
    private Times against(Times turned) {
        long own = widestStep();
        long others = turned.widestStep();
        if (own <= NEAR && others >= FAR) {
            return this;
        }
        if (others <= NEAR && own >= FAR) {
            return turned;
        }
        return new Times(pattern, Optional.of(turned.pattern), hasClock, hasOffset, micros, shift);
    }

    /** The most days from one row to the next; 0 where most rows are not of the day before them. */
    private long widestStep() {
        long widest = 0;
        long changes = 0;
        long rows = 0;
        long before = NoValue.UNREADABLE;
        for (long each : micros) {
            if (each == NoValue.UNREADABLE) {
                continue;
            }
            long day = Math.floorDiv(each, TimeText.MICROS_PER_DAY);
            if (before != NoValue.UNREADABLE && day != before) {
                widest = Math.max(widest, Math.abs(day - before));
                changes++;
            }
            before = day;
            rows++;
        }
        return changes * 3 < rows ? widest : 0;
    }

    private static void add(String text, Set<String> candidates) {
        if (ISO.matcher(text).matches()) {
            candidates.add("iso");
        } else if (text.matches("\\d{9,10}")) {
            candidates.add("epoch-seconds");
        } else if (text.matches("\\d{12,13}") && !text.startsWith("20")) {
            candidates.add("epoch-milliseconds");
        } else if (text.matches("(19|20)\\d{6}")) {
            candidates.add("yyyyMMdd");
        } else if (text.matches("(19|20)\\d{6}[T ]?\\d{4}(\\d{2})?")) {
            String sign = text.replaceAll("\\d", "").replace("T", "'T'");
            boolean hasSeconds = text.replaceAll("\\D", "").length() == 14;
            candidates.add("yyyyMMdd" + sign + (hasSeconds ? "HHmmss" : "HHmm"));
        } else if (text.matches("\\d{4}(19|20)\\d{2}( \\d{1,2}:\\d{2}(:\\d{2})?)?")) {
            candidates.add("ddMMyyyy" + clock(text.substring(8)));
        } else {
            addParted(text, candidates);
        }
    }

    private static String clock(String text) {
        return text.isEmpty() ? "" : text.length() > 6 ? " HH:mm:ss" : " HH:mm";
    }

    private static void addParted(String text, Set<String> candidates) {
        Matcher numeric = NUMERIC.matcher(text);
        if (numeric.matches()) {
            String sign = numeric.group("sign");
            String a = numeric.group("a");
            String c = numeric.group("c");
            String clock = clock(numeric);
            if (a.length() == 4) {
                candidates.add("yyyy" + sign + "MM" + sign + "dd" + clock);
                candidates.add("yyyy" + sign + "M" + sign + "d" + clock);
            } else if (a.length() < 3) {
                String year = c.length() == 4 ? "yyyy" : "yy";
                // Who writes AM and PM in numbers mostly writes the month first.
                boolean isMonthFirst = numeric.group("half") != null;
                for (String day : List.of("dd", "d")) {
                    String month = day.replace('d', 'M');
                    String one = (isMonthFirst ? month : day) + sign;
                    String other = (isMonthFirst ? day : month) + sign;
                    candidates.add(one + other + year + clock);
                    candidates.add(other + one + year + clock);
                }
            }
            return;
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            String sign = dayFirst.group("sign");
            String year = dayFirst.group("c").length() == 4 ? "yyyy" : "yy";
            candidates.add("d" + sign + month(dayFirst) + sign + year + clock(dayFirst));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            String comma = monthFirst.group("comma");
            candidates.add(month(monthFirst) + " d" + comma + " yyyy" + clock(monthFirst));
        }
    }

    private static String month(Matcher matcher) {
        return matcher.group("b").length() == 3 ? "MMM" : "MMMM";
    }

    private static String clock(Matcher matcher) {
        StringBuilder clock = new StringBuilder();
        if (matcher.group("sep") != null) {
            String half = matcher.group("half");
            String hour = half == null ? "H" : "h";
            String sep = matcher.group("sep").strip();
            clock.append(sep.isEmpty() ? " " : sep.equals("T") ? "'T'" : sep);
            clock.append(matcher.group("hour").length() == 2 && half == null ? "HH" : hour);
            clock.append(matcher.group("seconds") == null ? ":mm" : ":mm:ss");
            if (matcher.group("fraction") != null) {
                String fraction = matcher.group("fraction");
                clock.append(fraction.charAt(0)).append("S".repeat(fraction.length() - 1));
            }
            if (half != null) {
                clock.append(half.startsWith(" ") ? " a" : "a");
            }
        }
        String zone = matcher.group("zone");
        if (zone != null) {
            clock.append(zone.startsWith(" ") ? " " : "");
            clock.append(zone.contains(":") || zone.endsWith("Z") ? "XXX" : "xx");
        }
        return clock.toString();
    }

    /** Whether values are all the hours of a day, from 0. */
    static boolean areHours(List<String> values) {
        return values.stream().allMatch(value -> value.matches("\\d|[01]\\d|2[0-3]|"))
                && values.stream().anyMatch(value -> value.matches("0?0"))
                && values.stream().anyMatch("23"::equals);
    }

    /** The pattern of a column of times of day alone; empty where it is none. */
    static Optional<String> clockOnly(List<String> values) {
        long filled = values.stream().filter(value -> !value.isEmpty()).count();
        long clocks = values.stream().filter(it -> it.matches("\\d{1,2}:\\d{2}(:\\d{2})?")).count();
        if (clocks == 0 || clocks < MOST * filled) {
            return Optional.empty();
        }
        boolean isShort = values.stream().anyMatch(value -> value.matches("\\d:.*"));
        boolean hasSeconds = values.stream().anyMatch(value -> value.matches(".*:.*:.*"));
        return Optional.of((isShort ? "H" : "HH") + ":mm" + (hasSeconds ? ":ss" : ""));
    }
}
