package eu.wattpeil.collect.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time: the first byte of a word is its lowest. */
public final class EightBytes {

    public static final long HIGH_BITS = 0x8080808080808080L;

    /** What of each byte is 0 below 16. */
    static final long HIGH_NIBBLES = 0xF0F0F0F0F0F0F0F0L;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final long PAIRS = 0x0001000100010001L;
    private static final long ONES = 0x0101010101010101L;

    private EightBytes() {}

    /** The eight bytes from a place. */
    public static long at(byte[] bytes, int place) {
        return (long) LONGS.get(bytes, place);
    }

    /** A word of one byte eight times. */
    public static long of(int b) {
        return (b & 0xffL) * ONES;
    }

    /** The highest bit of every byte that is 0, and of no other byte. */
    public static long zeros(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }

    /** As {@link #zeros}, but sure of the first of them only. */
    public static long firstZero(long word) {
        return word - ONES & ~word & HIGH_BITS;
    }

    /** The place in the word of the first byte with its highest bit set; 8 for none. */
    public static int first(long highBits) {
        return Long.numberOfTrailingZeros(highBits) >>> 3;
    }

    /** The sum of the bytes, each seen as 0 to 255. */
    static int sum(long word) {
        long pairs = (word & EVEN_BYTES) + (word >>> Byte.SIZE & EVEN_BYTES);
        return (int) (pairs * PAIRS >>> Long.SIZE - Short.SIZE);
    }
}
