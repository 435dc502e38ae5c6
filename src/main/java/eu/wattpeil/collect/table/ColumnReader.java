package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.store.RowBlock;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column of the dataset from one field of a row, or from several with a blank between.
 */
final class ColumnReader {

    private final int[] fields;
    private final String label;
    private final FieldReader reader;
    private final Mapping mapping;
    private final String tableName;
    private final MissingWords missing;
    private final Charset charset;
    private byte[] joined = new byte[64];

    ColumnReader(
            int[] fields,
            String label,
            FieldReader reader,
            Mapping mapping,
            String tableName,
            MissingWords missing,
            Charset charset) {
        this.fields = fields;
        this.label = label;
        this.reader = reader;
        this.mapping = mapping;
        this.tableName = tableName;
        this.missing = missing;
        this.charset = charset;
    }

    /** Null where the column is set, or may stay unknown. */
    @Nullable Reject read(Rows row, RowBlock rows) {
        int field = fields[0];
        if (missing.isMissing(row, field)) {
            return whenMissing(row, rows);
        }
        if (fields.length > 1) {
            return readJoined(row, rows);
        }
        return read(row.bytes(), row.from(field), row.to(field), row, rows);
    }

    private @Nullable Reject read(byte[] bytes, int from, int to, Rows row, RowBlock rows) {
        Flaw flaw = reader.read(bytes, from, to, rows);
        if (flaw == null) {
            return null;
        }
        String found = new String(bytes, from, to - from, charset);
        return new Reject(row.line(), label, flaw.reason(), flaw.expected(), found);
    }

    private @Nullable Reject readJoined(Rows row, RowBlock rows) {
        int length = 0;
        for (int field : fields) {
            if (missing.isMissing(row, field)) {
                return whenMissing(row, rows);
            }
            int size = row.to(field) - row.from(field);
            if (length + size + 1 > joined.length) {
                joined = Arrays.copyOf(joined, (length + size + 1) * 2);
            }
            System.arraycopy(row.bytes(), row.from(field), joined, length, size);
            length += size;
            joined[length++] = ' ';
        }
        return read(joined, 0, length - 1, row, rows);
    }

    private @Nullable Reject whenMissing(Rows row, RowBlock rows) {
        if (mapping.isPresence()) {
            rows.set(mapping.index(), 0);
            return null;
        }
        if (!mapping.column().isRequired()) {
            return null;
        }
        return new Reject(
                row.line(),
                label,
                Reason.MISSING_VALUE,
                "a value, because " + tableName + " needs " + mapping.column().name(),
                "");
    }

    /** Whether the row is too short to have all fields of a column it cannot do without. */
    boolean isCutShort(Rows row) {
        if (!mapping.column().isRequired()) {
            return false;
        }
        for (int field : fields) {
            if (field >= row.fields()) {
                return true;
            }
        }
        return false;
    }
}
