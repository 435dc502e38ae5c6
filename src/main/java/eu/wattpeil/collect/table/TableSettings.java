package eu.wattpeil.collect.table;

import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.value.Length;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.RepeatedHour;
import eu.wattpeil.collect.value.WallClock;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a definition maps the tables of its documents, read and checked.
 *
 * @param interval how long the intervals are; empty where the values are of no intervals, or the
 *     document says start and end
 * @param isStartStamped whether {@code measured_at} in the document is the start of the interval
 * @param missing texts that stand for no value
 * @param ignoreRowsWithout columns of the document without which a row is passed over
 * @param only per column of the document the texts of the rows to read
 */
public record TableSettings(
        Dataset dataset,
        NumberSigns signs,
        ZoneId zone,
        Optional<Length> interval,
        boolean isStartStamped,
        RepeatedHour.Mode repeatedHour,
        List<String> missing,
        List<ColumnRef> ignoreRowsWithout,
        Map<ColumnRef, Set<String>> only,
        Optional<WideLayout> wide,
        List<Mapping> mappings) {

    /** Every column of the document that the definition names. */
    public List<ColumnRef> columns() {
        List<ColumnRef> columns = new ArrayList<>();
        for (Mapping mapping : mappings) {
            if (mapping.source() instanceof Mapping.Fields fields) {
                columns.addAll(fields.columns());
            }
        }
        columns.addAll(ignoreRowsWithout);
        columns.addAll(only.keySet());
        wide.flatMap(WideLayout::first).ifPresent(columns::add);
        return columns.stream().distinct().toList();
    }

    /** Looks at the times of rows; empty where the table has none. */
    Optional<RowOrder> rowOrder(Header header) {
        return mappings.stream()
                .filter(mapping -> mapping.column().name().equals(dataset.timeColumn()))
                .filter(mapping -> mapping.column().type() == ColumnType.TIMESTAMP)
                .filter(mapping -> mapping.source() instanceof Mapping.Fields)
                .findFirst()
                .map(mapping -> new RowOrder(mapping.pattern(), positions(mapping, header)));
    }

    private static int[] positions(Mapping mapping, Header header) {
        return ((Mapping.Fields) mapping.source())
                .columns().stream()
                        .mapToInt(column -> column.position(header.names(), header.width()))
                        .toArray();
    }

    /**
     * Whether a document may be cut near a row: the two passes of a repeated hour are told apart by
     * the rows before, so that no part may start among them.
     */
    public Predicate<Rows> isFarFromRepeatedHour(Header header) {
        Optional<RowOrder> order = rowOrder(header);
        if (order.isEmpty()) {
            return row -> true;
        }
        WallClock clock = new WallClock(zone);
        RowOrder times = order.get();
        return row -> {
            long local = times.local(row);
            return local != NoValue.UNREADABLE
                    && (!times.isLocal() || !clock.isNearRepeated(local));
        };
    }
}
