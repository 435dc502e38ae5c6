package eu.wattpeil.collect.table;

import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import java.io.IOException;

/**
 * The local times of rows, read aside: to see in which order a document is, and where to cut it.
 */
final class RowOrder {

    private final TimeText times;
    private final int[] fields;
    private final CellText text;

    /** For rows whose time is in these fields. */
    RowOrder(String pattern, int[] fields, CellText text) {
        this.times = TimeText.ofInterval(pattern);
        this.fields = fields;
        this.text = text;
    }

    /** The local time of a row; UNREADABLE where it has none. */
    long local(Rows row) {
        for (int field : fields) {
            if (row.isEmpty(field)) {
                return NoValue.UNREADABLE;
            }
        }
        return text.take(row)
                ? times.read(text.bytes(), text.from(), text.to())
                : NoValue.UNREADABLE;
    }

    /** Whether the last time read is on the local clock, without an offset. */
    boolean isLocal() {
        return times.offset() == NoValue.NO_OFFSET;
    }

    /** Whether times go back more often than on, from one row to the next, in these rows. */
    boolean isNewestFirst(Rows rows) throws IOException {
        int balance = 0;
        long last = NoValue.UNREADABLE;
        while (rows.next()) {
            long local = local(rows);
            if (local != NoValue.UNREADABLE && last != NoValue.UNREADABLE) {
                balance += Long.compare(local, last);
            }
            last = local == NoValue.UNREADABLE ? last : local;
        }
        return balance < 0;
    }
}
