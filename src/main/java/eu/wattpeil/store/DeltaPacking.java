package eu.wattpeil.store;

import java.io.ByteArrayOutputStream;
import org.apache.parquet.column.values.bitpacking.BytePackerForLong;
import org.apache.parquet.column.values.bitpacking.Packer;

/**
 * Numbers as Parquet's DELTA_BINARY_PACKED has them: the differences of neighbours, in blocks with
 * the least of them and the rest in as many bits as a miniblock needs. More bits are allowed, and
 * pay where differences repeat: compression finds repetitions of whole bytes only.
 */
enum DeltaPacking {
    /** As few bits as there can be. */
    TIGHT(1),
    /** Whole bytes. */
    ALIGNED(Byte.SIZE);

    private static final int BLOCK = 128;
    private static final int MINIBLOCKS = 4;
    private static final int MINIBLOCK = BLOCK / MINIBLOCKS;

    /** So many bits for all others are more than a wide miniblock takes once it is compressed. */
    private static final int BITS_OF_A_JUMP = 4;

    private static final int LOW_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int BITS_OF_GROUP = 7;
    private static final BytePackerForLong[] PACKERS = new BytePackerForLong[Long.SIZE + 1];

    static {
        for (int width = 0; width <= Long.SIZE; width++) {
            PACKERS[width] = Packer.LITTLE_ENDIAN.newBytePackerForLong(width);
        }
    }

    private final int alignment;

    DeltaPacking(int alignment) {
        this.alignment = alignment;
    }

    /** The first numbers of an array. */
    byte[] pack(long[] numbers, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * count + BLOCK);
        writeUnsigned(out, BLOCK);
        writeUnsigned(out, MINIBLOCKS);
        writeUnsigned(out, count);
        writeSigned(out, count == 0 ? 0 : numbers[0]);
        long[] block = new long[BLOCK];
        byte[] packed = new byte[MINIBLOCK * Long.BYTES];
        for (int from = 1; from < count; from += BLOCK) {
            writeBlock(out, numbers, from, Math.min(BLOCK, count - from), block, packed);
        }
        return out.toByteArray();
    }

    private void writeBlock(
            ByteArrayOutputStream out,
            long[] numbers,
            int from,
            int count,
            long[] block,
            byte[] packed) {
        for (int i = 0; i < count; i++) {
            block[i] = numbers[from + i] - numbers[from + i - 1];
        }
        long least = least(block, count);
        int[] widths = new int[MINIBLOCKS];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = i < count ? block[i] - least : 0;
            widths[i / MINIBLOCK] = Math.max(widths[i / MINIBLOCK], width(block[i]));
        }
        writeSigned(out, least);
        for (int width : widths) {
            out.write(width);
        }
        for (int at = 0; at < count; at += MINIBLOCK) {
            int width = widths[at / MINIBLOCK];
            PACKERS[width].pack32Values(block, at, packed, 0);
            out.write(packed, 0, MINIBLOCK / Byte.SIZE * width);
        }
    }

    /**
     * What all differences of a block are told above: the least of them. Where only that one is far
     * below the others, as when the register of another meter begins, it is the next one: the least
     * then wraps around, as the format allows, and makes but its own miniblock wide.
     */
    private static long least(long[] differences, int count) {
        long least = Long.MAX_VALUE;
        long next = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            next = Math.min(next, Math.max(least, differences[i]));
            least = Math.min(least, differences[i]);
            most = Math.max(most, differences[i]);
        }
        boolean isAlone = count > 1 && bits(most - least) - bits(most - next) >= BITS_OF_A_JUMP;
        return isAlone ? next : least;
    }

    private static int bits(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    private int width(long number) {
        return (bits(number) + alignment - 1) / alignment * alignment;
    }

    private static void writeSigned(ByteArrayOutputStream out, long number) {
        writeUnsigned(out, number << 1 ^ number >> Long.SIZE - 1);
    }

    private static void writeUnsigned(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~LOW_BITS) != 0) {
            out.write((int) (rest & LOW_BITS | MORE));
            rest >>>= BITS_OF_GROUP;
        }
        out.write((int) rest);
    }
}
