package eu.wattpeil.collect.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How long an interval is: exact time, or days and months of the calendar, which clock changes make
 * shorter or longer.
 *
 * @param micros exact time; 0 where the calendar is meant
 */
public record Length(long micros, Period calendar) {

    /** Reads an ISO 8601 duration above 0: {@code PT15M}, {@code P1D}, {@code P1M}. */
    public static Length parse(String text) {
        if (text.contains("T")) {
            Duration exact = Duration.parse(text);
            if (exact.isZero() || exact.isNegative()) {
                throw new DateTimeException("not above 0: " + text);
            }
            return new Length(exact.toNanos() / 1_000, Period.ZERO);
        }
        Period calendar = Period.parse(text);
        if (calendar.isZero() || calendar.isNegative()) {
            throw new DateTimeException("not above 0: " + text);
        }
        return new Length(0, calendar);
    }

    /** The end of an interval that starts then. */
    public long after(long instant, WallClock clock) {
        return micros > 0 ? instant + micros : moved(instant, clock, 1);
    }

    /** The start of an interval that ends then. */
    public long before(long instant, WallClock clock) {
        return micros > 0 ? instant - micros : moved(instant, clock, -1);
    }

    private long moved(long instant, WallClock clock, int direction) {
        long local = clock.local(instant);
        long second = TimeText.MICROS_PER_SECOND;
        LocalDateTime moved =
                LocalDateTime.ofEpochSecond(Math.floorDiv(local, second), 0, ZoneOffset.UTC)
                        .plus(calendar.multipliedBy(direction));
        long rest = Math.floorMod(local, second);
        return clock.anyInstant(
                ChronoUnit.SECONDS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), moved)
                                * second
                        + rest);
    }
}
