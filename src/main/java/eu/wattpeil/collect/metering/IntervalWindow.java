package eu.wattpeil.collect.metering;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private final Consumer<Interval> closed;
    private final Map<Key, Interval> open = new LinkedHashMap<>();

    private record Key(Connection connection, Flow flow, long start, long end) {}

    /**
     * @param closed gets each interval when no row can be added any more
     */
    IntervalWindow(Consumer<Interval> closed) {
        this.closed = closed;
    }

    /** The open interval of a flow, opened where there is none. */
    Interval at(Connection connection, Flow flow, long start, long end, long line) {
        Key key = new Key(connection, flow, start, end);
        Interval interval = open.get(key);
        if (interval == null) {
            interval = new Interval(connection, flow, start, end, line);
            open.put(key, interval);
            if (open.size() > MAX_OPEN) {
                closeOldest();
            }
        }
        return interval;
    }

    /** Gives away all that is open. */
    void close() {
        open.values().forEach(closed);
        open.clear();
    }

    private void closeOldest() {
        Iterator<Interval> oldestFirst = open.values().iterator();
        closed.accept(oldestFirst.next());
        oldestFirst.remove();
    }
}
