package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.store.RowBlock;
import java.util.ArrayList;
import java.util.List;

/** The records of several kinds that a row is, each where the row is of its kind. */
final class ManyRecords implements RowShape {

    private final RowFilter[] filters;
    private final RowShape[] shapes;

    /** For shapes with the filter of each. */
    ManyRecords(RowFilter[] filters, RowShape[] shapes) {
        this.filters = filters;
        this.shapes = shapes;
    }

    @Override
    public void read(Rows row, Records records) {
        OnceRejected once = new OnceRejected(records);
        for (int i = 0; i < shapes.length; i++) {
            if (!filters[i].isPassedOver(row)) {
                shapes[i].read(row, once);
            }
        }
    }

    @Override
    public boolean isCutShort(Rows row) {
        for (int i = 0; i < shapes.length; i++) {
            if (!filters[i].isPassedOver(row) && shapes[i].isCutShort(row)) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong for several records of a row in the same way is told once. */
    private static final class OnceRejected implements Records {

        private final Records records;
        private final List<Reject> rejects = new ArrayList<>(0);

        OnceRejected(Records records) {
            this.records = records;
        }

        @Override
        public RowBlock rows() {
            return records.rows();
        }

        @Override
        public void accept(long line) {
            records.accept(line);
        }

        @Override
        public void reject(Reject reject) {
            if (rejects.contains(reject)) {
                records.rows().clearRow();
                return;
            }
            rejects.add(reject);
            records.reject(reject);
        }
    }
}
