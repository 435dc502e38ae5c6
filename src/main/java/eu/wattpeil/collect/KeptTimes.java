package eu.wattpeil.collect;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.KeptFrom;
import eu.wattpeil.store.RowBlock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leaves out rows of months whose records are no longer kept: they are closed. */
final class KeptTimes {

    private static final long MICROS_PER_SECOND = 1_000_000L;

    private final Dataset dataset;
    private final int timeColumn;
    private final int startColumn;
    private final long first;
    private final String expected;

    /**
     * @param kept empty where all records of the dataset are kept
     */
    KeptTimes(Dataset dataset, Optional<KeptFrom> kept, ZoneId zone) {
        this.dataset = dataset;
        timeColumn = dataset.index(dataset.timeColumn());
        startColumn = dataset.startColumn().isEmpty() ? -1 : dataset.index(dataset.startColumn());
        boolean isDays = dataset.columns().get(timeColumn).type() == ColumnType.DATE;
        first =
                kept.map(it -> it.month().atDay(1))
                        .map(day -> isDays ? day.toEpochDay() : micros(day, zone))
                        .orElse(Long.MIN_VALUE);
        expected =
                kept.map(it -> "a row from " + it.month() + " on; " + it.words())
                        .orElse("a row of any month");
    }

    /** What is told of the open row of a block where it is left out; null where it is kept. */
    @Nullable Reject gone(RowBlock rows, long line) {
        int open = rows.rows();
        boolean hasStart = startColumn >= 0 && !rows.isOpenNull(startColumn);
        if (rows.number(hasStart ? startColumn : timeColumn, open) >= first) {
            return null;
        }
        return new Reject(line, dataset.timeColumn(), Reason.MONTH_NOT_KEPT, expected, "");
    }

    /** Whether the open row and those behind it are surely kept. */
    boolean allKept(RowBlock rows, int count) {
        return first == Long.MIN_VALUE
                || rows.least(timeColumn, count) >= first
                        && (startColumn < 0 || rows.least(startColumn, count) >= first);
    }

    private static long micros(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toEpochSecond() * MICROS_PER_SECOND;
    }
}
