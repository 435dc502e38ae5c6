package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.FetchException;
import java.time.Duration;

/**
 * By when an answer must be there.
 *
 * @param nanos by the timer of the machine, which no change of its clock touches
 */
record Deadline(long nanos, Duration limit) {

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos(), limit);
    }

    /** What is left; 0 where nothing is. */
    long leftMs() {
        return Math.max(0, (nanos - System.nanoTime()) / 1_000_000);
    }

    boolean isOver() {
        return leftMs() == 0;
    }

    FetchException exceeded() {
        return new FetchException("is not there after " + limit + " (time-limit)");
    }
}
