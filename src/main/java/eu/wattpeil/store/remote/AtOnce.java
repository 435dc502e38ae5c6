package eu.wattpeil.store.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does some things at the same time that mostly wait for another machine. */
public final class AtOnce {

    private AtOnce() {}

    /** What is done with the number of a thing. */
    @FunctionalInterface
    public interface Step {
        void take(int index) throws IOException;
    }

    /**
     * Takes a step for each number from 0.
     *
     * @param atOnce how many at the same time
     * @throws IOException the first failure; the others were tried all the same
     */
    public static void each(int atOnce, int count, Step step) throws IOException {
        if (count <= 1) {
            if (count == 1) {
                step.take(0);
            }
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, count));
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int index = i;
                all.add(
                        threads.submit(
                                () -> {
                                    step.take(index);
                                    return null;
                                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            threads.shutdown();
            awaitEnd(threads);
        }
    }

    /** Nothing goes on behind the back of who was told that it failed. */
    private static void awaitEnd(ExecutorService threads) throws IOException {
        try {
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        if (cause instanceof IOException failure) {
            return failure;
        }
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IOException(cause);
    }
}
