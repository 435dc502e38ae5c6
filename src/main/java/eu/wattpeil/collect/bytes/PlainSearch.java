package eu.wattpeil.collect.bytes;

/** Finds plain rows in a buffer of delimited text. */
final class PlainSearch {

    private static final byte QUOTE = '"';
    private static final byte LF = '\n';
    private static final byte CR = '\r';

    private final byte delimiter;
    private final long delimiters;
    private final PlainRows rows = new PlainRows();
    private byte[] bytes = new byte[0];
    private int limit;
    private int behind;

    PlainSearch(byte delimiter) {
        this.delimiter = delimiter;
        this.delimiters = EightBytes.of(delimiter);
    }

    /**
     * The rows from a place on, as far as they are plain and whole in the buffer.
     *
     * @param buffer in which eight bytes are there beyond the limit, the first of them a line feed
     * @param width fields of each row
     * @param most how many rows are looked for
     * @param line of the first row
     */
    PlainRows find(byte[] buffer, int from, int end, int width, int most, long line) {
        bytes = buffer;
        limit = end;
        behind = from;
        rows.begin(buffer, width, most, line);
        // Where there is one column, blank lines are no rows.
        if (width > 1 && most > 0) {
            find(width, most);
        }
        return rows;
    }

    /** The byte behind the rows that were found. */
    int behind() {
        return behind;
    }

    /** How many rows were found. */
    int count() {
        return rows.count();
    }

    private void find(int width, int most) {
        byte[] b = bytes;
        int start = behind;
        int field = 0;
        for (int at = start; at < limit; at += Long.BYTES) {
            for (long left = stops(EightBytes.at(b, at)); left != 0; left &= left - 1) {
                int stop = at + EightBytes.first(left);
                byte sign = b[stop];
                if (stop < start || sign != delimiter && sign != LF && sign != CR) {
                    continue;
                }
                if (stop >= limit || !add(b, field, start, stop)) {
                    return;
                }
                field++;
                start = stop + 1;
                if (sign == delimiter) {
                    if (field == width) {
                        return;
                    }
                    continue;
                }
                if (sign == CR) {
                    if (start == limit) {
                        return;
                    }
                    start += b[start] == LF ? 1 : 0;
                }
                if (field < width || start - behind > DelimitedText.MAX_ROW_BYTES) {
                    return;
                }
                rows.endRow();
                behind = start;
                if (rows.count() == most) {
                    return;
                }
                field = 0;
            }
        }
    }

    /** Adds a field to the row; false where the row is no plain one. */
    private boolean add(byte[] b, int field, int start, int stop) {
        if (start == stop) {
            rows.add(field, start, stop);
            return field > 0;
        }
        byte first = b[start];
        if (FieldEnds.mayNeedStrip(first, b[stop - 1])) {
            return !FieldEnds.isQuoted(b, start, limit) && rows.addStripped(field, start, stop);
        }
        rows.add(field, start, stop);
        return first != QUOTE;
    }

    /** The highest bit of each delimiter and of each byte below 16, as line ends are. */
    private long stops(long word) {
        return EightBytes.zeros(word ^ delimiters)
                | EightBytes.zeros(word & EightBytes.HIGH_NIBBLES);
    }
}
