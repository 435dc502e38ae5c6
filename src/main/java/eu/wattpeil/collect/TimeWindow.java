package eu.wattpeil.collect;

import eu.wattpeil.workspace.PlausibleTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The times that the rows of one document can have.
 *
 * @param times what the workspace says
 * @param from the first one, in microseconds since 1970-01-01T00:00Z
 * @param to the last one
 * @param firstDay the day of the first one in the organisation's zone, as days since 1970-01-01
 * @param lastDay the day of the last one
 */
record TimeWindow(PlausibleTimes times, long from, long to, long firstDay, long lastDay) {

    private static final long MICROS_PER_SECOND = 1_000_000L;

    /** The plausible times of a document that is read at that moment. */
    static TimeWindow of(PlausibleTimes times, ZoneId zone, Instant readAt) {
        Instant last = readAt.plus(times.ahead());
        return new TimeWindow(
                times,
                times.from().atStartOfDay(zone).toEpochSecond() * MICROS_PER_SECOND,
                last.getEpochSecond() * MICROS_PER_SECOND,
                times.from().toEpochDay(),
                LocalDate.ofInstant(last, zone).toEpochDay());
    }

    boolean hasInstant(long micros) {
        return micros >= from && micros <= to;
    }

    boolean hasDay(long day) {
        return day >= firstDay && day <= lastDay;
    }

    /** In words that finish "expected …"; the same whenever the document is read. */
    String expected() {
        return "a time from "
                + times.from()
                + " to "
                + times.ahead().toHours()
                + " hours after the document is read (plausible-times in config/wattpeil.yaml)";
    }
}
