package eu.wattpeil.collect.bytes;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A thread that does one piece of work after the other, beside the one that asks for them. */
public final class OwnThread implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** What comes of a piece of work. */
    public <T> Future<T> submit(Callable<T> work) {
        return thread.submit(work);
    }

    /** Begins nothing more, and returns when nothing is at work: whatever it used is free then. */
    @Override
    public void close() {
        thread.shutdownNow();
        boolean isInterrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException interrupted) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
