package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.printing.PrintEvent.Printed;
import eu.wattpeil.collect.printing.PrintEvent.Rendered;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each printed document the event that tells its copies: that of the same job which was
 * logged last before it, at most a day earlier, wherever it stands in the document. An export of
 * Event Viewer has the newest event first, other ones the oldest.
 *
 * <p>What waits for its other half is given away a day later, or when {@value #MAX_WAITING} others
 * wait; that bounds the memory.
 */
final class EventJobs {

    static final int MAX_WAITING = 16_384;

    private static final long DAY_MICROS = Duration.ofDays(1).toMillis() * 1000;

    private final Target target;

    /** The halves that came last, longest waiting first. */
    private final Map<Key, PrintEvent> waiting = new LinkedHashMap<>();

    private record Key(String computer, long jobId) {}

    /** Gets each printed document once. */
    interface Target {

        /**
         * Takes one.
         *
         * @param copies empty where no event tells them
         */
        void put(Printed job, OptionalLong copies);
    }

    EventJobs(Target target) {
        this.target = target;
    }

    void add(PrintEvent event) {
        Key key = new Key(event.computer(), event.jobId());
        PrintEvent other = waiting.remove(key);
        if (!join(event, other)) {
            giveAway(other);
            waiting.put(key, event);
        }
        giveAwayThoseBefore(event.loggedAtMicros());
    }

    /** Gives away all that wait. */
    void close() {
        waiting.values().forEach(this::giveAway);
        waiting.clear();
    }

    private boolean join(PrintEvent event, @Nullable PrintEvent other) {
        if (event instanceof Printed job && other instanceof Rendered rendered) {
            return join(job, rendered);
        }
        return event instanceof Rendered rendered
                && other instanceof Printed job
                && join(job, rendered);
    }

    private boolean join(Printed job, Rendered rendered) {
        long elapsed = job.loggedAtMicros() - rendered.loggedAtMicros();
        if (elapsed < 0 || elapsed > DAY_MICROS) {
            return false;
        }
        target.put(job, OptionalLong.of(rendered.copies()));
        return true;
    }

    private void giveAway(@Nullable PrintEvent event) {
        if (event instanceof Printed job) {
            target.put(job, OptionalLong.empty());
        }
    }

    private void giveAwayThoseBefore(long now) {
        Iterator<PrintEvent> longestFirst = waiting.values().iterator();
        while (longestFirst.hasNext()) {
            PrintEvent event = longestFirst.next();
            boolean isRecent = Math.abs(now - event.loggedAtMicros()) <= DAY_MICROS;
            if (isRecent && waiting.size() <= MAX_WAITING) {
                return;
            }
            longestFirst.remove();
            giveAway(event);
        }
    }
}
