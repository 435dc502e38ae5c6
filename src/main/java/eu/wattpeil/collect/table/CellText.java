package eu.wattpeil.collect.table;

import eu.wattpeil.collect.bytes.JoinedFields;
import eu.wattpeil.collect.bytes.Rows;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The text of one or more fields of a row, or one end of the range that the last of them holds. */
final class CellText {

    private final int[] fields;
    private final JoinedFields joined;
    private final byte @Nullable [] separator;
    private final boolean isEnd;
    private final byte[] suffix;
    private byte[] whole = new byte[64];

    /** For fields by their places. */
    CellText(int[] fields, Mapping.Fields source, String suffix, Charset charset) {
        this.fields = fields;
        joined = new JoinedFields(source.separator().getBytes(charset), fields);
        separator = source.range().map(range -> range.separator().getBytes(charset)).orElse(null);
        this.suffix = suffix.getBytes(charset);
        isEnd = source.range().map(Mapping.RangePart::isEnd).orElse(false);
    }

    /** Whether it is the text of one field as it stands, which need not be taken. */
    boolean isWholeField() {
        return fields.length == 1 && separator == null && suffix.length == 0;
    }

    /** Takes the fields of a row, which has them all; false where the range is none. */
    boolean take(Rows row) {
        if (separator == null) {
            joined.take(row);
            return true;
        }
        int last = fields[fields.length - 1];
        byte[] bytes = row.bytes();
        int from = row.from(last);
        int to = row.to(last);
        int at = indexOf(bytes, from, to, separator);
        if (at < 0) {
            return false;
        }
        int start = isEnd ? at + separator.length : from;
        int end = isEnd ? to : at;
        while (start < end && bytes[start] == ' ') {
            start++;
        }
        while (start < end && bytes[end - 1] == ' ') {
            end--;
        }
        joined.take(row, start, end);
        return true;
    }

    private static int indexOf(byte[] bytes, int from, int to, byte[] part) {
        for (int at = from; at <= to - part.length; at++) {
            int same = 0;
            while (same < part.length && bytes[at + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return at;
            }
        }
        return -1;
    }

    /** The buffer in which the text is, until the next row. */
    byte[] bytes() {
        if (suffix.length == 0) {
            return joined.bytes();
        }
        int length = joined.to() - joined.from();
        if (length + suffix.length > whole.length) {
            whole = new byte[(length + suffix.length) * 2];
        }
        System.arraycopy(joined.bytes(), joined.from(), whole, 0, length);
        System.arraycopy(suffix, 0, whole, length, suffix.length);
        return whole;
    }

    /** The first byte of the text. */
    int from() {
        return suffix.length == 0 ? joined.from() : 0;
    }

    /** The byte after the last one of the text. */
    int to() {
        return suffix.length == 0 ? joined.to() : joined.to() - joined.from() + suffix.length;
    }
}
