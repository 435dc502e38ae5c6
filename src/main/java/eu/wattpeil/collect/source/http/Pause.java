package eu.wattpeil.collect.source.http;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Lets time pass before the same is asked again. */
@FunctionalInterface
interface Pause {

    /** By sleeping. */
    Pause ASLEEP =
            length -> {
                try {
                    Thread.sleep(length.toMillis());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted");
                }
            };

    void last(Duration length) throws InterruptedIOException;
}
