package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.PlainRows;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.RowBlock;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column of the dataset from one field of a row, or from several; where a value is
 * lacking there, from where else it may stand.
 */
final class ColumnReader {

    /** Told by its identity: the row is to be no record, and nobody is to be told. */
    static final Reject NO_RECORD = Reject.document(Reason.MISSING_VALUE, "a value", "");

    private final Cells cells;
    private final FieldReader reader;
    private final Mapping mapping;
    private final WhenMissing whenMissing;
    private final String tableName;
    private final MissingWords missing;
    private final @Nullable CellNumber number;
    private final CellText text;
    private final boolean isWholeField;
    private final @Nullable ColumnReader next;

    /**
     * Where the column is in a document.
     *
     * @param fields their places
     * @param label how they are called in rejects
     */
    record Cells(int[] fields, String label, Charset charset) {}

    /**
     * For a mapping.
     *
     * @param next reads what has no value here
     */
    ColumnReader(
            Cells cells,
            FieldReader reader,
            Mapping mapping,
            @Nullable CellNumber number,
            WhenMissing whenMissing,
            String tableName,
            MissingWords missing,
            @Nullable ColumnReader next) {
        this.cells = cells;
        this.reader = reader;
        this.mapping = mapping;
        this.whenMissing = whenMissing;
        this.tableName = tableName;
        this.missing = missing;
        this.number = number;
        this.next = next;
        text =
                new CellText(
                        cells.fields(),
                        mapping.source() instanceof Mapping.Fields fields
                                ? fields
                                : new Mapping.Fields(mapping.source().columns()),
                        mapping.suffix(),
                        cells.charset());
        isWholeField = text.isWholeField();
    }

    /** Null where the column is set, or may stay unknown; {@link #NO_RECORD} where all is well. */
    @Nullable Reject read(Rows row, RowBlock rows) {
        if (number != null) {
            return readNumber(number, row, rows);
        }
        for (ColumnReader each = this; each != null; each = each.next) {
            if (!each.isMissing(row)) {
                return each.readText(row, rows);
            }
        }
        return whenMissing(row, rows);
    }

    /**
     * Reads the column of several rows, from the open one on; false where a row has to be read by
     * itself, as one does that is to be told of.
     */
    boolean readAll(PlainRows plain, RowBlock rows) {
        if (number != null || next != null || !isWholeField) {
            return false;
        }
        FieldColumn fields = new FieldColumn(plain, cells.fields()[0], missing);
        return (whenMissing == WhenMissing.UNKNOWN || !fields.hasMissing())
                && reader.readAll(fields, rows);
    }

    private boolean isMissing(Rows row) {
        for (int field : cells.fields()) {
            if (missing.isMissing(row, field)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Reject readText(Rows row, RowBlock rows) {
        if (isWholeField) {
            int field = cells.fields()[0];
            return read(row, row.bytes(), row.from(field), row.to(field), rows);
        }
        if (!text.take(row)) {
            return noRange(row);
        }
        return read(row, text.bytes(), text.from(), text.to(), rows);
    }

    private @Nullable Reject read(Rows row, byte[] bytes, int from, int to, RowBlock rows) {
        Flaw flaw = reader.read(bytes, from, to, rows);
        return flaw == null ? null : reject(row, flaw, bytes, from, to);
    }

    private @Nullable Reject readNumber(CellNumber combined, Rows row, RowBlock rows) {
        int unreadable = combined.take(row);
        if (unreadable >= 0) {
            Flaw flaw = new Flaw(Reason.UNREADABLE_VALUE, combined.expected());
            return reject(row, flaw, row.bytes(), row.from(unreadable), row.to(unreadable));
        }
        if (combined.isMissing()) {
            return whenMissing(row, rows);
        }
        byte[] bytes = combined.text().getBytes(StandardCharsets.US_ASCII);
        return read(row, bytes, 0, bytes.length, rows);
    }

    private Reject noRange(Rows row) {
        int last = cells.fields()[cells.fields().length - 1];
        String separator = ((Mapping.Fields) mapping.source()).range().orElseThrow().separator();
        Flaw flaw =
                new Flaw(
                        Reason.UNREADABLE_VALUE,
                        "a range with \"" + separator + "\" between its start and its end");
        return reject(row, flaw, row.bytes(), row.from(last), row.to(last));
    }

    private Reject reject(Rows row, Flaw flaw, byte[] bytes, int from, int to) {
        String found = new String(bytes, from, to - from, cells.charset());
        return new Reject(row.line(), cells.label(), flaw.reason(), flaw.expected(), found);
    }

    private @Nullable Reject whenMissing(Rows row, RowBlock rows) {
        return switch (whenMissing) {
            case UNKNOWN -> null;
            case ABSENT -> {
                rows.set(mapping.index(), 0);
                yield null;
            }
            case NO_RECORD -> NO_RECORD;
            case REJECT ->
                    new Reject(
                            row.line(),
                            places(),
                            Reason.MISSING_VALUE,
                            "a value, because " + tableName + " needs " + mapping.column().name(),
                            "");
        };
    }

    /** How all columns are called in which a value was looked for. */
    private String places() {
        return next == null ? cells.label() : cells.label() + " or " + next.places();
    }

    /** Whether the column is a time, which a repeated hour makes depend on the rows before. */
    boolean isInstant() {
        return mapping.column().type() == ColumnType.TIMESTAMP;
    }

    /** Whether the row is too short to have all fields of a column it cannot do without. */
    boolean isCutShort(Rows row) {
        if (!mapping.column().isRequired()) {
            return false;
        }
        for (int field : cells.fields()) {
            if (field >= row.fields()) {
                return true;
            }
        }
        return false;
    }
}
