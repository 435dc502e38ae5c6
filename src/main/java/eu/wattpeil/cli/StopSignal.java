package eu.wattpeil.cli;

import eu.wattpeil.operate.Stop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Turns SIGTERM and Ctrl-C into a {@link Stop}: the process ends when its piece of work is done, or
 * after a while without it. That loses nothing either: a run may be killed at any moment.
 *
 * <p>The exit code is then Java's, 128 and the number of the signal: 143 or 130.
 */
final class StopSignal implements AutoCloseable {

    /** Less than the ten seconds after which supervisors of containers kill. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Of a process that waits for another one with that patience. */
    private static final Duration PATIENCE_OF_SERVER = Duration.ofMillis(9500);

    private final Stop stop = new Stop();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop-signal");
    private final Duration patience;

    private StopSignal(Duration patience) {
        this.patience = patience;
    }

    /** Listens until closed. */
    static StopSignal listen() {
        return listen(PATIENCE);
    }

    /** The same for a server, whose run listens, too. */
    static StopSignal listenForServer() {
        return listen(PATIENCE_OF_SERVER);
    }

    private static StopSignal listen(Duration patience) {
        StopSignal signal = new StopSignal(patience);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    Stop stop() {
        return stop;
    }

    /**
     * Does not return where the signal came: the exit code of this thread could overtake its own.
     */
    @Override
    public void close() {
        end.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            awaitTheEnd();
        }
    }

    private static void awaitTheEnd() {
        while (true) {
            LockSupport.park();
        }
    }

    private void stopAndWait() {
        stop.ask();
        try {
            end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
