package eu.wattpeil.collect.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a stream up to a number. */
public final class ByteRange extends InputStream {

    private final InputStream in;
    private long left;

    /** The first bytes of a stream, which this closes. */
    public ByteRange(InputStream in, long bytes) {
        this.in = in;
        this.left = bytes;
    }

    /** The bytes of a file from one place to before another. */
    public static InputStream of(Path file, long from, long to) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(from);
        return new ByteRange(new ChannelStream(channel), to - from);
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

    /** Reads a channel into the caller's array without another copy than the channel's own. */
    private static final class ChannelStream extends InputStream {

        private final FileChannel channel;

        ChannelStream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return channel.read(ByteBuffer.wrap(target, offset, length));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
