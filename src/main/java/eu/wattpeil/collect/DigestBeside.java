package eu.wattpeil.collect;

import eu.wattpeil.collect.bytes.OwnThread;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Digests many bytes by a thread of its own, while they are noted elsewhere by the one that reads.
 */
final class DigestBeside implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 19;

    private final MessageDigest digest;
    private final OwnThread thread = new OwnThread();

    /**
     * @param digest of what comes before
     */
    DigestBeside(MessageDigest digest) {
        this.digest = digest;
    }

    /**
     * Takes some bytes and all that is left of a stream; gives how many they are.
     *
     * @param first the buffer that the first bytes are in
     */
    long of(byte[] first, int length, InputStream in, Digest.Beside beside) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        byte[] other = new byte[BUFFER_BYTES];
        System.arraycopy(first, 0, buffer, 0, length);
        Future<?> ofOther = CompletableFuture.completedFuture(null);
        int read = length;
        long bytes = 0;
        while (read >= 0) {
            byte[] full = buffer;
            int taken = read;
            Future<?> ofFull = thread.submit(() -> digest(full, taken));
            beside.add(full, taken);
            bytes += taken;
            await(ofOther);
            buffer = other;
            other = full;
            ofOther = ofFull;
            read = in.read(buffer);
        }
        await(ofOther);
        return bytes;
    }

    @Override
    public void close() {
        thread.close();
    }

    private int digest(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        return length;
    }

    private static void await(Future<?> work) throws InterruptedIOException {
        try {
            work.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        }
    }
}
