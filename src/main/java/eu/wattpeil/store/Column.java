package eu.wattpeil.store;

import java.util.List;

/**
 * A column of a dataset.
 *
 * @param name the name in Parquet and SQL
 * @param type what it holds
 * @param isRequired whether a row without it is no row; other columns may be null (unknown)
 * @param codes the only texts it may hold; empty where any text may stand
 * @param description what the values are, in one line for the documentation
 * @param unit of the values; empty where they have none
 */
public record Column(
        String name,
        ColumnType type,
        boolean isRequired,
        List<String> codes,
        String description,
        String unit) {

    public Column {
        codes = List.copyOf(codes);
    }

    /** A column whose values have no unit. */
    public Column(
            String name,
            ColumnType type,
            boolean isRequired,
            List<String> codes,
            String description) {
        this(name, type, isRequired, codes, description, "");
    }

    /** A column without which a row is no row. */
    public static Column required(String name, ColumnType type, String description) {
        return new Column(name, type, true, List.of(), description);
    }

    /** A column that may be null. */
    public static Column optional(String name, ColumnType type, String description) {
        return new Column(name, type, false, List.of(), description);
    }

    Column oneOf(String... words) {
        return new Column(name, type, isRequired, List.of(words), description, unit);
    }

    /** The column with the unit of its values. */
    public Column in(String newUnit) {
        return new Column(name, type, isRequired, codes, description, newUnit);
    }
}
