package eu.wattpeil.store;

import java.util.Arrays;

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

    private final int alignment;

    DeltaPacking(int alignment) {
        this.alignment = alignment;
    }

    /** The first numbers of an array. */
    byte[] pack(long[] numbers, int count) {
        PageBytes out = new PageBytes();
        pack(numbers, count, out);
        return out.copy();
    }

    /** As {@link #pack(long[], int)}, in place of what was in the bytes. */
    void pack(long[] numbers, int count, PageBytes out) {
        out.clear();
        out.addUnsigned(BLOCK);
        out.addUnsigned(MINIBLOCKS);
        out.addUnsigned(count);
        out.addSigned(count == 0 ? 0 : numbers[0]);
        long[] block = new long[BLOCK];
        for (int from = 1; from < count; from += BLOCK) {
            addBlock(out, numbers, from, Math.min(BLOCK, count - from), block);
        }
    }

    private void addBlock(PageBytes out, long[] numbers, int from, int count, long[] block) {
        for (int i = 0; i < count; i++) {
            block[i] = numbers[from + i] - numbers[from + i - 1];
        }
        long least = least(block, count);
        for (int i = 0; i < count; i++) {
            block[i] -= least;
        }
        Arrays.fill(block, count, BLOCK, 0);
        out.addSigned(least);
        for (int at = 0; at < BLOCK; at += MINIBLOCK) {
            out.add(width(block, at));
        }
        for (int at = 0; at < count; at += MINIBLOCK) {
            out.addPacked(block, at, MINIBLOCK, width(block, at));
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

    /** How many bits the numbers of a miniblock take. */
    private int width(long[] block, int from) {
        long all = 0;
        for (int i = from; i < from + MINIBLOCK; i++) {
            all |= block[i];
        }
        return (bits(all) + alignment - 1) / alignment * alignment;
    }
}
