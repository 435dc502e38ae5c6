package eu.wattpeil.collect.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Numbers different byte strings in order of their first appearance, from 0. What was found after
 * an entry the last time is looked at first: the rows of a document come by turns, or many of the
 * same.
 */
public final class ByteTable {

    private static final int NONE = -1;

    /** Makes every bit of a word tell in the upper half of the product. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private int[] slots = new int[256];
    private byte[][] keys = new byte[128][];
    private int[] lengths = new int[128];
    private long[] heads = new long[128];
    private long[] tails = new long[128];

    /** By entry: what was found or added after it; itself until then. */
    private int[] followers = new int[128];

    private int last;
    private int size;

    /** A table without entries. */
    public ByteTable() {
        Arrays.fill(slots, NONE);
    }

    /** How many byte strings have a number. */
    public int size() {
        return size;
    }

    /** The number of the bytes, or -1 where they have none yet. */
    public int find(byte[] bytes, int from, int to) {
        long head = head(bytes, from, to);
        long tail = tail(bytes, from, to);
        int expected = followers[last];
        if (expected < size
                && heads[expected] == head
                && tails[expected] == tail
                && isKey(expected, bytes, from, to)) {
            last = expected;
            return expected;
        }
        int slot = slot(bytes, from, to, head, tail);
        while (slots[slot] != NONE) {
            int entry = slots[slot];
            if (heads[entry] == head && tails[entry] == tail && isKey(entry, bytes, from, to)) {
                follow(entry);
                return entry;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return NONE;
    }

    /** Gives the bytes the next number; they must have none. */
    public int add(byte[] bytes, int from, int to) {
        if (size == keys.length) {
            grow();
        }
        keys[size] = Arrays.copyOfRange(bytes, from, to);
        lengths[size] = to - from;
        heads[size] = head(bytes, from, to);
        tails[size] = tail(bytes, from, to);
        place(size);
        followers[size] = size;
        follow(size);
        return size++;
    }

    /**
     * Gives a text the next number; -1 where it has one, or where the charset cannot write it, so
     * that no bytes are this text.
     */
    public int add(String text, Charset charset) {
        try {
            ByteBuffer written = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[written.remaining()];
            written.get(bytes);
            return find(bytes, 0, bytes.length) < 0 ? add(bytes, 0, bytes.length) : NONE;
        } catch (CharacterCodingException unknown) {
            return NONE;
        }
    }

    private void follow(int entry) {
        followers[last] = entry;
        last = entry;
    }

    /** Whether the bytes are those of the entry, given that they begin and end the same way. */
    private boolean isKey(int entry, byte[] bytes, int from, int to) {
        int length = to - from;
        return lengths[entry] == length
                && (length <= 2 * Long.BYTES
                        || Arrays.equals(keys[entry], 0, length, bytes, from, to));
    }

    private void grow() {
        keys = Arrays.copyOf(keys, size * 2);
        lengths = Arrays.copyOf(lengths, size * 2);
        heads = Arrays.copyOf(heads, size * 2);
        tails = Arrays.copyOf(tails, size * 2);
        followers = Arrays.copyOf(followers, size * 2);
        slots = new int[size * 4];
        Arrays.fill(slots, NONE);
        for (int entry = 0; entry < size; entry++) {
            place(entry);
        }
    }

    private void place(int entry) {
        int slot = slot(keys[entry], 0, lengths[entry], heads[entry], tails[entry]);
        while (slots[slot] != NONE) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry;
    }

    /** Where the search for the bytes starts; what is between head and tail tells, too. */
    private int slot(byte[] bytes, int from, int to, long head, long tail) {
        long mixed = head ^ Long.rotateLeft(tail, 32) ^ (to - from);
        for (int at = from + Long.BYTES; at < to - Long.BYTES; at += Long.BYTES) {
            mixed = mixed * SPREAD ^ EightBytes.at(bytes, at);
        }
        return (int) (mixed * SPREAD >>> 32) & slots.length - 1;
    }

    /** The first eight bytes, or all where there are fewer. */
    private static long head(byte[] bytes, int from, int to) {
        if (to - from >= Long.BYTES) {
            return EightBytes.at(bytes, from);
        }
        long word = 0;
        for (int i = from; i < to; i++) {
            word = word << Byte.SIZE | bytes[i] & 0xff;
        }
        return word;
    }

    /** The last eight bytes, or nothing where there are fewer. */
    private static long tail(byte[] bytes, int from, int to) {
        return to - from >= Long.BYTES ? EightBytes.at(bytes, to - Long.BYTES) : 0;
    }
}
