package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.bytes.PlainRows;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.store.RowBlock;
import org.jspecify.annotations.Nullable;

/** What the records of a row have in common: what is the same in every row, and columns. */
final class FixedColumns {

    private final ConstantColumn[] constants;
    private final ColumnReader[] readers;

    FixedColumns(ConstantColumn[] constants, ColumnReader[] readers) {
        this.constants = constants;
        this.readers = readers;
    }

    /**
     * Null where all columns are set in the open row; {@link ColumnReader#NO_RECORD} where it is to
     * be none.
     */
    @Nullable Reject read(Rows row, RowBlock rows) {
        for (ConstantColumn constant : constants) {
            constant.set(rows);
        }
        for (int i = 0; i < readers.length; i++) {
            Reject reject = readers[i].read(row, rows);
            if (reject != null) {
                passTime(i + 1, row, rows);
                return reject;
            }
        }
        return null;
    }

    /** Whether all columns are set, in the open row and those behind it. */
    boolean readAll(PlainRows plain, RowBlock rows) {
        for (ConstantColumn constant : constants) {
            constant.setAll(rows, plain.count());
        }
        for (ColumnReader reader : readers) {
            if (!reader.readAll(plain, rows)) {
                return false;
            }
        }
        return true;
    }

    /** The times of rows that are no records tell the passes of a repeated hour apart, too. */
    private void passTime(int from, Rows row, RowBlock rows) {
        for (int i = from; i < readers.length; i++) {
            if (readers[i].isInstant()) {
                readers[i].read(row, rows);
            }
        }
    }

    /** Ends a row that is no record. */
    static void end(Reject reject, Records records) {
        if (reject == ColumnReader.NO_RECORD) {
            records.rows().clearRow();
            return;
        }
        records.reject(reject);
    }

    /** Whether the row is too short to have a column that no record can do without. */
    boolean isCutShort(Rows row) {
        for (ColumnReader reader : readers) {
            if (reader.isCutShort(row)) {
                return true;
            }
        }
        return false;
    }
}
