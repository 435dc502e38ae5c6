package eu.wattpeil.collect.delimited;

import java.util.Arrays;

/** Numbers different byte strings in order of their first appearance, from 0. */
final class ByteTable {

    private static final int NONE = -1;

    private int[] slots = new int[256];
    private byte[][] keys = new byte[128][];
    private int[] hashes = new int[128];
    private int size;

    ByteTable() {
        Arrays.fill(slots, NONE);
    }

    int size() {
        return size;
    }

    /** The number of the bytes, or -1 where they have none yet. */
    int find(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int slot = hash & slots.length - 1;
        while (slots[slot] != NONE) {
            int entry = slots[slot];
            if (hashes[entry] == hash && isKey(entry, bytes, from, to)) {
                return entry;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return NONE;
    }

    /** Gives the bytes the next number; they must have none. */
    int add(byte[] bytes, int from, int to) {
        if (size == keys.length) {
            grow();
        }
        keys[size] = Arrays.copyOfRange(bytes, from, to);
        hashes[size] = hash(bytes, from, to);
        place(size);
        return size++;
    }

    boolean isKey(int entry, byte[] bytes, int from, int to) {
        byte[] key = keys[entry];
        if (key.length != to - from) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (key[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, size * 2);
        hashes = Arrays.copyOf(hashes, size * 2);
        slots = new int[size * 4];
        Arrays.fill(slots, NONE);
        for (int entry = 0; entry < size; entry++) {
            place(entry);
        }
    }

    private void place(int entry) {
        int slot = hashes[entry] & slots.length - 1;
        while (slots[slot] != NONE) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
