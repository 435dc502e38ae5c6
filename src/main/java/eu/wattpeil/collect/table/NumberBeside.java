package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.store.RowBlock;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with a text beside them, with or without blanks between: a field without the text is
 * unreadable, for it may be in another unit.
 */
final class NumberBeside implements FieldReader {

    private final FieldReader numbers;
    private final byte[] before;
    private final byte[] after;
    private final byte[] space;
    private final Flaw flaw;

    NumberBeside(FieldReader numbers, Beside beside, Charset charset) {
        this.numbers = numbers;
        before = beside.before().getBytes(charset);
        after = beside.after().getBytes(charset);
        space = "\u00A0".getBytes(charset);
        String example = (beside.before() + " 12 " + beside.after()).strip();
        flaw = new Flaw(Reason.UNREADABLE_VALUE, "a number such as \"" + example + "\"");
    }

    @Override
    public @Nullable Flaw read(byte[] bytes, int from, int to, RowBlock rows) {
        int start = from + before.length;
        int end = to - after.length;
        boolean isThere =
                start < end
                        && Arrays.equals(bytes, from, start, before, 0, before.length)
                        && Arrays.equals(bytes, end, to, after, 0, after.length);
        if (!isThere) {
            return flaw;
        }
        int first = start;
        while (blank(bytes, first, end) > 0) {
            first += blank(bytes, first, end);
        }
        int last = end;
        while (blankBefore(bytes, first, last) > 0) {
            last -= blankBefore(bytes, first, last);
        }
        return first == last || numbers.read(bytes, first, last, rows) != null ? flaw : null;
    }

    /** How long the blank is that starts there; 0 where none does. */
    private int blank(byte[] bytes, int at, int end) {
        if (at < end && bytes[at] == ' ') {
            return 1;
        }
        return isSpace(bytes, at, end) ? space.length : 0;
    }

    private int blankBefore(byte[] bytes, int start, int at) {
        if (at > start && bytes[at - 1] == ' ') {
            return 1;
        }
        return at - space.length >= start && isSpace(bytes, at - space.length, at)
                ? space.length
                : 0;
    }

    private boolean isSpace(byte[] bytes, int at, int end) {
        return at + space.length <= end
                && Arrays.equals(bytes, at, at + space.length, space, 0, space.length);
    }
}
