package eu.wattpeil.collect.suggest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Takes a table for lifetime counters of printers: totals of each printer that never fall, in a
 * table that knows no jobs.
 */
final class CounterDraft {

    static final String DATASET = "printer_counters";

    /** No print job has so many pages, or hardly one. */
    private static final int MANY = 500;

    private static final int ENOUGH = 3;

    private final TableDraft table;
    private final Draft draft;

    private CounterDraft(TableDraft table) {
        this.table = table;
        draft = table.draft();
    }

    /** The definition; empty where the table has no such totals. */
    static Optional<Draft> of(Seen seen) {
        return found(seen).filter(Found::isLifetime).map(Found::draft);
    }

    /** Whether pages of printers may be of jobs or of their lives. */
    static boolean isOpen(Seen seen) {
        return found(seen)
                .filter(found -> !found.isLifetime() && found.mayBeLifetime())
                .isPresent();
    }

    private static Optional<Found> found(Seen seen) {
        TableDraft table = new TableDraft(seen, DATASET);
        boolean hasJobs =
                seen.grid().columns().stream().anyMatch(it -> table.is(it, Heading.OF_JOBS));
        Optional<Column> time = table.left().stream().filter(table::isTime).findFirst();
        Optional<Column> printer =
                table.called(Heading.COUNTING_PRINTER).filter(column -> !table.isTime(column));
        Optional<Column> total =
                table.allCalled(Heading.LIFE_TOTAL).stream()
                        .filter(it -> table.isNumeric(it) && !table.is(it, Heading.LIFE_PART))
                        .findFirst();
        boolean isOfPages =
                total.filter(it -> MeterUnits.in(it.name()).isEmpty()).isPresent()
                        && seen.grid().columns().stream()
                                .anyMatch(
                                        it ->
                                                table.is(it, Heading.PAGES)
                                                        || table.is(it, Heading.LIFE_PART));
        return hasJobs || !isOfPages || time.isEmpty() || printer.isEmpty() || total.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(table, time.get(), printer.get(), total.get()));
    }

    /** The columns that counters need. */
    private record Found(TableDraft table, Column time, Column printer, Column total) {

        /** Whether the total of a printer grows again and again, or is far above what is added. */
        boolean isLifetime() {
            return isCounter(total);
        }

        boolean isCounter(Column column) {
            Series series = series(column);
            long values = series.byMeter().stream().mapToLong(Map::size).sum();
            boolean isLong = values >= (long) ENOUGH * series.byMeter().size();
            return series.onlyGrows() && (isLong || series.isFarFromZero());
        }

        boolean mayBeLifetime() {
            return !series(total).falls()
                    && series(total).byMeter().stream()
                            .flatMap(values -> values.values().stream())
                            .anyMatch(value -> value >= MANY);
        }

        Series series(Column column) {
            List<OptionalDouble> numbers =
                    column.values().stream().map(table.signs()::number).toList();
            return Series.of(printer.values(), table.timesOf(time).micros(), numbers);
        }

        Draft draft() {
            return new CounterDraft(table).draft(this);
        }
    }

    private Draft draft(Found found) {
        Times times = table.timesOf(found.time());
        Stream.of(found.time(), found.printer(), found.total()).forEach(table::take);
        draft.column("read_at", table.time("read_at", List.of(found.time()), times));
        if (!times.hasOffset()) {
            draft.doubt(
                    "read_at: local times; without the option zone they are of the organisation's");
        }
        draft.column("printer_id", found.printer().reference());
        draft.doubt(
                "printer_id: "
                        + Draft.text(found.printer().reference())
                        + " is compared with the print log where it is the name of the queue");
        take("impressions", found.total());
        table.called(Heading.LIFE_COLOUR)
                .filter(table::isNumeric)
                .filter(found::isCounter)
                .ifPresent(column -> take("colour_impressions", column));
        table.called(Heading.LIFE_DUPLEX)
                .filter(table::isNumeric)
                .ifPresent(column -> take("duplex_sheets", column));
        draft.doubt(
                "impressions: "
                        + Draft.text(found.total().reference())
                        + " never falls and is taken for the counter of a printer's life, not for"
                        + " pages of jobs");
        return draft;
    }

    private void take(String name, Column column) {
        table.take(column);
        table.noteMissing(column);
        draft.column(name, column.reference());
    }
}
