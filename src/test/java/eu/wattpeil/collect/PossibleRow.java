package eu.wattpeil.collect;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What no row may say, whatever became of the document: told anew from the texts of a row, so that
 * it does not rest on the rules that rows are held to when they are read.
 */
final class PossibleRow {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2031-01-01T00:00:00Z");
    private static final BigDecimal BEYOND = new BigDecimal("1.1e13");
    private static final BigDecimal MOST = new BigDecimal("1e10");

    /** Rows without one of these are none. */
    private static final Set<String> REQUIRED =
            Set.of(
                    "meter_key",
                    "measured_at",
                    "value",
                    "printed_at",
                    "printer_id",
                    "server_id",
                    "read_at",
                    "observed_on",
                    "day_on",
                    "opened_on");

    /** Days that cannot lie ahead. */
    private static final Set<String> HAPPENED =
            Set.of(
                    "purchased_on",
                    "first_used_on",
                    "disposed_on",
                    "opened_on",
                    "closed_on",
                    "day_on");

    /** What there can be none less of than none. */
    private static final Pattern AMOUNT =
            Pattern.compile(
                    ".*(impressions|sheets|copies|quantity|criteria|findings|_met|_count|_closed"
                            + "|_due|_eur|_kg|_km|_w|_days|_hours|_years|_per_year)");

    private PossibleRow() {}

    static boolean isPossible(Map<String, String> row) {
        return row.entrySet().stream().allMatch(field -> isPossible(row, field.getKey()))
                && isInOrder(row.getOrDefault("started_at", ""), row.get("measured_at"));
    }

    private static boolean isPossible(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "");
        if (text.isEmpty()) {
            return !REQUIRED.contains(column);
        }
        if (column.endsWith("_at")) {
            Instant at = Instant.parse(text);
            return !at.isBefore(FIRST) && at.isBefore(LAST);
        }
        if (column.equals("observed_on") || HAPPENED.contains(column)) {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 2000 && day.getYear() < 2031;
        }
        if (column.endsWith("_share")) {
            BigDecimal share = new BigDecimal(text);
            return share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
        }
        if (column.equals("value")) {
            BigDecimal value = new BigDecimal(text);
            boolean mayBeBelow = !"counter".equals(row.get("kind"));
            return value.abs().compareTo(BEYOND) < 0 && (mayBeBelow || value.signum() >= 0);
        }
        return row.containsKey("meter_key")
                || !AMOUNT.matcher(column).matches()
                || new BigDecimal(text).signum() >= 0 && new BigDecimal(text).compareTo(MOST) <= 0;
    }

    private static boolean isInOrder(String start, String end) {
        return start.isEmpty() || end == null || Instant.parse(start).isBefore(Instant.parse(end));
    }
}
