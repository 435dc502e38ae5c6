package eu.wattpeil.kpi.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns of a relation as they go from one engine to another and come back: in types that each
 * engine has and Parquet keeps, so that values stay as they are to the last bit.
 *
 * @param columns in their order
 */
public record CarriedColumns(List<Column> columns) {

    private static final String DECIMAL = "DECIMAL";

    public CarriedColumns {
        columns = List.copyOf(columns);
    }

    /**
     * One of them.
     *
     * @param type in which it is carried, as DuckDB names it
     */
    public record Column(String name, String type) {

        private String declared() {
            return quoted() + " " + type;
        }

        private String select() {
            return "cast(" + quoted() + " as " + type + ") as " + quoted();
        }

        private String quoted() {
            return "\"" + name.replace("\"", "\"\"") + "\"";
        }

        private Optional<?> value(Row row) {
            return switch (type) {
                case "VARCHAR" -> row.text(name);
                case "BIGINT" -> row.integer(name);
                case "DOUBLE" -> row.number(name);
                case "BOOLEAN" -> row.flag(name);
                case "DATE" -> row.date(name);
                case "TIMESTAMP WITH TIME ZONE" -> row.instant(name);
                default -> row.decimal(name).map(this::withAllDigits);
            };
        }

        private BigDecimal withAllDigits(BigDecimal value) {
            try {
                return value.setScale(scale());
            } catch (ArithmeticException more) {
                throw new SqlException(
                        name + " is " + value.toPlainString() + ", expected a " + type, 0, more);
            }
        }

        private int scale() {
            return Integer.parseInt(
                    type.substring(type.indexOf(',') + 1, type.length() - 1).strip());
        }
    }

    /**
     * A column of a relation of DuckDB's.
     *
     * @param type as DuckDB names it
     * @throws SqlException where no other engine has such a type
     */
    public static Column column(String name, String type) {
        return new Column(
                name,
                switch (type) {
                    case "VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE" -> type;
                    case "TINYINT", "SMALLINT", "INTEGER", "HUGEINT" -> "BIGINT";
                    case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT" -> "BIGINT";
                    case "FLOAT" -> "DOUBLE";
                    case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP WITH TIME ZONE";
                    default -> {
                        if (!type.startsWith(DECIMAL)) {
                            throw new SqlException(
                                    name
                                            + " is a "
                                            + type
                                            + ", expected a type that a cluster has too",
                                    0);
                        }
                        yield type;
                    }
                });
    }

    /** Each with its type. */
    public List<String> declared() {
        return columns.stream().map(Column::declared).toList();
    }

    /** The select of the rows of a relation in these types. */
    public String select(String relation) {
        return columns.stream()
                .map(Column::select)
                .collect(Collectors.joining(", ", "select ", " from " + relation));
    }

    /** The values of a row in their order; an empty {@link Optional} is null. */
    public List<Object> values(Row row) {
        return columns.stream().<Object>map(it -> it.value(row)).toList();
    }
}
