package eu.wattpeil.kpi.engine;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.DocumentFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The rows of a table's Parquet files, with the columns in the dataset's order, and before them
 * {@link Session#MONTH} where the table is cut by month.
 *
 * <p>Files may be older than a column, and there may be no file at all: the columns are there all
 * the same, empty.
 *
 * @param rows where they are
 * @param mostRows how many there are at most; empty where nobody has counted
 */
public record FileTable(
        Dataset table, boolean isByMonth, DocumentFiles rows, OptionalLong mostRows) {

    /** Files of a dataset, which says itself whether it is cut by month. */
    public static FileTable of(Dataset table, List<Path> files) {
        return of(table, DocumentFiles.of(files));
    }

    /** Rows of documents of a dataset, which says itself whether it is cut by month. */
    public static FileTable of(Dataset table, DocumentFiles rows) {
        return new FileTable(table, table.isByMonth(), rows, OptionalLong.empty());
    }

    /** Files of a table that is cut by month without a column that says so. */
    public static FileTable byMonth(Dataset table, List<Path> files) {
        return new FileTable(table, true, DocumentFiles.of(files), OptionalLong.empty());
    }

    /** The same, of which it is known how many rows there are at most. */
    public FileTable ofAtMost(long rows) {
        return new FileTable(table, isByMonth, this.rows, OptionalLong.of(rows));
    }

    /** The same columns without rows. */
    public FileTable empty() {
        return new FileTable(table, isByMonth, DocumentFiles.of(List.of()), OptionalLong.of(0));
    }
}
