package eu.wattpeil.collect;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What no row may say, whatever became of the document: told anew from the texts of a row, so that
 * it does not rest on the rules that rows are held to when they are read.
 */
final class PossibleRow {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2031-01-01T00:00:00Z");
    private static final BigDecimal BEYOND = new BigDecimal("1e15");

    private static final Set<String> COUNTS =
            Set.of("impressions", "sheets", "copies", "price_eur", "rated_w", "vm_count");

    private PossibleRow() {}

    static boolean isPossible(Map<String, String> row) {
        return row.entrySet().stream().allMatch(field -> isPossible(row, field.getKey()))
                && isInOrder(row.getOrDefault("started_at", ""), row.get("measured_at"));
    }

    private static boolean isPossible(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "");
        if (text.isEmpty()) {
            return !Set.of("meter_key", "measured_at", "value", "printed_at").contains(column);
        }
        if (column.endsWith("_at")) {
            Instant at = Instant.parse(text);
            return !at.isBefore(FIRST) && at.isBefore(LAST);
        }
        if (column.equals("observed_on")) {
            return LocalDate.parse(text).getYear() >= 2000;
        }
        if (column.equals("value")) {
            BigDecimal value = new BigDecimal(text);
            boolean mayBeBelow = !"counter".equals(row.get("kind"));
            return value.abs().compareTo(BEYOND) < 0 && (mayBeBelow || value.signum() >= 0);
        }
        return !COUNTS.contains(column) || new BigDecimal(text).signum() >= 0;
    }

    private static boolean isInOrder(String start, String end) {
        return start.isEmpty() || end == null || Instant.parse(start).isBefore(Instant.parse(end));
    }
}
