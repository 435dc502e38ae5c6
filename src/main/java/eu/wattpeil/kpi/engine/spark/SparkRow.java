package eu.wattpeil.kpi.engine.spark;

import eu.wattpeil.kpi.engine.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a result. */
final class SparkRow implements Row {

    private final SparkApi api;
    private final Map<String, Integer> columns;
    private final Object row;

    /**
     * @param columns their places by name
     */
    SparkRow(SparkApi api, Map<String, Integer> columns, Object row) {
        this.api = api;
        this.columns = columns;
        this.row = row;
    }

    @Override
    public Optional<String> text(String column) {
        return Optional.ofNullable(cell(column)).map(Object::toString);
    }

    @Override
    public Optional<Long> integer(String column) {
        return Optional.ofNullable((Number) cell(column)).map(Number::longValue);
    }

    @Override
    public Optional<BigDecimal> decimal(String column) {
        return Optional.ofNullable(cell(column))
                .map(it -> it instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) it);
    }

    @Override
    public Optional<Double> number(String column) {
        return Optional.ofNullable((Number) cell(column)).map(Number::doubleValue);
    }

    @Override
    public Optional<Boolean> flag(String column) {
        return Optional.ofNullable((Boolean) cell(column));
    }

    @Override
    public Optional<LocalDate> date(String column) {
        return Optional.ofNullable(cell(column)).map(LocalDate.class::cast);
    }

    @Override
    public Optional<Instant> instant(String column) {
        return Optional.ofNullable(cell(column)).map(Instant.class::cast);
    }

    private @Nullable Object cell(String column) {
        Integer place = columns.get(column);
        if (place == null) {
            throw new IllegalArgumentException("Cannot find column: " + column);
        }
        return api.cell(row, place);
    }
}
