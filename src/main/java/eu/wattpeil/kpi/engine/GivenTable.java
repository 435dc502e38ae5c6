package eu.wattpeil.kpi.engine;

import java.util.List;

/**
 * A table whose rows are given, of a few hundred at most.
 *
 * @param columns each with its SQL type, as DuckDB names it
 * @param rows values in the order of the columns; an empty {@link java.util.Optional} is null
 */
public record GivenTable(String name, List<String> columns, List<List<Object>> rows) {

    public GivenTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
