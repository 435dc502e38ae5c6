package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.store.RowBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value column whose header is a time.
 *
 * @param field its position
 * @param label how it is called in rejects
 * @param start of the interval, in microseconds; the same as the end where there is none
 * @param end of the interval, or the moment
 * @param flaw why the header is no instant; null where it is one
 */
record TimeSlot(int field, String label, long start, long end, @Nullable Flaw flaw) {

    /**
     * The value columns of a table; other columns have no times as their headers.
     *
     * @param times reads a header into the open row
     * @param start the column of the dataset for the start, or -1
     * @param end the column for the end
     * @param rows a block to read into
     */
    static TimeSlot[] of(Header header, InstantField times, int start, int end, RowBlock rows)
            throws UnusableDocumentException {
        List<TimeSlot> slots = new ArrayList<>();
        Map<Long, String> seen = new HashMap<>();
        for (int field = 0; field < header.names().size(); field++) {
            String name = header.names().get(field);
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            Flaw flaw = times.read(bytes, 0, bytes.length, rows);
            if (flaw != null && flaw.reason() == Reason.UNREADABLE_VALUE) {
                continue;
            }
            if (flaw != null) {
                slots.add(new TimeSlot(field, name, 0, 0, flaw));
                continue;
            }
            long measured = rows.number(end, rows.rows());
            long started = start < 0 ? measured : rows.number(start, rows.rows());
            rows.clearRow();
            String before = seen.put(measured, name);
            if (before != null) {
                throw new UnusableDocumentException(
                        Reason.NOT_THIS_FORMAT,
                        "each time once in the header",
                        "\"" + before + "\" and again \"" + name + "\"");
            }
            slots.add(new TimeSlot(field, name, started, measured, null));
        }
        return slots.toArray(TimeSlot[]::new);
    }
}
