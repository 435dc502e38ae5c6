package eu.wattpeil.kpi.query;

import eu.wattpeil.kpi.engine.duckdb.Database;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops what a database does once a time is over. */
final class TimeLimit implements AutoCloseable {

    private static final long AGAIN_MS = 200;

    private final Duration limit;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "time-limit");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile boolean isOver;

    private TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /** Begins to count. What a statement does not notice, the next one does. */
    static TimeLimit start(Duration limit, Database database) {
        TimeLimit started = new TimeLimit(limit);
        started.clock.scheduleAtFixedRate(
                () -> {
                    started.isOver = true;
                    database.stop();
                },
                limit.toMillis(),
                AGAIN_MS,
                TimeUnit.MILLISECONDS);
        return started;
    }

    /** Whether the time was over before the end came. */
    boolean isOver() {
        return isOver;
    }

    /** What to say then. */
    QueryException exceeded() {
        return new QueryException(
                "it has run for "
                        + limit.toSeconds()
                        + " s, expected an end by then: ask for fewer months, or allow more with"
                        + " --time-limit SECONDS",
                0);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
