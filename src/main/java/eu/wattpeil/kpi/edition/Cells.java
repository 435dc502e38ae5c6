package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Values of columns: a String, Long, BigDecimal, Double, Boolean, LocalDate or Instant, as the type
 * of the column asks; an empty {@link Optional} is null.
 */
final class Cells {

    private Cells() {}

    static Object read(Column column, Row row) {
        String name = column.name();
        Optional<?> value =
                switch (column.type()) {
                    case TEXT -> row.text(name);
                    case INTEGER -> row.integer(name);
                    case DECIMAL, FINE_DECIMAL -> row.decimal(name);
                    case DOUBLE -> row.number(name);
                    case BOOLEAN -> row.flag(name);
                    case DATE -> row.date(name);
                    case TIMESTAMP -> row.instant(name);
                };
        return value.isPresent() ? value.get() : value;
    }

    /** Puts a value into the open row; an empty one leaves it null. */
    static void fill(RowBlock rows, int index, Column column, Object value) {
        if (isNull(value)) {
            return;
        }
        switch (column.type()) {
            case TEXT -> rows.set(index, Text.of((String) value));
            case INTEGER -> rows.set(index, (Long) value);
            case DECIMAL, FINE_DECIMAL ->
                    rows.set(index, ((BigDecimal) value).unscaledValue().longValueExact());
            // Adding 0 makes a negative zero a plain one, which a block can hold.
            case DOUBLE -> rows.setDouble(index, (Double) value + 0.0);
            case BOOLEAN -> rows.set(index, (Boolean) value ? 1 : 0);
            case DATE -> rows.set(index, ((LocalDate) value).toEpochDay());
            case TIMESTAMP ->
                    rows.set(index, ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
        }
    }

    /**
     * A value as it is read back: amounts with the digits of their column.
     *
     * @throws ClassCastException where the value is of another type than the column's
     */
    static Object normal(Column column, Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? optional : normal(column, optional.get());
        }
        return switch (column.type()) {
            case TEXT -> (String) value;
            case INTEGER -> ((Number) value).longValue();
            case DECIMAL -> ((BigDecimal) value).setScale(3, RoundingMode.HALF_EVEN);
            case FINE_DECIMAL -> ((BigDecimal) value).setScale(6, RoundingMode.HALF_EVEN);
            case DOUBLE -> (Double) value + 0.0;
            case BOOLEAN -> (Boolean) value;
            case DATE -> (LocalDate) value;
            case TIMESTAMP -> ((Instant) value).truncatedTo(ChronoUnit.MICROS);
        };
    }

    static boolean isNull(Object value) {
        return value instanceof Optional<?> optional && optional.isEmpty();
    }
}
