package eu.wattpeil.collect.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * Unpacked bytes, held against what an honest file gives.
 *
 * <p>A small file that unpacks without end is taken for damaged before it fills anything, and so is
 * one that unpacks to other bytes than it says itself.
 */
final class UnpackedStream extends InputStream {

    private static final long ALWAYS_ALLOWED_BYTES = 1L << 30;
    private static final long MOST_TIMES_LARGER = 400;
    private static final long UNKNOWN = -1;

    private final InputStream in;
    private final long limit;
    private final long size;
    private final long checksum;
    private final CRC32 crc = new CRC32();
    private long count;

    private UnpackedStream(InputStream in, long limit, long size, long checksum) {
        this.in = in;
        this.limit = limit;
        this.size = size;
        this.checksum = checksum;
    }

    /**
     * The only document of a file.
     *
     * @param packedBytes size of the file
     */
    static UnpackedStream of(InputStream in, long packedBytes) {
        return new UnpackedStream(in, mostBytes(packedBytes), UNKNOWN, UNKNOWN);
    }

    /** An entry of an archive, whose directory says its size and CRC-32. */
    static UnpackedStream of(InputStream in, long size, long checksum) {
        return new UnpackedStream(in, size, size, checksum);
    }

    /** To how many bytes a file of a size may unpack. */
    static long mostBytes(long packedBytes) {
        return Math.max(ALWAYS_ALLOWED_BYTES, packedBytes * MOST_TIMES_LARGER);
    }

    /** What is wrong with bytes that a library gave up on. Its own words may quote names. */
    static DamagedFileException damage(Exception cause) {
        return new DamagedFileException(
                cause instanceof EOFException
                        ? "damaged (it is cut off)"
                        : "damaged (its bytes cannot be unpacked)");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = unpack(target, offset, length);
        if (read < 0) {
            checkWhole();
            return read;
        }
        count += read;
        if (count > limit) {
            throw new DamagedFileException("damaged (it unpacks to more than " + limit + " bytes)");
        }
        if (size != UNKNOWN) {
            crc.update(target, offset, read);
        }
        return read;
    }

    private int unpack(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (IOException | RuntimeException damaged) {
            throw damage(damaged);
        }
    }

    private void checkWhole() throws IOException {
        if (size == UNKNOWN) {
            return;
        }
        if (count < size) {
            throw new DamagedFileException("damaged (it is cut off)");
        }
        if (crc.getValue() != checksum) {
            throw new DamagedFileException("damaged (its checksum is another)");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
