package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.bytes.JoinedFields;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.metering.FluviusHeader.Column;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.RepeatedHour;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.collect.value.WallClock;
import java.time.ZoneId;

/**
 * Turns the local start and end of a row into instants, in microseconds since 1970.
 *
 * <p>Rows have no offset, but a length: only a start and an end that lie a quarter, an hour or,
 * both at midnight, a day apart belong together. That settles {@code 01:45 → 03:00} in spring and
 * {@code 02:45 → 02:00} in autumn. What it leaves open in the repeated hour, the order of the rows
 * of a register settles: Fluvius writes it interleaved, 02:00 of summer, 02:00 of winter, 02:15 of
 * summer …
 */
final class RowTimes {

    /** Fluvius exports are in Belgian time, wherever they are read. */
    private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

    private static final long MINUTE = 60 * TimeText.MICROS_PER_SECOND;
    private static final long QUARTER = 15 * MINUTE;
    private static final long HOUR = 60 * MINUTE;

    /** Day first; a spreadsheet may have taken leading zeros and seconds. */
    private final TimeText times =
            TimeText.firstOf(
                    "d-M-yyyy H:mm:ss", "d/M/yyyy H:mm:ss", "d-M-yyyy H:mm", "d/M/yyyy H:mm");

    private final TimeText dates = TimeText.firstOf("d-M-yyyy", "d/M/yyyy");
    private final WallClock clock = new WallClock(BELGIUM);
    private final RepeatedHour repeatedHour =
            new RepeatedHour(RepeatedHour.Mode.INTERLEAVED, true, () -> false);
    private final JoinedFields from;
    private final JoinedFields until;
    private long start;
    private long end;

    /** How a row's times turned out. */
    enum Outcome {
        RESOLVED,
        /** The clock change of spring leaves a time out. */
        LEFT_OUT,
        /** Neither a quarter, nor an hour, nor a day. */
        OTHER_LENGTH
    }

    /** Whose rows tell the passes of the repeated hour apart by their order. */
    private record Series(Connection connection, Register register, Unit unit) {}

    RowTimes(FluviusHeader header) {
        from = new JoinedFields(header.place(Column.FROM_DATE), header.place(Column.FROM_TIME));
        until = new JoinedFields(header.place(Column.UNTIL_DATE), header.place(Column.UNTIL_TIME));
    }

    /** The instant of the start that was resolved last. */
    long start() {
        return start;
    }

    /** The instant of the end that was resolved last. */
    long end() {
        return end;
    }

    /** The local start of a row; UNREADABLE where it is no date with a time of whole minutes. */
    long localStart(Rows row) {
        return local(from, row);
    }

    /** The local end of a row; UNREADABLE where it is no date with a time of whole minutes. */
    long localEnd(Rows row) {
        return local(until, row);
    }

    /** Whether a field is a date. */
    boolean isDate(Rows row, int field) {
        return dates.read(row.bytes(), row.from(field), row.to(field)) != NoValue.UNREADABLE;
    }

    private long local(JoinedFields fields, Rows row) {
        fields.take(row);
        long local = times.read(fields.bytes(), fields.from(), fields.to());
        return Math.floorMod(local, MINUTE) == 0 ? local : NoValue.UNREADABLE;
    }

    /** Finds the instants of a local start and end. */
    Outcome resolve(
            long localStart, long localEnd, Connection connection, Register register, Unit unit) {
        long first = first(localStart);
        long second = second(localStart);
        if (isDay(localStart, localEnd)) {
            start = first;
            end = first(localEnd);
            return Outcome.RESOLVED;
        }
        boolean isFirst = NoValue.isValue(end(first, localEnd));
        boolean isSecond = NoValue.isValue(end(second, localEnd));
        if (!isFirst && !isSecond) {
            boolean isLeftOut = first == NoValue.SKIPPED || first(localEnd) == NoValue.SKIPPED;
            return isLeftOut ? Outcome.LEFT_OUT : Outcome.OTHER_LENGTH;
        }
        start = isFirst ? first : second;
        if (isFirst && isSecond) {
            Series series = new Series(connection, register, unit);
            start = repeatedHour.instant(series, localStart, clock);
        }
        end = end(start, localEnd);
        return Outcome.RESOLVED;
    }

    /** From midnight to midnight; clock changes are never then. */
    private static boolean isDay(long localStart, long localEnd) {
        return Math.floorMod(localStart, TimeText.MICROS_PER_DAY) == 0
                && localEnd - localStart == TimeText.MICROS_PER_DAY;
    }

    /** The end that belongs to a start; SKIPPED where none does. */
    private long end(long instant, long localEnd) {
        if (isLength(first(localEnd) - instant)) {
            return first(localEnd);
        }
        return isLength(second(localEnd) - instant) ? second(localEnd) : NoValue.SKIPPED;
    }

    private static boolean isLength(long micros) {
        return micros == QUARTER || micros == HOUR;
    }

    /** The instant of a local time, of a repeated one the first; SKIPPED where there is none. */
    private long first(long local) {
        long instant = clock.instant(local);
        if (instant == NoValue.REPEATED) {
            return clock.first(local);
        }
        // The first minute that is left out is also a name of the instant of the change.
        return instant == NoValue.SKIPPED && clock.isStartOfSkipped(local)
                ? clock.changeAt(local)
                : instant;
    }

    /** The second instant of a repeated local time; SKIPPED for any other. */
    private long second(long local) {
        return clock.instant(local) == NoValue.REPEATED ? clock.second(local) : NoValue.SKIPPED;
    }
}
