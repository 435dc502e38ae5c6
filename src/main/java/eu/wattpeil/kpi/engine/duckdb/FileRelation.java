package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.DocumentFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of files as a select: what a {@link FileTable} means in DuckDB. */
public final class FileRelation {

    private FileRelation() {}

    public static String select(Dataset table, boolean hasMonth, List<Path> files) {
        return select(
                new FileTable(table, hasMonth, DocumentFiles.of(files), OptionalLong.empty()));
    }

    public static String select(FileTable files) {
        Dataset table = files.table();
        boolean hasMonth = files.isByMonth();
        DocumentFiles rows = files.rows();
        List<String> columns = new ArrayList<>();
        List<String> nothing = new ArrayList<>();
        if (hasMonth) {
            columns.add(Session.MONTH);
            nothing.add("cast(null as varchar) as month");
        }
        table.columns()
                .forEach(
                        column -> {
                            String name = Database.name(column.name());
                            columns.add(name);
                            nothing.add("cast(null as " + sqlType(column.type()) + ") as " + name);
                        });
        String empty = "select " + String.join(", ", nothing) + " where false";
        if (rows.isEmpty()) {
            return empty;
        }
        StringBuilder select = new StringBuilder("select ").append(String.join(", ", columns));
        select.append(" from (").append(empty);
        if (!rows.files().isEmpty()) {
            select.append(" union all by name select * from ").append(scan(hasMonth, rows.files()));
        }
        if (!rows.packs().isEmpty()) {
            select.append(" union all by name select * from ").append(scan(hasMonth, rows.packs()));
            select.append(" where document_id not in ").append(texts(rows.without()));
        }
        return select.append(')').toString();
    }

    /** The select of how many rows all files have: their ends tell it. */
    static String count(FileTable files) {
        List<Path> all = files.rows().all();
        return all.isEmpty()
                ? "select 0 as number"
                : "select count(*) as number from " + scan(false, all);
    }

    private static String texts(Set<String> values) {
        return values.stream()
                .sorted()
                .map(Database::text)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A call of {@code read_parquet} for exactly these files. */
    public static String scan(boolean hasMonth, List<Path> files) {
        String paths =
                files.stream()
                        .map(FileRelation::pattern)
                        .map(Database::text)
                        .collect(Collectors.joining(", ", "[", "]"));
        String options =
                hasMonth
                        ? ", hive_partitioning = true, hive_types = {'month': varchar}"
                        : ", hive_partitioning = false";
        return "read_parquet(" + paths + ", union_by_name = true" + options + ")";
    }

    /** The SQL type of a column of the store. */
    public static String sqlType(ColumnType type) {
        return type.sqlType();
    }

    /** DuckDB takes every path for a pattern: what has a meaning there must stand for itself. */
    public static String pattern(Path file) {
        return file.toString().replace('\\', '/').replaceAll("[*?\\[]", "[$0]");
    }
}
