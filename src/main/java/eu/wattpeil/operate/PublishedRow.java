package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.EditionTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A row that an edition publishes, by the names of its columns. */
record PublishedRow(EditionTable table, List<Object> row) {

    Optional<Object> value(String column) {
        for (int i = 0; i < row.size(); i++) {
            if (table.table().columns().get(i).name().equals(column)) {
                Object value = row.get(i);
                return value instanceof Optional<?> ? Optional.empty() : Optional.of(value);
            }
        }
        throw new IllegalArgumentException("Cannot find column: " + column);
    }

    Optional<String> text(String column) {
        return value(column).map(String.class::cast);
    }

    Optional<BigDecimal> amount(String column) {
        return value(column).map(BigDecimal.class::cast);
    }
}
