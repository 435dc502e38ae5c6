package eu.wattpeil.collect.nem12;

import eu.wattpeil.collect.IntervalEnergy;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.value.NoValue;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The values of a record 300, until all is known of their quality. */
final class MeteredDay {

    /** Stands where an interval has no value. */
    private static final long NOTHING = Long.MIN_VALUE;

    private static final long MICROS_PER_MINUTE = 60_000_000L;

    private final Channel channel;
    private final long start;
    private final long line;
    private final long[] milliWattHours;
    private final DataQuality[] qualities;
    private final Map<Integer, Flaw> flaws = new TreeMap<>();

    private record Flaw(Reason reason, String expected, String found) {}

    /**
     * @param start of its first interval, in microseconds since 1970-01-01T00:00Z
     * @param quality of all its intervals, until {@link #is} tells another
     */
    MeteredDay(Channel channel, long start, long line, DataQuality quality) {
        this.channel = channel;
        this.start = start;
        this.line = line;
        milliWattHours = new long[channel.intervals()];
        Arrays.fill(milliWattHours, NOTHING);
        qualities = new DataQuality[channel.intervals()];
        Arrays.fill(qualities, quality);
    }

    int intervals() {
        return qualities.length;
    }

    /** Takes what a value was read as. */
    void put(int interval, long number, String expected, String found) {
        if (number == NoValue.UNREADABLE) {
            flaws.put(interval, new Flaw(Reason.UNREADABLE_VALUE, expected, found));
        } else if (number < 0) {
            flaws.put(interval, new Flaw(Reason.IMPOSSIBLE_VALUE, "0 or more", found));
        } else {
            milliWattHours[interval] = number;
        }
    }

    /** Of a stretch of intervals the quality is another; both ends belong to it. */
    void is(DataQuality quality, int first, int last) {
        Arrays.fill(qualities, first, last + 1, quality);
    }

    /** Gives its readings; where there is no value, there is none. */
    void close(IntervalEnergy readings, Records records) {
        int untold = 0;
        for (int i = 0; i < intervals(); i++) {
            boolean isThere = milliWattHours[i] != NOTHING || flaws.containsKey(i);
            if (!isThere || qualities[i] == DataQuality.NULL) {
                continue;
            }
            if (qualities[i] == DataQuality.VARIABLE) {
                untold++;
            } else if (flaws.containsKey(i)) {
                reject(records, i);
            } else {
                long length = channel.minutes() * MICROS_PER_MINUTE;
                readings.put(
                        channel.meterKey(),
                        IntervalEnergy.ELECTRICITY,
                        start + i * length,
                        start + (i + 1) * length,
                        milliWattHours[i],
                        qualities[i].quality(),
                        line);
            }
        }
        if (untold > 0) {
            records.reject(
                    new Reject(
                            line,
                            Nem12Reader.QUALITY,
                            Reason.MISSING_VALUE,
                            "records 400 that tell the quality of each interval, as V says",
                            untold + " intervals without one"));
        }
    }

    private void reject(Records records, int interval) {
        Flaw flaw = flaws.get(interval);
        if (flaw != null) {
            records.reject(
                    new Reject(
                            line,
                            "IntervalValue" + (interval + 1),
                            flaw.reason(),
                            flaw.expected(),
                            flaw.found()));
        }
    }
}
