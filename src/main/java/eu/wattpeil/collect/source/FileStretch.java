package eu.wattpeil.collect.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file from one place to before another, read into the caller's array. */
final class FileStretch extends InputStream {

    private final FileChannel channel;
    private long left;

    private FileStretch(FileChannel channel, long left) {
        this.channel = channel;
        this.left = left;
    }

    static InputStream open(Path file, long from, long to) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(from);
        return new FileStretch(channel, to - from);
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
        ByteBuffer wanted = ByteBuffer.wrap(target, offset, (int) Math.min(length, left));
        int read = channel.read(wanted);
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
