package eu.wattpeil.collect.metering;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Turns the local start and end of a row into instants. All are in minutes since 1970-01-01T00:00,
 * local or UTC.
 *
 * <p>Rows have no offset, but a length: only a start and an end that lie a quarter or an hour apart
 * belong together. That settles {@code 01:45 → 03:00} in spring and {@code 02:45 → 02:00} in
 * autumn; what it leaves open in the repeated hour, the order of the rows must settle.
 */
final class BelgianClock {

    /** Fluvius exports are in Belgian time, wherever they are read. */
    private static final ZoneRules RULES = ZoneId.of("Europe/Brussels").getRules();

    private static final long QUARTER = 15;
    private static final long HOUR = 60;
    private static final long NO_INSTANT = Long.MIN_VALUE;

    private final Instants starts = new Instants();
    private final Instants ends = new Instants();
    private long start;
    private long end;

    /** How a row's times turned out. */
    enum Outcome {
        RESOLVED,
        /**
         * Both in the repeated hour: the instants are those of summer time until {@link #later()}.
         */
        REPEATED,
        /** The clock change of spring leaves a time out. */
        LEFT_OUT,
        /** Neither a quarter nor an hour. */
        OTHER_LENGTH
    }

    /** The instant of the start. */
    long start() {
        return start;
    }

    /** The instant of the end. */
    long end() {
        return end;
    }

    /** Finds the instants of a local start and end. */
    Outcome resolve(long localStart, long localEnd) {
        starts.of(localStart);
        ends.of(localEnd);
        boolean isLater = isPair(starts.later);
        if (isPair(starts.earlier)) {
            return isLater ? Outcome.REPEATED : Outcome.RESOLVED;
        }
        if (isLater) {
            later();
            return Outcome.RESOLVED;
        }
        return starts.isLeftOut() || ends.isLeftOut() ? Outcome.LEFT_OUT : Outcome.OTHER_LENGTH;
    }

    /** Takes the instants of winter time for a repeated start. */
    void later() {
        isPair(starts.later);
    }

    /** Whether an end belongs to the start; takes both if so. */
    private boolean isPair(long from) {
        return from != NO_INSTANT && (isPair(from, ends.earlier) || isPair(from, ends.later));
    }

    private boolean isPair(long from, long to) {
        if (to == NO_INSTANT || to - from != QUARTER && to - from != HOUR) {
            return false;
        }
        start = from;
        end = to;
        return true;
    }

    /** The instants of a local minute; the clock change of the last hour asked for is kept. */
    private static final class Instants {

        private long hour = Long.MIN_VALUE;
        private @Nullable ZoneOffsetTransition change;
        private long offset;

        /** The instant; of a repeated minute the one in summer time; or none. */
        private long earlier;

        /** The second instant of a repeated minute, or none. */
        private long later;

        void of(long localMinute) {
            long localHour = Math.floorDiv(localMinute, HOUR);
            if (localHour != hour) {
                hour = localHour;
                LocalDateTime time = LocalDateTime.ofEpochSecond(hour * 3600, 0, ZoneOffset.UTC);
                change = RULES.getTransition(time);
                offset = RULES.getOffset(time).getTotalSeconds() / 60;
            }
            ZoneOffsetTransition here = change;
            earlier = localMinute - offset;
            later = NO_INSTANT;
            if (here == null) {
                return;
            }
            if (here.isOverlap()) {
                later = localMinute - here.getOffsetAfter().getTotalSeconds() / 60;
            } else if (Math.floorMod(localMinute, HOUR) != 0) {
                // The first minute that is left out is also a name of the instant of the change.
                earlier = NO_INSTANT;
            }
        }

        boolean isLeftOut() {
            return earlier == NO_INSTANT;
        }
    }
}
