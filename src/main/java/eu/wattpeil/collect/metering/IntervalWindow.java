package eu.wattpeil.collect.metering;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The intervals that may still get rows, in order of appearance.
 *
 * <p>Rows of one interval mostly stand next to each other, but an export may also list one register
 * after the other. {@value #MAX_OPEN} intervals, some years of quarter-hours of one connection, are
 * kept open; then the oldest is given away. What comes even later is an interval of its own.
 */
final class IntervalWindow {

    static final int MAX_OPEN = 1 << 17;

    private static final int FIRST_OPEN = 1 << 10;
    private static final int NONE = -1;

    private final Consumer<Interval> closed;
    private Interval[] ring = new Interval[FIRST_OPEN];

    /** Chains through the places of the ring, by hash. */
    private int[] next = new int[FIRST_OPEN];

    private int[] first = new int[FIRST_OPEN * 2];
    private int oldest;
    private int size;

    /**
     * @param closed gets each interval when no row can be added any more; the object is used again
     */
    IntervalWindow(Consumer<Interval> closed) {
        this.closed = closed;
        Arrays.fill(first, NONE);
    }

    /** The open interval of a flow, opened where there is none. Start and end in minutes. */
    Interval at(Connection connection, Flow flow, long start, long end, long line) {
        int bucket = bucket(connection, flow, start);
        for (int place = first[bucket]; place != NONE; place = next[place]) {
            if (ring[place].is(connection, flow, start, end)) {
                return ring[place];
            }
        }
        if (size == ring.length) {
            if (size < MAX_OPEN) {
                grow();
            } else {
                closeOldest();
            }
            bucket = bucket(connection, flow, start);
        }
        return open(bucket, connection, flow, start, end, line);
    }

    /** Gives away all that is open. */
    void close() {
        while (size > 0) {
            closeOldest();
        }
    }

    private Interval open(
            int bucket, Connection connection, Flow flow, long start, long end, long line) {
        int place = oldest + size & ring.length - 1;
        Interval interval = ring[place];
        if (interval == null) {
            interval = new Interval(connection, flow, start, end, line);
            ring[place] = interval;
        } else {
            interval.become(connection, flow, start, end, line);
        }
        next[place] = first[bucket];
        first[bucket] = place;
        size++;
        return interval;
    }

    private void closeOldest() {
        Interval interval = ring[oldest];
        int bucket = bucket(interval.connection(), interval.flow(), interval.start());
        int before = NONE;
        for (int place = first[bucket]; place != oldest; place = next[place]) {
            before = place;
        }
        if (before == NONE) {
            first[bucket] = next[oldest];
        } else {
            next[before] = next[oldest];
        }
        oldest = oldest + 1 & ring.length - 1;
        size--;
        closed.accept(interval);
    }

    /** Makes room; only called when the ring is full, so that it can be laid out anew. */
    private void grow() {
        Interval[] larger = new Interval[size * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = ring[oldest + i & ring.length - 1];
        }
        ring = larger;
        oldest = 0;
        next = new int[larger.length];
        first = new int[larger.length * 2];
        Arrays.fill(first, NONE);
        for (int place = 0; place < size; place++) {
            Interval interval = ring[place];
            int bucket = bucket(interval.connection(), interval.flow(), interval.start());
            next[place] = first[bucket];
            first[bucket] = place;
        }
    }

    private int bucket(Connection connection, Flow flow, long start) {
        long mixed = (start * 31 + connection.number()) * 7 + flow.ordinal();
        mixed *= 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & first.length - 1;
    }
}
