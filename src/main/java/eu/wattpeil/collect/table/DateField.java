package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.collect.value.WallClock;
import eu.wattpeil.store.RowBlock;
import org.jspecify.annotations.Nullable;

/**
 * Reads days: of a date, perhaps with a time, the day as it is written; of seconds since 1970 the
 * day on the clock.
 */
final class DateField implements FieldReader {

    private final int index;
    private final TimeText times;
    private final WallClock clock;
    private final Flaw flaw;

    DateField(int index, String pattern, WallClock clock) {
        this.index = index;
        this.clock = clock;
        times = TimeText.ofDay(pattern);
        flaw = new Flaw(Reason.UNREADABLE_VALUE, InstantField.expected(pattern, "date"));
    }

    @Override
    public @Nullable Flaw read(byte[] bytes, int from, int to, RowBlock rows) {
        return set(times.read(bytes, from, to), 0, rows) ? null : flaw;
    }

    @Override
    public boolean readAll(FieldColumn fields, RowBlock rows) {
        for (int row = 0; row < fields.count(); row++) {
            if (!fields.isMissing(row)
                    && !set(
                            times.read(fields.bytes(), fields.from(row), fields.to(row)),
                            row,
                            rows)) {
                return false;
            }
        }
        return true;
    }

    private boolean set(long written, int ahead, RowBlock rows) {
        if (written == NoValue.UNREADABLE) {
            return false;
        }
        long local = times.isEpoch() ? clock.local(written) : written;
        rows.setAhead(index, ahead, Math.floorDiv(local, TimeText.MICROS_PER_DAY));
        return true;
    }
}
