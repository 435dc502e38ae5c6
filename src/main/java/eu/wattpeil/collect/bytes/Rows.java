package eu.wattpeil.collect.bytes;

import java.io.Closeable;
import java.io.IOException;

/**
 * Rows of fields, gone through once: whatever they are written in, a field is bytes.
 *
 * <p>Call {@link #next()} for each row; then field {@code i} is the bytes from {@link #from(int)}
 * to before {@link #to(int)} of {@link #bytes()}, valid until the next call.
 */
public interface Rows extends Closeable {

    /** Goes to the next row; false after the last one. */
    boolean next() throws IOException;

    /** Which row it is: its line in a text, its number where there are no lines; from 1. */
    long line();

    /** The number of fields. */
    int fields();

    /** The buffer in which the fields are. Not to be changed. */
    byte[] bytes();

    /** The first byte of a field, from 0. */
    int from(int field);

    /** The byte after the last one of a field. */
    int to(int field);

    /** Whether the row lacks the field or has nothing in it. */
    boolean isEmpty(int field);

    /** Whether the row is no good, so that its fields mean nothing. */
    boolean isBroken();

    /** What a row that is not broken would be, in words that finish "expected …". */
    String whole();

    /** What a row is instead, in words that finish "found …"; nothing of its fields. */
    default String found() {
        return fields() == 1 ? "1 field" : fields() + " fields";
    }

    /** Whether the document ended in this row. */
    boolean isCutOff();

    /**
     * The rows that come next, as far as they are plain; they are looked at only, and come again
     * unless they are {@linkplain #pass passed}. None says nothing of what comes next.
     *
     * @param width how many fields each has
     * @param most how many are looked at
     */
    default PlainRows plainRows(int width, int most) {
        return PlainRows.NONE;
    }

    /** Goes behind the plain rows that were looked at last; there is no current row then. */
    default void pass() {
        // Nothing was looked at.
    }
}
