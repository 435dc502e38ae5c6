package eu.wattpeil.store.remote;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Time as it passes for one process: it never goes back, and no other host's clock is compared with
 * it.
 */
interface Ticks {

    long nanos();

    void sleep(Duration duration) throws InterruptedIOException;

    /** That of the machine. */
    static Ticks system() {
        return new Ticks() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedIOException {
                try {
                    TimeUnit.NANOSECONDS.sleep(duration.toNanos());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException();
                }
            }
        };
    }
}
