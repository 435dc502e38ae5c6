package eu.wattpeil.collect.bytes;

import java.util.Arrays;

/**
 * Fields of a row as one text, with a blank or another text between: a date and a time that have
 * columns each, a building and a room.
 */
public final class JoinedFields {

    private static final int FIRST_BYTES = 64;

    private final int[] fields;
    private final byte[] between;
    private byte[] joined = new byte[FIRST_BYTES];
    private byte[] bytes = joined;
    private int from;
    private int to;

    /** For at least one field, each by its place in a row, with a blank between. */
    public JoinedFields(int... fields) {
        this(new byte[] {' '}, fields);
    }

    /** For at least one field, each by its place in a row, with a text between. */
    public JoinedFields(byte[] between, int... fields) {
        this.between = between.clone();
        this.fields = fields;
    }

    /** Takes the fields of a row, which has them all. */
    public void take(Rows row) {
        int last = fields[fields.length - 1];
        take(row, row.from(last), row.to(last));
    }

    /** Takes the fields of a row, which has them all, but of the last one these bytes only. */
    public void take(Rows row, int lastFrom, int lastTo) {
        int last = fields.length - 1;
        if (last == 0) {
            bytes = row.bytes();
            from = lastFrom;
            to = lastTo;
            return;
        }
        int length = 0;
        for (int i = 0; i < last; i++) {
            length = append(row.bytes(), row.from(fields[i]), row.to(fields[i]), length);
            length = append(between, 0, between.length, length);
        }
        to = append(row.bytes(), lastFrom, lastTo, length);
        bytes = joined;
        from = 0;
    }

    private int append(byte[] source, int start, int end, int length) {
        int size = end - start;
        if (length + size > joined.length) {
            joined = Arrays.copyOf(joined, (length + size) * 2);
        }
        System.arraycopy(source, start, joined, length, size);
        return length + size;
    }

    /** The buffer in which the text is, until the next row. Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The first byte of the text. */
    public int from() {
        return from;
    }

    /** The byte after the last one of the text. */
    public int to() {
        return to;
    }
}
