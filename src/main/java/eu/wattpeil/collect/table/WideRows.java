package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.collect.value.WallClock;
import eu.wattpeil.store.RowBlock;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * One record for each value of a row, which holds a local day. Empty values are no records.
 *
 * <p>On a day with a clock change the times of the columns are those of the local clock: in spring
 * the values of the hour left out must be empty; in autumn a time that the header has twice is the
 * first and the second pass, one that it has once is the first pass, and the second stays unknown.
 * Where the columns last 25 hours they count the time since midnight instead, and those beyond the
 * day's end must be empty.
 */
final class WideRows implements RowShape {

    private final FixedColumns fixed;
    private final Day day;
    private final Values values;
    private final WideSlot[] slots;
    private final WallClock clock;
    private final Charset charset;
    private final Flaw skipped =
            new Flaw(
                    Reason.IMPOSSIBLE_TIME, "no value for a time that the clock change leaves out");
    private final Flaw repeated =
            new Flaw(
                    Reason.IMPOSSIBLE_TIME,
                    "no value for a repeated time (repeated-hour is reject)");
    private final Flaw onlyOnce =
            new Flaw(
                    Reason.IMPOSSIBLE_TIME,
                    "no second value for a time that comes once on that day");
    private final Flaw beyond =
            new Flaw(Reason.IMPOSSIBLE_TIME, "no value beyond the end of the day");

    /**
     * Where the day is.
     *
     * @param reader sets measured_at of a row to the instant that UTC's clock shows as the day's
     *     local midnight
     */
    record Day(ColumnReader reader, String label) {}

    /**
     * What the values are.
     *
     * @param start the column for the start of an interval, or -1
     * @param rejectsRepeated whether values of repeated times are not to be read
     */
    record Values(
            FieldReader reader,
            MissingWords missing,
            int start,
            int end,
            long stepMicros,
            boolean rejectsRepeated) {}

    WideRows(
            FixedColumns fixed,
            Day day,
            Values values,
            WideSlot[] slots,
            WallClock clock,
            Charset charset) {
        this.fixed = fixed;
        this.day = day;
        this.values = values;
        this.slots = slots;
        this.clock = clock;
        this.charset = charset;
    }

    @Override
    public void read(Rows row, Records records) {
        Reject reject = fixed.read(row, records.rows());
        if (reject == null) {
            reject = day.reader().read(row, records.rows());
        }
        if (reject != null) {
            FixedColumns.end(reject, records);
            return;
        }
        RowBlock rows = records.rows();
        long midnight = rows.number(values.end(), rows.rows());
        if (Math.floorMod(midnight, TimeText.MICROS_PER_DAY) != 0) {
            records.reject(
                    new Reject(
                            row.line(),
                            day.label(),
                            Reason.UNREADABLE_VALUE,
                            "a day, without a time other than 00:00",
                            ""));
            return;
        }
        for (WideSlot slot : slots) {
            if (!values.missing().isMissing(row, slot.field())) {
                readValue(slot, midnight, row, records);
            }
        }
        // The open row still holds what the days have in common.
        records.rows().clearRow();
    }

    private void readValue(WideSlot slot, long midnight, Rows row, Records records) {
        RowBlock rows = records.rows();
        Reject reject = fixed.read(row, rows);
        if (reject != null) {
            FixedColumns.end(reject, records);
            return;
        }
        Flaw flaw = readTime(slot, midnight, rows);
        int from = row.from(slot.field());
        int to = row.to(slot.field());
        if (flaw == null) {
            flaw = values.reader().read(row.bytes(), from, to, rows);
        }
        if (flaw != null) {
            String found = new String(row.bytes(), from, to - from, charset);
            records.reject(
                    new Reject(row.line(), slot.label(), flaw.reason(), flaw.expected(), found));
            return;
        }
        records.accept(row.line());
    }

    private @Nullable Flaw readTime(WideSlot slot, long midnight, RowBlock rows) {
        long instant;
        if (slot.isElapsed()) {
            instant = clock.anyInstant(midnight) + slot.micros();
            if (instant >= clock.anyInstant(midnight + TimeText.MICROS_PER_DAY)) {
                return beyond;
            }
        } else {
            long local = midnight + slot.micros();
            instant = clock.instant(local);
            if (instant == NoValue.SKIPPED) {
                return skipped;
            }
            if (instant == NoValue.REPEATED) {
                if (values.rejectsRepeated()) {
                    return repeated;
                }
                instant = slot.isSecond() ? clock.second(local) : clock.first(local);
            } else if (slot.isSecond()) {
                return onlyOnce;
            }
        }
        if (values.start() < 0) {
            rows.set(values.end(), instant);
            return null;
        }
        rows.set(values.start(), instant);
        rows.set(values.end(), instant + values.stepMicros());
        return null;
    }

    @Override
    public boolean isCutShort(Rows row) {
        for (WideSlot slot : slots) {
            if (slot.field() >= row.fields() && !slot.isExtra()) {
                return true;
            }
        }
        return fixed.isCutShort(row) || day.reader().isCutShort(row);
    }
}
