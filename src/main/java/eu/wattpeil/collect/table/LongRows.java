package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.store.RowBlock;

/** One record per row. */
final class LongRows implements RowShape {

    private final ConstantColumn[] constants;
    private final ColumnReader[] readers;
    private final int start;
    private final int end;

    /**
     * Rows of a table.
     *
     * @param start the column that must lie before the other one, or -1
     */
    LongRows(ConstantColumn[] constants, ColumnReader[] readers, int start, int end) {
        this.constants = constants;
        this.readers = readers;
        this.start = start;
        this.end = end;
    }

    @Override
    public void read(Rows row, Records records) {
        RowBlock rows = records.rows();
        for (ConstantColumn constant : constants) {
            constant.set(rows);
        }
        for (ColumnReader reader : readers) {
            Reject reject = reader.read(row, rows);
            if (reject != null) {
                records.reject(reject);
                return;
            }
        }
        if (start >= 0 && isEmptyInterval(rows)) {
            records.reject(
                    new Reject(
                            row.line(),
                            "",
                            Reason.IMPOSSIBLE_VALUE,
                            "an interval that ends after its start",
                            ""));
            return;
        }
        records.accept(row.line());
    }

    @Override
    public boolean isCutShort(Rows row) {
        for (ColumnReader reader : readers) {
            if (reader.isCutShort(row)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEmptyInterval(RowBlock rows) {
        return !rows.isOpenNull(start)
                && !rows.isOpenNull(end)
                && rows.number(start, rows.rows()) >= rows.number(end, rows.rows());
    }
}
