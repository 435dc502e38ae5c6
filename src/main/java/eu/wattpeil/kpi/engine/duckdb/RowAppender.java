package eu.wattpeil.kpi.engine.duckdb;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/** Appends rows of Java values to a table; an empty {@link Optional} is null. */
final class RowAppender implements AutoCloseable {

    private final DuckDBAppender appender;

    RowAppender(DuckDBAppender appender) {
        this.appender = appender;
    }

    void append(List<Object> row) {
        try {
            appender.beginRow();
            for (Object value : row) {
                append(value);
            }
            appender.endRow();
        } catch (SQLException failure) {
            throw Refusal.of(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }

    private void append(Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            if (optional.isEmpty()) {
                appender.appendNull();
                return;
            }
            append(optional.get());
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof Integer number) {
            appender.append((long) number);
        } else if (value instanceof BigDecimal number) {
            appender.append(number);
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            appender.append(flag.booleanValue());
        } else if (value instanceof LocalDate day) {
            appender.append(day);
        } else if (value instanceof Instant instant) {
            appender.append(instant.atOffset(ZoneOffset.UTC));
        } else {
            throw new IllegalArgumentException("Cannot append value: " + value);
        }
    }
}
