package eu.wattpeil.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Different numbers, each with the place at which it came first. */
final class NumberDictionary {

    private static final int FIRST_SLOTS = 1 << 10;

    /** Odd, with its bits spread: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** A place plus one; zero where there is none. */
    private int[] slots = new int[FIRST_SLOTS];

    private long[] numbers = new long[FIRST_SLOTS / 2];
    private int size;

    /** How many there are. */
    int size() {
        return size;
    }

    /** The place of a number, which is there afterwards. */
    int place(long number) {
        int slot = slot(number);
        while (slots[slot] != 0) {
            int place = slots[slot] - 1;
            if (numbers[place] == number) {
                return place;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if (size == numbers.length) {
            grow();
            return place(number);
        }
        numbers[size] = number;
        slots[slot] = ++size;
        return size - 1;
    }

    /** The first of them, as Parquet's PLAIN has them. */
    byte[] plain(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(numbers, 0, count);
        return bytes.array();
    }

    private int slot(long number) {
        return (int) (number * SPREAD >>> Long.SIZE - Integer.numberOfTrailingZeros(slots.length));
    }

    private void grow() {
        numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        slots = new int[2 * slots.length];
        for (int place = 0; place < size; place++) {
            int slot = slot(numbers[place]);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = place + 1;
        }
    }
}
