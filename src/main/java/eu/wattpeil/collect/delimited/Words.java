package eu.wattpeil.collect.delimited;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time: the first byte of a word is its lowest. */
final class Words {

    static final long HIGH_BITS = 0x8080808080808080L;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long ONES = 0x0101010101010101L;

    private Words() {}

    /** The eight bytes from a place. */
    static long at(byte[] bytes, int place) {
        return (long) LONGS.get(bytes, place);
    }

    /** A word of one byte eight times. */
    static long of(int b) {
        return (b & 0xffL) * ONES;
    }

    /** The highest bit of every byte that is 0, and of no other byte. */
    static long zeros(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }

    /** As {@link #zeros}, but sure of the first of them only. */
    static long firstZero(long word) {
        return word - ONES & ~word & HIGH_BITS;
    }

    /** The place in the word of the first byte with its highest bit set; 8 for none. */
    static int first(long highBits) {
        return Long.numberOfTrailingZeros(highBits) >>> 3;
    }
}
