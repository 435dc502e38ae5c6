package eu.wattpeil.report.numbers;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of the editions of a store's months, read from their files by plain SQL. */
final class EditionTables {

    private final Path store;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Map<YearMonth, Row>> bySeries = new HashMap<>();
    private final Map<String, List<Row>> byKpi = new HashMap<>();
    private final Map<String, List<Map<String, String>>> read = new HashMap<>();

    private EditionTables(Path store) {
        this.store = store;
    }

    /** Those of a store, of each month its last edition. */
    static EditionTables of(Path store) throws SQLException {
        EditionTables tables = new EditionTables(store);
        for (Map<String, String> row : tables.current("kpi_values")) {
            tables.add(
                    new Row(
                            YearMonth.parse(text(row, "month")),
                            text(row, "period"),
                            text(row, "kpi_id"),
                            text(row, "scope_kind"),
                            text(row, "scope_id"),
                            decimal(row, "numerator"),
                            decimal(row, "denominator"),
                            number(row, "value"),
                            number(row, "coverage"),
                            number(row, "measured_share"),
                            text(row, "reason")));
        }
        return tables;
    }

    private void add(Row row) {
        rows.add(row);
        byKpi.computeIfAbsent(row.kpiId(), it -> new ArrayList<>()).add(row);
        bySeries.computeIfAbsent(row.series(), it -> new HashMap<>()).put(row.month(), row);
    }

    List<Row> rows() {
        return rows;
    }

    List<Row> rowsOf(String kpiId) {
        return byKpi.getOrDefault(kpiId, List.of());
    }

    Optional<Row> row(String series, YearMonth month) {
        return Optional.ofNullable(bySeries.getOrDefault(series, Map.of()).get(month));
    }

    /** The rows of a table of the last edition of a month; none where there is no such table. */
    List<Map<String, String>> of(String table, YearMonth month) throws SQLException {
        return current(table).stream()
                .filter(row -> text(row, "month").equals(month.toString()))
                .toList();
    }

    /** The rows of a table, of each month those of its last edition. */
    List<Map<String, String>> current(String table) throws SQLException {
        if (!Files.isDirectory(store.resolve(table))) {
            return List.of();
        }
        return cached(
                "select * from "
                        + files(table)
                        + " qualify edition = max(edition) over (partition by month)");
    }

    /** All rows of a table. */
    List<Map<String, String>> all(String table) throws SQLException {
        return Files.isDirectory(store.resolve(table))
                ? cached("select * from " + files(table))
                : List.of();
    }

    private String files(String table) {
        return "read_parquet('"
                + store.resolve(table).toAbsolutePath()
                + "/**/*.parquet', hive_partitioning = true, union_by_name = true)";
    }

    private List<Map<String, String>> cached(String sql) throws SQLException {
        List<Map<String, String>> known = read.get(sql);
        if (known == null) {
            known = read(sql);
            read.put(sql, known);
        }
        return known;
    }

    private static List<Map<String, String>> read(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set TimeZone = 'UTC'");
            List<Map<String, String>> read = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    Map<String, String> row = new HashMap<>();
                    for (int column = 1; column <= columns; column++) {
                        @Nullable String value = result.getString(column);
                        if (value != null) {
                            row.put(result.getMetaData().getColumnName(column), value);
                        }
                    }
                    read.add(row);
                }
            }
            return read;
        }
    }

    /** A cell; empty where there is nothing in it. */
    static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    static Optional<BigDecimal> decimal(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).map(BigDecimal::new);
    }

    private static Optional<Double> number(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).map(Double::valueOf);
    }
}
