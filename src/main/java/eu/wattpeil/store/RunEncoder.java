package eu.wattpeil.store;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/**
 * Numbers as Parquet's RLE has them: eight or more of the same as one run, all others in groups of
 * eight. It takes a run at a time, however long it is, and makes the same bytes as parquet-java's
 * encoder, which takes one number after the other: editions of earlier versions are verified by
 * them.
 */
final class RunEncoder {

    private static final int GROUP = 8;

    /** The header of groups is a byte. */
    private static final int MOST_GROUPS = 63;

    private static final int NONE = -1;

    private final int width;
    private final PageBytes bytes;
    private final long[] group = new long[GROUP];
    private int inGroup;
    private int value;

    /** How often the value has come one after the other, and is not packed yet. */
    private long repeats;

    /** Where the header of the groups is that may go on; NONE where there are none. */
    private int header = NONE;

    private int groups;

    /**
     * @param width of numbers, in bits
     * @param bytes that they are added to
     */
    RunEncoder(int width, PageBytes bytes) {
        this.width = width;
        this.bytes = bytes;
    }

    /** Adds a number so many times, at least once. */
    void add(int number, int count) {
        int left = count;
        if (number != value) {
            endRun();
            value = number;
            repeats = 0;
        }
        while (left > 0 && repeats < GROUP) {
            repeats++;
            left--;
            if (repeats < GROUP) {
                addToGroup(number);
            }
        }
        repeats += left;
    }

    /** The bytes with all numbers; the next ones begin anew. */
    BytesInput finish() {
        endRun();
        if (inGroup > 0) {
            Arrays.fill(group, inGroup, GROUP, 0);
            addGroup();
        }
        endGroups();
        value = 0;
        repeats = 0;
        return bytes.input();
    }

    private void endRun() {
        if (repeats < GROUP) {
            return;
        }
        endGroups();
        bytes.addUnsigned(repeats << 1);
        for (int bits = 0; bits < width; bits += Byte.SIZE) {
            bytes.add(value >>> bits);
        }
        repeats = 0;
        inGroup = 0;
    }

    private void addToGroup(int number) {
        group[inGroup++] = number;
        if (inGroup == GROUP) {
            addGroup();
        }
    }

    private void addGroup() {
        if (groups == MOST_GROUPS) {
            endGroups();
        }
        if (header == NONE) {
            header = bytes.size();
            bytes.add(0);
        }
        bytes.addPacked(group, 0, GROUP, width);
        groups++;
        inGroup = 0;
        repeats = 0;
    }

    private void endGroups() {
        if (header != NONE) {
            bytes.set(header, groups << 1 | 1);
            header = NONE;
            groups = 0;
        }
    }
}
