package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.value.Length;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.RepeatedHour;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.collect.value.WallClock;
import eu.wattpeil.store.RowBlock;
import org.jspecify.annotations.Nullable;

/** Reads a time into the instant of a column, and for an interval of known length its other end. */
final class InstantField implements FieldReader {

    private static final int NO_COLUMN = -1;

    private final TimeText times;
    private final WallClock clock;
    private final RepeatedHour repeatedHour;
    private final RowSeries series;
    private final Flaw unreadable;
    private final Flaw skipped;
    private final Flaw repeated;
    private final Flaw beyond;
    private final Bounds bounds;

    /**
     * What the time means.
     *
     * @param start the column for the start of an interval, or -1 where it is not set
     * @param end the column for its end, or for a moment, or -1 where it is not set
     * @param length between them, where only one of them is in the document
     * @param isStartRead whether the time is the start
     * @param isEnd whether the time is an end, so that it may be where a skipped hour starts
     */
    record Bounds(int start, int end, @Nullable Length length, boolean isStartRead, boolean isEnd) {

        static Bounds moment(int column) {
            return new Bounds(NO_COLUMN, column, null, false, false);
        }

        static Bounds end(int column) {
            return new Bounds(NO_COLUMN, column, null, false, true);
        }

        static Bounds both(int start, int end, Length length, boolean isStartRead) {
            return new Bounds(start, end, length, isStartRead, !isStartRead);
        }
    }

    InstantField(
            String pattern,
            WallClock clock,
            RepeatedHour repeatedHour,
            RowSeries series,
            Bounds bounds) {
        this.times = TimeText.ofInterval(pattern);
        this.clock = clock;
        this.repeatedHour = repeatedHour;
        this.series = series;
        this.bounds = bounds;
        unreadable = new Flaw(Reason.UNREADABLE_VALUE, expected(pattern, "time"));
        skipped =
                new Flaw(
                        Reason.IMPOSSIBLE_TIME,
                        "a local time that the clock change in spring does not leave out");
        beyond = new Flaw(Reason.IMPOSSIBLE_TIME, "the number of an interval that the day has");
        repeated =
                new Flaw(
                        Reason.IMPOSSIBLE_TIME,
                        "a local time that the clock change in autumn does not repeat"
                                + " (repeated-hour is reject)");
    }

    static String expected(String pattern, String what) {
        return switch (pattern) {
            case "iso" ->
                    what.equals("date")
                            ? "a date such as 2026-10-25"
                            : "a time such as 2026-10-25T13:45:00";
            case "epoch-seconds" -> "seconds since 1970 such as 1761350400";
            case "epoch-milliseconds" -> "milliseconds since 1970 such as 1761350400000";
            default -> "a " + what + " such as " + TimeText.example(pattern);
        };
    }

    @Override
    public @Nullable Flaw read(byte[] bytes, int from, int to, RowBlock rows) {
        long local = times.read(bytes, from, to);
        if (local == NoValue.UNREADABLE) {
            return unreadable;
        }
        if (times.number() > 0) {
            return setNumbered(local, times.number(), rows);
        }
        long instant = instant(local);
        if (!NoValue.isValue(instant)) {
            boolean isSkipped = instant == NoValue.SKIPPED;
            instant =
                    isSkipped
                            ? skippedInstant(local)
                            : repeatedHour.instant(series.of(rows), local, clock);
            if (instant == NoValue.SKIPPED) {
                return isSkipped ? skipped : repeated;
            }
        }
        set(instant, 0, rows);
        return null;
    }

    /** Only times that need nothing of the rows before, and name no interval by its number. */
    @Override
    public boolean readAll(FieldColumn fields, RowBlock rows) {
        for (int row = 0; row < fields.count(); row++) {
            if (fields.isMissing(row)) {
                continue;
            }
            long local = times.read(fields.bytes(), fields.from(row), fields.to(row));
            if (local == NoValue.UNREADABLE || times.number() > 0) {
                return false;
            }
            long instant = instant(local);
            if (!NoValue.isValue(instant)) {
                return false;
            }
            set(instant, row, rows);
        }
        return true;
    }

    /** What the text read last means; no value where a clock change leaves it out or repeats it. */
    private long instant(long local) {
        long offset = times.offset();
        return offset == NoValue.NO_OFFSET ? clock.instant(local) : local - offset;
    }

    /** The interval of a number in a day, of which a clock change makes more or less. */
    private @Nullable Flaw setNumbered(long day, int number, RowBlock rows) {
        Length length = bounds.length();
        if (length == null) {
            return beyond;
        }
        long end = clock.anyInstant(day) + number * length.micros();
        if (end > clock.anyInstant(day + TimeText.MICROS_PER_DAY)) {
            return beyond;
        }
        set(bounds.isStartRead() ? end - length.micros() : end, 0, rows);
        return null;
    }

    private long skippedInstant(long local) {
        return bounds.isEnd() && clock.isStartOfSkipped(local)
                ? clock.changeAt(local)
                : NoValue.SKIPPED;
    }

    private void set(long instant, int ahead, RowBlock rows) {
        Length length = bounds.length();
        if (length == null) {
            rows.setAhead(bounds.end(), ahead, instant);
            return;
        }
        boolean isStart = bounds.isStartRead();
        long start = isStart ? instant : length.before(instant, clock);
        rows.setAhead(bounds.start(), ahead, start);
        rows.setAhead(bounds.end(), ahead, isStart ? length.after(instant, clock) : instant);
    }
}
