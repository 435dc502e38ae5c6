package eu.wattpeil.collect.table;

import eu.wattpeil.collect.value.WallClock;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the two passes of the hour that autumn repeats apart, by the order of the rows of each
 * series (the required texts of the dataset: meter, quantity and kind; printer).
 */
public final class RepeatedHour {

    /** How a document writes the repeated hour. */
    public enum Mode {
        /** Once through the hour, then again. */
        SEQUENTIAL,
        /** Each time twice in a row. */
        INTERLEAVED,
        /** Not to be read at all. */
        REJECT
    }

    private final Mode mode;
    private final BooleanSupplier isNewestFirst;
    private final int[] seriesColumns;
    private final boolean isOnePerTime;
    private final Map<List<@Nullable Text>, Pass> passes = new HashMap<>();
    private final Set<Once> seen = new HashSet<>();

    /**
     * For one time column of one document.
     *
     * @param isNewestFirst asked when the first repeated time comes
     */
    RepeatedHour(Mode mode, Dataset dataset, BooleanSupplier isNewestFirst) {
        this.mode = mode;
        this.isNewestFirst = isNewestFirst;
        List<Column> columns = dataset.columns();
        List<Integer> series = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.isRequired()
                    && column.type() == ColumnType.TEXT
                    && !column.name().equals("document_id")) {
                series.add(i);
            }
        }
        seriesColumns = series.stream().mapToInt(Integer::intValue).toArray();
        // A meter has one reading per time; a printer may finish two jobs in one second.
        isOnePerTime = columns.stream().anyMatch(column -> column.name().equals("meter_key"));
    }

    /** One reading time of a series. */
    private record Once(List<@Nullable Text> series, long local) {}

    /** Where a series is in the hour. */
    private static final class Pass {
        private long change;
        private long last;
        private boolean isSecond;
    }

    /** The instant of a repeated local time of the open row; SKIPPED where it cannot be known. */
    long instant(long local, WallClock clock, RowBlock rows) {
        return switch (mode) {
            case REJECT -> WallClock.SKIPPED;
            case SEQUENTIAL -> pick(isInOtherPass(local, clock, rows), local, clock);
            case INTERLEAVED -> pick(!seen.add(new Once(series(rows), local)), local, clock);
        };
    }

    private long pick(boolean isOther, long local, WallClock clock) {
        return isOther == isNewestFirst.getAsBoolean() ? clock.first(local) : clock.second(local);
    }

    /** Whether the local time of the series has stopped to go on since the hour began. */
    private boolean isInOtherPass(long local, WallClock clock, RowBlock rows) {
        Pass pass = passes.computeIfAbsent(series(rows), series -> new Pass());
        long change = clock.changeAt(local);
        if (pass.change != change) {
            pass.change = change;
            pass.isSecond = false;
        } else {
            long step = isNewestFirst.getAsBoolean() ? pass.last - local : local - pass.last;
            pass.isSecond |= isOnePerTime ? step <= 0 : step < 0;
        }
        pass.last = local;
        return pass.isSecond;
    }

    private List<@Nullable Text> series(RowBlock rows) {
        List<@Nullable Text> series = new ArrayList<>(seriesColumns.length);
        for (int column : seriesColumns) {
            series.add(rows.text(column, rows.rows()));
        }
        return series;
    }
}
