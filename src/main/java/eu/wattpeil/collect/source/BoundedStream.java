package eu.wattpeil.collect.source;

import eu.wattpeil.collect.DamagedDocumentException;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Unpacked bytes, up to what an honest archive gives: a small file that unpacks without end is
 * taken for damaged before it fills anything.
 */
final class BoundedStream extends FilterInputStream {

    private static final long ALWAYS_ALLOWED_BYTES = 1L << 30;
    private static final long MOST_TIMES_LARGER = 400;

    private final long limit;
    private final Closeable owner;
    private long count;

    /**
     * @param in the unpacked bytes
     * @param packedBytes size of the file they come from
     * @param owner what is closed with the stream
     */
    BoundedStream(InputStream in, long packedBytes, Closeable owner) {
        super(in);
        this.owner = owner;
        limit = Math.max(ALWAYS_ALLOWED_BYTES, packedBytes * MOST_TIMES_LARGER);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public void close() throws IOException {
        try (owner) {
            super.close();
        }
    }

    private void count(int read) throws IOException {
        count += read;
        if (count > limit) {
            throw new DamagedDocumentException("it unpacks to more than " + limit + " bytes");
        }
    }
}
