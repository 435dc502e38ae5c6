package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.Row;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The current row of a result. */
final class ResultRow implements Row {

    private final ResultSet row;

    /** Of the columns that were asked for: the driver goes through all names for each value. */
    private final Map<String, Integer> places = new HashMap<>();

    ResultRow(ResultSet row) {
        this.row = row;
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable T read(int place) throws SQLException;
    }

    @Override
    public Optional<String> text(String column) {
        return read(row::getString, column);
    }

    @Override
    public Optional<Long> integer(String column) {
        return read(row::getLong, column);
    }

    @Override
    public Optional<BigDecimal> decimal(String column) {
        return read(row::getBigDecimal, column);
    }

    @Override
    public Optional<Double> number(String column) {
        return read(row::getDouble, column);
    }

    @Override
    public Optional<Boolean> flag(String column) {
        return read(row::getBoolean, column);
    }

    @Override
    public Optional<LocalDate> date(String column) {
        return read(place -> row.getObject(place, LocalDate.class), column);
    }

    @Override
    public Optional<Instant> instant(String column) {
        return read(place -> row.getObject(place, OffsetDateTime.class), column)
                .map(OffsetDateTime::toInstant);
    }

    /** Where a column is null, JDBC gives numbers and flags as 0 and says so afterwards. */
    private <T> Optional<T> read(Reading<T> reading, String column) {
        try {
            T value = reading.read(place(column));
            return row.wasNull() ? Optional.empty() : Optional.ofNullable(value);
        } catch (SQLException failure) {
            throw Refusal.of(failure);
        }
    }

    private int place(String column) throws SQLException {
        Integer known = places.get(column);
        if (known != null) {
            return known;
        }
        int place = row.findColumn(column);
        places.put(column, place);
        return place;
    }
}
