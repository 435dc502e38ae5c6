package eu.wattpeil.kpi.engine;

import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A document that is in the store, as the ledger has it.
 *
 * @param firstAt earliest instant of its rows; empty when it has none
 * @param lastAt latest instant of its rows
 */
public record LedgerDocument(
        String documentId,
        long batch,
        String definition,
        String reading,
        String dataset,
        String name,
        String sha256,
        long bytes,
        long records,
        long rejects,
        Optional<Instant> firstAt,
        Optional<Instant> lastAt) {

    /** Its values in the order of the ledger's columns. */
    public List<Object> values() {
        return List.of(
                documentId,
                batch,
                definition,
                reading,
                dataset,
                name,
                sha256,
                bytes,
                records,
                rejects,
                firstAt,
                lastAt);
    }

    /**
     * The first and the last month of which it says something. A reading at a month's edge closes
     * the month before; only a document of that one instant speaks of the month that begins. A day
     * is the whole day.
     */
    public Optional<MonthSpan> months(Dataset table, ZoneId zone) {
        if (firstAt.isEmpty() || lastAt.isEmpty() || !table.isByMonth()) {
            return Optional.empty();
        }
        YearMonth first = monthOf(firstAt.get(), zone);
        YearMonth last = monthOf(lastAt.get(), zone);
        boolean isDays =
                table.columns().get(table.index(table.timeColumn())).type() == ColumnType.DATE;
        boolean endsAtEdge = edge(last, zone).equals(lastAt.get());
        if (endsAtEdge && !isDays && first.isBefore(last)) {
            last = last.minusMonths(1);
        }
        return Optional.of(new MonthSpan(first, last));
    }

    /** Whether any of its rows can be seen from one month to another. */
    public boolean touches(YearMonth from, YearMonth to, ZoneId zone) {
        return firstAt.isPresent()
                && lastAt.isPresent()
                && firstAt.get().isBefore(edge(to.plusMonths(1), zone))
                && !lastAt.get().isBefore(edge(from, zone));
    }

    private static YearMonth monthOf(Instant instant, ZoneId zone) {
        return YearMonth.from(ZonedDateTime.ofInstant(instant, zone));
    }

    private static Instant edge(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
