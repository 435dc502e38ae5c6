package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.JoinedFields;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.store.RowBlock;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column of the dataset from one field of a row, or from several with a blank between.
 */
final class ColumnReader {

    private final int[] fields;
    private final JoinedFields joined;
    private final String label;
    private final FieldReader reader;
    private final Mapping mapping;
    private final String tableName;
    private final MissingWords missing;
    private final Charset charset;

    ColumnReader(
            int[] fields,
            String label,
            FieldReader reader,
            Mapping mapping,
            String tableName,
            MissingWords missing,
            Charset charset) {
        this.fields = fields;
        this.joined = new JoinedFields(fields);
        this.label = label;
        this.reader = reader;
        this.mapping = mapping;
        this.tableName = tableName;
        this.missing = missing;
        this.charset = charset;
    }

    /** Null where the column is set, or may stay unknown. */
    @Nullable Reject read(Rows row, RowBlock rows) {
        for (int field : fields) {
            if (missing.isMissing(row, field)) {
                return whenMissing(row, rows);
            }
        }
        joined.take(row);
        Flaw flaw = reader.read(joined.bytes(), joined.from(), joined.to(), rows);
        if (flaw == null) {
            return null;
        }
        String found =
                new String(joined.bytes(), joined.from(), joined.to() - joined.from(), charset);
        return new Reject(row.line(), label, flaw.reason(), flaw.expected(), found);
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
