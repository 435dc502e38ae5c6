package eu.wattpeil.store;

import java.util.List;

/**
 * A table of the store.
 *
 * @param name the folder in the store and the table in SQL
 * @param columns its columns, in order; {@code document_id} and {@code line} come last where rows
 *     are read from documents
 * @param timeColumn the column that says in which month a row belongs (a DATE or TIMESTAMP), or an
 *     empty text where the table is not cut by month
 * @param startColumn the column that, where it is not null, says so instead of the time column: an
 *     interval belongs to the month in which it starts
 * @param isPersonal whether the source holds personal data, so that texts found in it are never
 *     written to rejects or messages
 */
public record Dataset(
        String name,
        List<Column> columns,
        String timeColumn,
        String startColumn,
        boolean isPersonal) {

    public Dataset {
        columns = List.copyOf(columns);
    }

    /** The position of a column. */
    public int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "Cannot find column: " + column + " (table " + name + ")");
    }

    /** Whether rows lie in one folder per month. */
    public boolean isByMonth() {
        return !timeColumn.isEmpty();
    }
}
