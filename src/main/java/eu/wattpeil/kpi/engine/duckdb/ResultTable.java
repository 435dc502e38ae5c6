package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.TableFile;
import eu.wattpeil.store.Text;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Puts rows of a result into a file of the store; each column by its name. */
public final class ResultTable implements AutoCloseable {

    private final TableFile file;
    private final Dataset table;

    public ResultTable(TableFile file, Dataset table) {
        this.file = file;
        this.table = table;
    }

    public void append(ResultSet row) throws SQLException {
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            Object value = row.getObject(column.name());
            if (value != null) {
                set(i, column, value, row);
            }
        }
        file.closeRow();
    }

    public void commit() {
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }

    private void set(int index, Column column, Object value, ResultSet row) throws SQLException {
        RowBlock rows = file.rows();
        switch (column.type()) {
            case TEXT -> rows.set(index, Text.of((String) value));
            case INTEGER -> rows.set(index, ((Number) value).longValue());
            case DECIMAL, FINE_DECIMAL ->
                    rows.set(index, ((BigDecimal) value).unscaledValue().longValueExact());
            // Adding 0 makes a negative zero a plain one, which a block can hold.
            case DOUBLE -> rows.setDouble(index, (Double) value + 0.0);
            case BOOLEAN -> rows.set(index, (Boolean) value ? 1 : 0);
            case DATE ->
                    rows.set(index, row.getObject(column.name(), LocalDate.class).toEpochDay());
            case TIMESTAMP ->
                    rows.set(
                            index,
                            ChronoUnit.MICROS.between(
                                    Instant.EPOCH,
                                    row.getObject(column.name(), OffsetDateTime.class)
                                            .toInstant()));
        }
    }
}
