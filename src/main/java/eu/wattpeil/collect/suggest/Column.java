package eu.wattpeil.collect.suggest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A column of a table.
 *
 * @param name its header text; empty where it has none
 * @param reference how a definition names it: its header text, or its number where that is not its
 *     own
 * @param values one for each row; empty where the row has none
 * @param unit what a row of units below the header says; empty where there is none
 */
record Column(String name, String reference, List<String> values, String unit) {

    /** Days of a workbook that are of our time: 2000 to 2099. */
    private static final BigDecimal FIRST_DAY = BigDecimal.valueOf(36_526);

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(73_051);
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final LocalDateTime ORIGIN = LocalDateTime.of(1899, 12, 30, 0, 0);

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
