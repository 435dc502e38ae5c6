package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.store.RowBlock;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** One record for each value of a row, at the time of its header. Empty values are no records. */
final class TimesRows implements RowShape {

    private final FixedColumns fixed;
    private final TimeSlot[] slots;
    private final Values values;
    private final Charset charset;

    /**
     * What the values are.
     *
     * @param start the column for the start of an interval, or -1
     * @param end the column for its end, or for a moment
     */
    record Values(FieldReader reader, MissingWords missing, int start, int end) {}

    TimesRows(FixedColumns fixed, TimeSlot[] slots, Values values, Charset charset) {
        this.fixed = fixed;
        this.slots = slots;
        this.values = values;
        this.charset = charset;
    }

    @Override
    public void read(Rows row, Records records) {
        Reject reject = fixed.read(row, records.rows());
        if (reject != null) {
            FixedColumns.end(reject, records);
            return;
        }
        for (TimeSlot slot : slots) {
            if (!values.missing().isMissing(row, slot.field())) {
                readValue(slot, row, records);
            }
        }
        // The open row still holds what the values have in common.
        records.rows().clearRow();
    }

    private void readValue(TimeSlot slot, Rows row, Records records) {
        RowBlock rows = records.rows();
        Reject reject = fixed.read(row, rows);
        if (reject != null) {
            FixedColumns.end(reject, records);
            return;
        }
        int from = row.from(slot.field());
        int to = row.to(slot.field());
        Flaw flaw = readValue(slot, row.bytes(), from, to, rows);
        if (flaw != null) {
            String found = new String(row.bytes(), from, to - from, charset);
            records.reject(
                    new Reject(row.line(), slot.label(), flaw.reason(), flaw.expected(), found));
            return;
        }
        records.accept(row.line());
    }

    private @Nullable Flaw readValue(TimeSlot slot, byte[] bytes, int from, int to, RowBlock rows) {
        if (slot.flaw() != null) {
            return slot.flaw();
        }
        if (values.start() >= 0) {
            rows.set(values.start(), slot.start());
        }
        rows.set(values.end(), slot.end());
        return values.reader().read(bytes, from, to, rows);
    }

    @Override
    public boolean isCutShort(Rows row) {
        for (TimeSlot slot : slots) {
            if (slot.field() >= row.fields()) {
                return true;
            }
        }
        return fixed.isCutShort(row);
    }
}
