package eu.wattpeil.store;

import java.util.List;

/**
 * A column of a dataset.
 *
 * @param name the name in Parquet and SQL
 * @param type what it holds
 * @param isRequired whether a row without it is no row; other columns may be null (unknown)
 * @param codes the only texts it may hold; empty where any text may stand
 * @param description what the values are, with their unit, in one line for the documentation
 */
public record Column(
        String name, ColumnType type, boolean isRequired, List<String> codes, String description) {

    public Column {
        codes = List.copyOf(codes);
    }

    static Column required(String name, ColumnType type, String description) {
        return new Column(name, type, true, List.of(), description);
    }

    static Column optional(String name, ColumnType type, String description) {
        return new Column(name, type, false, List.of(), description);
    }

    Column oneOf(String... words) {
        return new Column(name, type, isRequired, List.of(words), description);
    }
}
