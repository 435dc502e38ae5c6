package eu.wattpeil.collect.suggest;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of a day's values.
 *
 * @param option what a definition says of them
 * @param stamp what the time of a column is of its interval
 * @param reason why the stamp is taken
 */
record WideColumns(List<Column> columns, Map<String, Object> option, String stamp, String reason) {

    private static final int LEAST = 20;
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final Pattern CLOCK =
            Pattern.compile("(\\D*?)(\\d{1,2}):(\\d{2})(\\D*|\\s*-\\s*\\d{1,2}:\\d{2})");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)0*(\\d{1,3})\\D*");

    /** The time between two values of a day. */
    Series.Step step() {
        // A day of a clock change has columns more or less.
        int values =
                List.of(24, 48, 96, 144, 288).stream()
                        .min(Comparator.comparingInt(it -> Math.abs(it - columns.size())))
                        .orElseThrow();
        return new Series.Step(MINUTES_A_DAY / values * Times.MINUTE, 1);
    }

    /** Those of a table; empty where a row is no day. */
    static Optional<WideColumns> of(Grid grid) {
        List<Column> clocks =
                grid.columns().stream()
                        .filter(column -> CLOCK.matcher(column.name()).matches())
                        .toList();
        if (clocks.size() >= LEAST) {
            return Optional.of(byClock(clocks));
        }
        return numbered(grid);
    }

    private static WideColumns byClock(List<Column> clocks) {
        String first = clocks.get(0).name();
        String label = first.replaceAll("\\d{1,2}:\\d{2}", "HH:mm");
        boolean isRange = label.indexOf("HH") != label.lastIndexOf("HH");
        boolean isFromMidnight = first.matches("\\D*0?0:00.*");
        boolean isToMidnight =
                clocks.stream().anyMatch(column -> column.name().matches("\\D*24:00\\D*"))
                        || !isFromMidnight && minute(clocks.get(clocks.size() - 1)) == 0;
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("columns", label);
        boolean isEnd = !isRange && !isFromMidnight && isToMidnight;
        return new WideColumns(
                clocks,
                option,
                isEnd ? "end" : "start",
                isRange
                        ? "headers name start and end"
                        : isEnd
                                ? "the columns end at midnight"
                                : "the columns begin at midnight: ask whether that is the start");
    }

    private static int minute(Column column) {
        Matcher matcher = CLOCK.matcher(column.name());
        return matcher.matches()
                ? Integer.parseInt(matcher.group(2)) * 60 + Integer.parseInt(matcher.group(3))
                : -1;
    }

    /** Columns such as {@code kWh_1} to {@code kWh_48}. */
    private static Optional<WideColumns> numbered(Grid grid) {
        for (int i = 0; i < grid.columns().size(); i++) {
            int count = run(grid.columns().subList(i, grid.columns().size()));
            if (count == 24 || count == 48 || count == 96) {
                Map<String, Object> option = new LinkedHashMap<>();
                option.put("first", grid.columns().get(i).reference());
                option.put("step", "PT" + MINUTES_A_DAY / count + "M");
                option.put("count", count);
                return Optional.of(
                        new WideColumns(
                                grid.columns().subList(i, i + count),
                                option,
                                "start",
                                "the first column is taken for the first interval of the day"));
            }
        }
        return Optional.empty();
    }

    /** How many columns in a row have the same text and the numbers from 1. */
    private static int run(List<Column> columns) {
        String prefix = "";
        int count = 0;
        for (Column column : columns) {
            Matcher matcher = NUMBERED.matcher(column.name());
            boolean isNext =
                    matcher.matches()
                            && Integer.parseInt(matcher.group(2)) == count + 1
                            && (count == 0 || matcher.group(1).equals(prefix));
            if (!isNext) {
                break;
            }
            prefix = matcher.group(1);
            count++;
        }
        return count;
    }
}
