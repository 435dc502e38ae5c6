package eu.wattpeil.collect.value;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The clock of a zone: from local times to instants, both in microseconds since 1970.
 *
 * <p>Between two clock changes a conversion is one comparison and one subtraction; the rules of the
 * zone are asked only when a local time leaves the stretch of the last one. Keeps state: one for
 * each reading thread.
 */
public final class WallClock {

    private static final long MICROS = TimeText.MICROS_PER_SECOND;

    private final ZoneRules rules;

    /** Local times from the first to before the second have this offset and no other. */
    private long steadyFrom;

    private long steadyTo;
    private long offset;

    public WallClock(ZoneId zone) {
        rules = zone.getRules();
    }

    /** The instant of a local time, or {@link NoValue#SKIPPED} or {@link NoValue#REPEATED}. */
    public long instant(long local) {
        if (local >= steadyFrom && local < steadyTo) {
            return local - offset;
        }
        ZoneOffsetTransition change = rules.getTransition(dateTime(local));
        if (change != null) {
            return change.isGap() ? NoValue.SKIPPED : NoValue.REPEATED;
        }
        findSteady(local);
        return local - offset;
    }

    /** The instant of a repeated local time when it comes first: in summer time. */
    public long first(long local) {
        return local - micros(change(local).getOffsetBefore());
    }

    /** The instant of a repeated local time when it comes again. */
    public long second(long local) {
        return local - micros(change(local).getOffsetAfter());
    }

    /** As {@link #instant}, with the first of a repeated time and the change for a skipped one. */
    public long anyInstant(long local) {
        long instant = instant(local);
        if (instant == NoValue.SKIPPED) {
            return changeAt(local);
        }
        return instant == NoValue.REPEATED ? first(local) : instant;
    }

    /** The instant of the clock change that skips or repeats this local time. */
    public long changeAt(long local) {
        return change(local).toEpochSecond() * MICROS;
    }

    /**
     * Whether this is the first local time that a clock change skips, where an interval may end.
     */
    public boolean isStartOfSkipped(long local) {
        ZoneOffsetTransition change = rules.getTransition(dateTime(local));
        return change != null && change.isGap() && local == micros(change.getDateTimeBefore());
    }

    /** The local time at an instant. */
    public long local(long instant) {
        return instant
                + micros(rules.getOffset(Instant.ofEpochSecond(Math.floorDiv(instant, MICROS))));
    }

    /**
     * Whether the local time is less than half a day from a time that a clock change repeats, so
     * that the rows around may have to be seen together.
     */
    public boolean isNearRepeated(long local) {
        long halfDay = TimeText.MICROS_PER_DAY / 2;
        if (local - halfDay >= steadyFrom && local + halfDay < steadyTo) {
            return false;
        }
        Instant before =
                Instant.ofEpochSecond(
                        Math.floorDiv(local - 2 * halfDay - 18 * 3_600L * MICROS, MICROS));
        ZoneOffsetTransition change = rules.nextTransition(before);
        while (change != null && micros(change.getDateTimeAfter()) - halfDay <= local) {
            if (change.isOverlap() && local < micros(change.getDateTimeBefore()) + halfDay) {
                return true;
            }
            change = rules.nextTransition(change.getInstant());
        }
        return false;
    }

    private ZoneOffsetTransition change(long local) {
        ZoneOffsetTransition change = rules.getTransition(dateTime(local));
        if (change == null) {
            throw new IllegalArgumentException("no clock change at local time: " + dateTime(local));
        }
        return change;
    }

    private void findSteady(long local) {
        LocalDateTime time = dateTime(local);
        ZoneOffset valid = rules.getOffset(time);
        Instant instant = time.toInstant(valid);
        ZoneOffsetTransition next = rules.nextTransition(instant);
        ZoneOffsetTransition previous = rules.previousTransition(instant.plusNanos(1));
        offset = micros(valid);
        steadyFrom =
                previous == null
                        ? Long.MIN_VALUE
                        : Math.max(
                                micros(previous.getDateTimeBefore()),
                                micros(previous.getDateTimeAfter()));
        steadyTo =
                next == null
                        ? Long.MAX_VALUE
                        : Math.min(
                                micros(next.getDateTimeBefore()), micros(next.getDateTimeAfter()));
    }

    private static LocalDateTime dateTime(long local) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(local, MICROS),
                (int) Math.floorMod(local, MICROS) * 1_000,
                ZoneOffset.UTC);
    }

    private static long micros(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC) * MICROS;
    }

    private static long micros(ZoneOffset offset) {
        return offset.getTotalSeconds() * MICROS;
    }
}
