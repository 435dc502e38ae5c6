package eu.wattpeil.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/** The bytes of a page as they are made, whatever they hold: used again for the next one. */
final class PageBytes {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_BYTES = 1 << 10;
    private static final int LOW_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int BITS_OF_GROUP = 7;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Adds a byte: the lowest of a number. */
    void add(int value) {
        makeRoom(1);
        bytes[size++] = (byte) value;
    }

    /** Changes a byte that is there. */
    void set(int place, int value) {
        bytes[place] = (byte) value;
    }

    /** Adds a number, seven bits a byte, the lowest first. */
    void addUnsigned(long number) {
        long rest = number;
        while ((rest & ~LOW_BITS) != 0) {
            add((int) (rest & LOW_BITS | MORE));
            rest >>>= BITS_OF_GROUP;
        }
        add((int) rest);
    }

    /** As {@link #addUnsigned}, with the sign as the lowest bit. */
    void addSigned(long number) {
        addUnsigned(number << 1 ^ number >> Long.SIZE - 1);
    }

    /**
     * Adds the lowest bits of numbers one after the other, the lowest first.
     *
     * @param count a multiple of eight, so that all end with a byte
     * @param width in bits, which all numbers fit in
     */
    void addPacked(long[] numbers, int from, int count, int width) {
        if (width == 0) {
            return;
        }
        int length = count * width / Byte.SIZE;
        makeRoom(length + Long.BYTES);
        byte[] target = bytes;
        int at = size;
        long word = 0;
        int bits = 0;
        for (int i = from; i < from + count; i++) {
            long number = numbers[i];
            word |= number << bits;
            bits += width;
            if (bits >= Long.SIZE) {
                LONGS.set(target, at, word);
                at += Long.BYTES;
                bits -= Long.SIZE;
                word = bits == 0 ? 0 : number >>> width - bits;
            }
        }
        LONGS.set(target, at, word);
        size += length;
    }

    /** Adds a text as Parquet's PLAIN has it. */
    void addText(byte[] text) {
        makeRoom(Integer.BYTES + text.length);
        for (int bits = 0; bits < Integer.SIZE; bits += Byte.SIZE) {
            add(text.length >>> bits);
        }
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    /** A copy of them. */
    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    /** They themselves: nothing may be added as long as these are used. */
    BytesInput input() {
        return BytesInput.from(bytes, 0, size);
    }

    private void makeRoom(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
