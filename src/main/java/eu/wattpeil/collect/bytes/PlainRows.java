package eu.wattpeil.collect.bytes;

/**
 * Rows that follow each other in a text, line by line, and need no second look: each of as many
 * fields as the table has columns, none of them quoted, the first not empty. Field {@code i} of row
 * {@code r}, both from 0, is the bytes from {@link #from} to before {@link #to} of {@link
 * #bytes()}.
 */
public final class PlainRows {

    /** There are none. */
    static final PlainRows NONE = new PlainRows();

    private byte[] bytes = new byte[0];
    private int[] from = new int[0];
    private int[] to = new int[0];
    private int width;
    private int count;
    private long firstLine;

    /** Where the fields of the row that comes next stand. */
    private int next;

    PlainRows() {}

    /**
     * Forgets the rows before.
     *
     * @param fields of each row
     * @param most rows that come
     * @param line of the first
     */
    void begin(byte[] buffer, int fields, int most, long line) {
        bytes = buffer;
        width = fields;
        firstLine = line;
        count = 0;
        next = 0;
        if (from.length < fields * most) {
            from = new int[fields * most];
            to = new int[fields * most];
        }
    }

    /** Sets a field of the row that comes next. */
    void add(int field, int start, int end) {
        from[next + field] = start;
        to[next + field] = end;
    }

    /**
     * As {@link #add}, without what is around the field; false where it is the first one and
     * nothing is left of it.
     */
    boolean addStripped(int field, int start, int end) {
        add(field, start, end);
        FieldEnds.strip(bytes, from, to, next + field);
        return field > 0 || from[next] < to[next];
    }

    /** All fields of the row are set. */
    void endRow() {
        count++;
        next += width;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The line of the first row; each other one is on the next. */
    public long firstLine() {
        return firstLine;
    }

    /** The buffer in which the fields are. Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The first byte of a field. */
    public int from(int row, int field) {
        return from[row * width + field];
    }

    /** The byte after the last one of a field. */
    public int to(int row, int field) {
        return to[row * width + field];
    }
}
