package eu.wattpeil.collect;

import eu.wattpeil.collect.bytes.OwnThread;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.PartWriter;
import eu.wattpeil.store.RowBlock;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Writes blocks by a thread of its own while the next ones are read: for a large document that
 * cannot be cut.
 */
final class WritingBehind implements BlockOutput {

    private static final int BLOCKS = 4;

    private final PartWriter writer;
    private final OwnThread thread = new OwnThread();

    /** The blocks that are or will be empty, in that order. */
    private final Queue<Future<RowBlock>> blocks = new ArrayDeque<>();

    /** Known to the thread that writes alone. */
    private boolean hasFailed;

    /**
     * @param rows of a block
     */
    WritingBehind(PartWriter writer, Dataset dataset, int rows) {
        this.writer = writer;
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(CompletableFuture.completedFuture(new RowBlock(dataset, rows)));
        }
    }

    @Override
    public RowBlock write(RowBlock full) {
        blocks.add(thread.submit(() -> emptied(full)));
        return next();
    }

    @Override
    public void finish() {
        while (!blocks.isEmpty()) {
            next();
        }
    }

    @Override
    public void close() {
        thread.close();
    }

    private RowBlock emptied(RowBlock full) {
        if (hasFailed) {
            throw new CancellationException("a block before could not be written");
        }
        hasFailed = true;
        writer.write(full);
        hasFailed = false;
        return full;
    }

    private RowBlock next() {
        try {
            return blocks.remove().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("writing was interrupted");
        }
    }
}
