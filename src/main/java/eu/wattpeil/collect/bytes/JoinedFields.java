package eu.wattpeil.collect.bytes;

import java.util.Arrays;

/** Fields of a row as one text, with a blank between: a date and a time that have columns each. */
public final class JoinedFields {

    private static final int FIRST_BYTES = 64;

    private final int[] fields;
    private byte[] joined = new byte[FIRST_BYTES];
    private byte[] bytes = joined;
    private int from;
    private int to;

    /** For at least one field, each by its place in a row. */
    public JoinedFields(int... fields) {
        this.fields = fields;
    }

    /** Takes the fields of a row, which has them all. */
    public void take(Rows row) {
        if (fields.length == 1) {
            bytes = row.bytes();
            from = row.from(fields[0]);
            to = row.to(fields[0]);
            return;
        }
        int length = 0;
        for (int field : fields) {
            int size = row.to(field) - row.from(field);
            if (length + size + 1 > joined.length) {
                joined = Arrays.copyOf(joined, (length + size + 1) * 2);
            }
            System.arraycopy(row.bytes(), row.from(field), joined, length, size);
            length += size;
            joined[length++] = ' ';
        }
        bytes = joined;
        from = 0;
        to = length - 1;
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
