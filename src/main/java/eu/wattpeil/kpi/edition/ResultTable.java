package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.StoredFile;
import eu.wattpeil.store.TableFile;
import eu.wattpeil.store.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Puts rows of a result into a file of the store; each column by its name. */
final class ResultTable implements AutoCloseable {

    private final TableFile file;
    private final Dataset table;

    ResultTable(TableFile file, Dataset table) {
        this.file = file;
        this.table = table;
    }

    void append(Row row) {
        for (int i = 0; i < table.columns().size(); i++) {
            set(i, table.columns().get(i), row);
        }
        file.closeRow();
    }

    StoredFile commit() {
        return file.commit();
    }

    @Override
    public void close() {
        file.close();
    }

    private void set(int index, Column column, Row row) {
        RowBlock rows = file.rows();
        String name = column.name();
        switch (column.type()) {
            case TEXT -> row.text(name).ifPresent(it -> rows.set(index, Text.of(it)));
            case INTEGER -> row.integer(name).ifPresent(it -> rows.set(index, it));
            case DECIMAL, FINE_DECIMAL ->
                    row.decimal(name)
                            .ifPresent(it -> rows.set(index, it.unscaledValue().longValueExact()));
            // Adding 0 makes a negative zero a plain one, which a block can hold.
            case DOUBLE -> row.number(name).ifPresent(it -> rows.setDouble(index, it + 0.0));
            case BOOLEAN -> row.flag(name).ifPresent(it -> rows.set(index, it ? 1 : 0));
            case DATE -> row.date(name).ifPresent(it -> rows.set(index, it.toEpochDay()));
            case TIMESTAMP ->
                    row.instant(name)
                            .ifPresent(
                                    it ->
                                            rows.set(
                                                    index,
                                                    ChronoUnit.MICROS.between(Instant.EPOCH, it)));
        }
    }
}
