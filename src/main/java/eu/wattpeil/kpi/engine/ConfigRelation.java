package eu.wattpeil.kpi.engine;

import eu.wattpeil.store.MonthSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that {@code config/} gives, and what a month sees of it.
 *
 * @param columns each with its SQL type
 */
record ConfigRelation(String name, List<String> columns, List<List<Object>> rows) {

    /** Speaks of readings, of which a month sees some of its neighbours too. */
    private static final Set<String> OF_READINGS = Set.of("meters", "meter_events");

    boolean isOfReadings() {
        return OF_READINGS.contains(name);
    }

    ConfigRelation within(MonthSpan months, ZoneId zone) {
        List<List<Object>> seen = rows;
        if (has("month")) {
            seen = rows.stream().filter(row -> isOfMonth(row, months)).toList();
        } else if (has("valid_from")) {
            seen =
                    rows.stream()
                            .filter(row -> isValid(row, months))
                            .map(row -> withoutLaterEnd(row, months.last().atEndOfMonth()))
                            .toList();
        } else if (has("happened_at")) {
            seen = rows.stream().filter(row -> hasHappened(row, months, zone)).toList();
        }
        return new ConfigRelation(name, columns, seen);
    }

    private boolean isOfMonth(List<Object> row, MonthSpan months) {
        YearMonth month = YearMonth.parse((String) row.get(index("month")));
        return !month.isBefore(months.first()) && !month.isAfter(months.last());
    }

    private boolean isValid(List<Object> row, MonthSpan months) {
        LocalDate from = (LocalDate) row.get(index("valid_from"));
        return !from.isAfter(months.last().atEndOfMonth())
                && end(row).filter(months.first().atDay(1)::isAfter).isEmpty();
    }

    /** An end that lies ahead is not known yet: closing a row changes no month before it. */
    private List<Object> withoutLaterEnd(List<Object> row, LocalDate lastDay) {
        if (end(row).filter(lastDay::isBefore).isEmpty()) {
            return row;
        }
        List<Object> open = new ArrayList<>(row);
        open.set(index("valid_to"), Optional.empty());
        return List.copyOf(open);
    }

    private Optional<LocalDate> end(List<Object> row) {
        return ((Optional<?>) row.get(index("valid_to"))).map(LocalDate.class::cast);
    }

    private boolean hasHappened(List<Object> row, MonthSpan months, ZoneId zone) {
        Instant at = (Instant) row.get(index("happened_at"));
        Instant from = months.first().atDay(1).atStartOfDay(zone).toInstant();
        Instant to = months.last().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return !at.isBefore(from) && at.isBefore(to);
    }

    private boolean has(String column) {
        return index(column) >= 0;
    }

    private int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).startsWith(column + " ")) {
                return i;
            }
        }
        return -1;
    }
}
