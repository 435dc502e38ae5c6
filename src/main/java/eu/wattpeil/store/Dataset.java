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
 * @param seriesColumns the columns whose texts say of what a row tells, where one thing tells row
 *     after row: such rows are kept beside each other, by time; empty where rows stay as they come
 */
public record Dataset(
        String name,
        List<Column> columns,
        String timeColumn,
        String startColumn,
        boolean isPersonal,
        List<String> seriesColumns) {

    public Dataset {
        columns = List.copyOf(columns);
        seriesColumns = List.copyOf(seriesColumns);
    }

    /** A table whose rows stay as they come. */
    public Dataset(
            String name,
            List<Column> columns,
            String timeColumn,
            String startColumn,
            boolean isPersonal) {
        this(name, columns, timeColumn, startColumn, isPersonal, List.of());
    }

    /** The same, whose rows are kept in series; their columns are texts that each row has. */
    Dataset inSeries(String... of) {
        return new Dataset(name, columns, timeColumn, startColumn, isPersonal, List.of(of));
    }

    /** Whether the rows of one thing are kept beside each other. */
    public boolean isInSeries() {
        return !seriesColumns.isEmpty();
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
