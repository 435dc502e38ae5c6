package eu.wattpeil.kpi.engine;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The current row of a result of H2. */
record H2Row(ResultSet row) implements Row {

    @Override
    public Optional<String> text(String column) {
        return value(column, String.class);
    }

    @Override
    public Optional<Long> integer(String column) {
        return value(column, Long.class);
    }

    @Override
    public Optional<BigDecimal> decimal(String column) {
        return value(column, BigDecimal.class);
    }

    @Override
    public Optional<Double> number(String column) {
        return value(column, Double.class);
    }

    @Override
    public Optional<Boolean> flag(String column) {
        return value(column, Boolean.class);
    }

    @Override
    public Optional<LocalDate> date(String column) {
        return value(column, LocalDate.class);
    }

    @Override
    public Optional<Instant> instant(String column) {
        return value(column, OffsetDateTime.class).map(OffsetDateTime::toInstant);
    }

    private <T> Optional<T> value(String column, Class<T> type) {
        try {
            return Optional.ofNullable(row.getObject(column, type));
        } catch (SQLException failure) {
            throw new SqlException(String.valueOf(failure.getMessage()), 0, failure);
        }
    }
}
