package eu.wattpeil.collect.table;

import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.value.TimeText;
import java.io.IOException;
import java.util.Arrays;

/**
 * The local times of rows, read aside: to see in which order a document is, and where to cut it.
 */
final class RowOrder {

    private final TimeText times;
    private final int[] fields;
    private byte[] joined = new byte[64];

    /** For rows whose time is in these fields. */
    RowOrder(String pattern, int[] fields) {
        this.times = TimeText.of(pattern);
        this.fields = fields;
    }

    /** The local time of a row; UNREADABLE where it has none. */
    long local(Rows row) {
        int length = 0;
        for (int field : fields) {
            if (row.isEmpty(field)) {
                return TimeText.UNREADABLE;
            }
            int size = row.to(field) - row.from(field);
            if (length + size + 1 > joined.length) {
                joined = Arrays.copyOf(joined, (length + size + 1) * 2);
            }
            System.arraycopy(row.bytes(), row.from(field), joined, length, size);
            length += size;
            joined[length++] = ' ';
        }
        return times.read(joined, 0, length - 1);
    }

    /** Whether the last time read is on the local clock, without an offset. */
    boolean isLocal() {
        return times.offset() == TimeText.NO_OFFSET;
    }

    /** Whether times go back more often than on, from one row to the next, in these rows. */
    boolean isNewestFirst(Rows rows) throws IOException {
        int balance = 0;
        long last = TimeText.UNREADABLE;
        while (rows.next()) {
            long local = local(rows);
            if (local != TimeText.UNREADABLE && last != TimeText.UNREADABLE) {
                balance += Long.compare(local, last);
            }
            last = local == TimeText.UNREADABLE ? last : local;
        }
        return balance < 0;
    }
}
