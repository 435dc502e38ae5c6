package eu.wattpeil.report;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Threads that make several things side by side, in the order in which they were begun. */
final class Crew implements AutoCloseable {

    /** Each holds what it makes in memory: a workbook, or a PDF with all its pages. */
    private static final int MOST = 4;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    Math.min(MOST, Runtime.getRuntime().availableProcessors()));

    /**
     * Begins a work.
     *
     * @return waits for what it gives, or throws what it threw
     */
    <T> Supplier<T> begin(Supplier<T> work) {
        CompletableFuture<T> end = CompletableFuture.supplyAsync(work, threads);
        return () -> result(end);
    }

    /** What works give, in their order. */
    <T> List<T> all(List<Supplier<T>> works) {
        List<Supplier<T>> begun = works.stream().map(this::begin).toList();
        return begun.stream().map(Supplier::get).toList();
    }

    private static <T> T result(CompletableFuture<T> end) {
        try {
            return end.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /** What was not begun never is. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
