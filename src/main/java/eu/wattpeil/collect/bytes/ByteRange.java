package eu.wattpeil.collect.bytes;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a stream up to a number. */
public final class ByteRange extends InputStream {

    private final InputStream in;
    private long left;

    /** The first bytes of a stream, which this closes. */
    public ByteRange(InputStream in, long bytes) {
        this.in = in;
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int read = in.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
