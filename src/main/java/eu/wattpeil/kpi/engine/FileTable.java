package eu.wattpeil.kpi.engine;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.DocumentFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * The rows of a table's Parquet files, with the columns in the dataset's order, and before them
 * {@link Session#MONTH} where the table is cut by month.
 *
 * <p>Files may be older than a column, and there may be no file at all: the columns are there all
 * the same, empty.
 *
 * @param rows where they are
 */
public record FileTable(Dataset table, boolean isByMonth, DocumentFiles rows) {

    /** Files of a dataset, which says itself whether it is cut by month. */
    public static FileTable of(Dataset table, List<Path> files) {
        return of(table, DocumentFiles.of(files));
    }

    /** Rows of documents of a dataset, which says itself whether it is cut by month. */
    public static FileTable of(Dataset table, DocumentFiles rows) {
        return new FileTable(table, table.isByMonth(), rows);
    }

    /** Files of a table that is cut by month without a column that says so. */
    public static FileTable byMonth(Dataset table, List<Path> files) {
        return new FileTable(table, true, DocumentFiles.of(files));
    }
}
