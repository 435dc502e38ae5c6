package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.PlainRows;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.store.RowBlock;

/** One record per row. */
final class LongRows implements RowShape {

    private final FixedColumns columns;
    private final int start;
    private final int end;

    /**
     * Rows of a table.
     *
     * @param start the column that must lie before the other one, or -1
     */
    LongRows(FixedColumns columns, int start, int end) {
        this.columns = columns;
        this.start = start;
        this.end = end;
    }

    @Override
    public void read(Rows row, Records records) {
        RowBlock rows = records.rows();
        Reject reject = columns.read(row, rows);
        if (reject != null) {
            FixedColumns.end(reject, records);
            return;
        }
        if (start >= 0 && isEmptyInterval(rows, rows.rows())) {
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
    public boolean readAll(PlainRows plain, Records records) {
        RowBlock rows = records.rows();
        if (columns.readAll(plain, rows)
                && !hasEmptyInterval(rows, plain.count())
                && records.acceptAll(plain.firstLine(), plain.count())) {
            return true;
        }
        rows.clearRows(plain.count());
        return false;
    }

    private boolean hasEmptyInterval(RowBlock rows, int count) {
        for (int row = rows.rows(); start >= 0 && row < rows.rows() + count; row++) {
            if (isEmptyInterval(rows, row)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isCutShort(Rows row) {
        return columns.isCutShort(row);
    }

    private boolean isEmptyInterval(RowBlock rows, int row) {
        return !rows.isNull(start, row)
                && !rows.isNull(end, row)
                && rows.number(start, row) >= rows.number(end, row);
    }
}
