package eu.wattpeil.store;

import java.util.List;

/**
 * A small table whose rows stand in {@link StoreViews} themselves.
 *
 * @param rows each in the order of the columns; texts, numbers and booleans, an empty {@link
 *     java.util.Optional} for null
 */
public record LiteralTable(Dataset table, List<List<Object>> rows) {

    public LiteralTable {
        rows = List.copyOf(rows);
    }
}
