package eu.wattpeil.collect.suggest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a table.
 *
 * @param name its header text; empty where it has none
 * @param reference how a definition names it: its header text, or its number where that is not its
 *     own
 * @param values one for each row; empty where the row has none
 * @param unit what a row of units below the header, or the text beside each number, says; empty
 *     where there is none
 * @param beside the options for a text that stands beside each number in the document, and not in
 *     the values here
 */
record Column(
        String name,
        String reference,
        List<String> values,
        String unit,
        Map<String, String> beside) {

    /** Days of a workbook that are of our time: 2000 to 2099. */
    private static final BigDecimal FIRST_DAY = BigDecimal.valueOf(36_526);

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(73_051);
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final Pattern BESIDE =
            Pattern.compile(
                    "(?<before>€)?[ \u00A0]*(?<number>[+-]?\\d[\\d.,]*)[ \u00A0]*"
                            + "(?<after>kWh|MWh|Wh|kW|MW|W|m3|m³|°C|%|€|EUR)?");
    private static final String PLAIN_NUMBER = "[+-]?\\d+(\\.\\d+)?";
    private static final LocalDateTime ORIGIN = LocalDateTime.of(1899, 12, 30, 0, 0);

    /** A column whose values are as the document has them. */
    Column(String name, String reference, List<String> values, String unit) {
        this(name, reference, values, unit, Map.of());
    }

    /** Where a number of a definition comes from. */
    Object source() {
        if (beside.isEmpty()) {
            return reference;
        }
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("column", reference);
        source.putAll(beside);
        return source;
    }

    /** The same with another unit. */
    Column in(String another) {
        return new Column(name, reference, values, another, beside);
    }

    /** The same without a unit or a currency that stands beside every number; itself for none. */
    Column withBareNumbers() {
        Set<String> texts = new HashSet<>();
        List<String> bare = new ArrayList<>();
        for (String value : values) {
            Matcher matcher = BESIDE.matcher(value);
            if (!value.isEmpty() && !matcher.matches()) {
                return this;
            }
            bare.add(value.isEmpty() ? value : matcher.group("number"));
            if (!value.isEmpty()) {
                texts.add(text(matcher, "before") + "|" + text(matcher, "after"));
            }
        }
        if (texts.size() != 1) {
            return this;
        }
        String both = texts.iterator().next();
        String before = both.substring(0, both.indexOf('|'));
        String after = both.substring(before.length() + 1);
        if (before.isEmpty() == after.isEmpty()) {
            return this;
        }
        Map<String, String> options =
                before.isEmpty() ? Map.of("after", after) : Map.of("before", before);
        return new Column(name, reference, bare, before + after, options);
    }

    private static String text(Matcher matcher, String group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }

    /** Whether the numbers are those of another column, which may be rounded. */
    boolean isLike(Column exact) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                continue;
            }
            boolean areNumbers =
                    values.get(i).matches(PLAIN_NUMBER)
                            && exact.values().get(i).matches(PLAIN_NUMBER);
            if (!areNumbers) {
                return false;
            }
            double other = Double.parseDouble(exact.values().get(i));
            double apart = Math.abs(Double.parseDouble(values.get(i)) - other);
            if (apart > Math.max(1, Math.abs(other) * 0.01)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the header has one of the words. */
    boolean isCalled(Pattern words) {
        return Words.has(name, words);
    }

    /** What is said of it beside its values. */
    String said() {
        return unit.isEmpty() ? name : name + " " + unit;
    }

    /** The values that are there. */
    List<String> filled() {
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    /** How often each value is there, in the order in which they come. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        filled().forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }

    /** The same with the times that numbers of a workbook stand for; itself where some are none. */
    Column withDates() {
        boolean areDates = !filled().isEmpty() && filled().stream().allMatch(Column::isDate);
        boolean areClocks =
                filled().stream().allMatch(it -> it.matches("0(\\.\\d+)?"))
                        && filled().stream().anyMatch(it -> it.contains("."));
        if (!areDates && !areClocks) {
            return this;
        }
        boolean hasClock = filled().stream().anyMatch(it -> it.contains("."));
        return new Column(
                name,
                reference,
                values.stream()
                        .map(it -> it.isEmpty() ? it : time(it, areDates, hasClock))
                        .toList(),
                unit);
    }

    private static boolean isDate(String text) {
        return text.matches("\\d{5}(\\.\\d+)?")
                && new BigDecimal(text).compareTo(FIRST_DAY) >= 0
                && new BigDecimal(text).compareTo(LAST_DAY) < 0;
    }

    private static String time(String days, boolean hasDay, boolean hasClock) {
        long seconds =
                new BigDecimal(days)
                        .multiply(SECONDS_PER_DAY)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        LocalDateTime time = ORIGIN.plusSeconds(seconds);
        if (!hasDay) {
            return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(time);
        }
        return hasClock ? time.toString() : time.toLocalDate().toString();
    }
}
