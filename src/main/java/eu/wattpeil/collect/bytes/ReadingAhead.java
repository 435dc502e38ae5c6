package eu.wattpeil.collect.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A stream that a thread of its own reads, some buffers ahead: for bytes that cost something to
 * get, as unpacked ones do.
 */
public final class ReadingAhead extends InputStream {

    private static final int BUFFERS = 4;
    private static final int BUFFER_BYTES = 1 << 17;

    private final InputStream in;
    private final OwnThread thread = new OwnThread();

    /** What comes next, in order. */
    private final Queue<Future<Buffer>> ahead = new ArrayDeque<>();

    private Buffer current = new Buffer(new byte[BUFFER_BYTES], 0);
    private int position;
    private boolean isAtEnd;

    /** Some bytes; fewer than there is room for at the end of the stream only. */
    private record Buffer(byte[] bytes, int length) {}

    /** All that is left of a stream, which this closes. */
    public ReadingAhead(InputStream in) {
        this.in = in;
        for (int i = 1; i < BUFFERS; i++) {
            readInto(new byte[BUFFER_BYTES]);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == current.length() && !fill()) {
            return -1;
        }
        int given = Math.min(length, current.length() - position);
        System.arraycopy(current.bytes(), position, target, offset, given);
        position += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        thread.close();
        in.close();
    }

    private void readInto(byte[] bytes) {
        ahead.add(thread.submit(() -> new Buffer(bytes, in.readNBytes(bytes, 0, bytes.length))));
    }

    private boolean fill() throws IOException {
        if (isAtEnd) {
            return false;
        }
        byte[] empty = current.bytes();
        current = next();
        position = 0;
        isAtEnd = current.length() < BUFFER_BYTES;
        if (!isAtEnd) {
            readInto(empty);
        }
        return current.length() > 0;
    }

    private Buffer next() throws IOException {
        try {
            return ahead.remove().get();
        } catch (ExecutionException failed) {
            // What comes after it is no more of the stream than it is: whoever asks is told again.
            ahead.clear();
            ahead.add(CompletableFuture.failedFuture(failed.getCause()));
            if (failed.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        }
    }
}
