package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static eu.wattpeil.store.Readings.SECOND_READING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst sees by {@code views.sql}, from a working directory that is not the store. */
class StoreViewsTest {

    /** As much of the table of values as views know. */
    static final Dataset VALUES =
            new Dataset(
                    "kpi_values",
                    List.of(
                            Column.optional("period", ColumnType.TEXT, "month or rolling_year"),
                            Column.required("kpi_id", ColumnType.TEXT, "the KPI"),
                            Column.optional("scope_kind", ColumnType.TEXT, "department …"),
                            Column.optional("scope_id", ColumnType.TEXT, "which one"),
                            Column.optional("value", ColumnType.DOUBLE, "null where withheld"),
                            Column.required("edition", ColumnType.INTEGER, "number")),
                    "",
                    "",
                    false);

    @TempDir Path folder;

    @Test
    void showsDocumentsInTheirLastReadingAndReadingsOnce() throws SQLException {
        Store store = Store.open(folder.resolve("it's a store"));
        Readings.commit(store, FIRST_READING, 1, 40, 1000);
        Readings.commit(store, SECOND_READING, 2, 40, 2000);
        Readings.commit(store, "fedcba987654321011111111", 3, 10, 3000);

        assertThat(answers(store, List.of(), "select count(*) from documents"))
                .containsExactly("2");
        assertThat(answers(store, List.of(), "select count(*), sum(value) from meter_readings"))
                .containsExactly("50|110.000");
        assertThat(
                        answers(
                                store,
                                List.of(),
                                "select count(*), sum(value) from unique_meter_readings"))
                .containsExactly("40|90.000");
        assertThat(
                        answers(
                                store,
                                List.of(),
                                "select distinct month from meter_readings order by 1"))
                .containsExactly("2026-09", "2026-10");
        assertThat(answers(store, List.of(), "select count(*) from rejects")).containsExactly("2");
    }

    @Test
    void showsTheEditionsThatAreShown() throws SQLException {
        Store store = Store.open(folder);
        for (int edition = 1; edition <= 2; edition++) {
            String file = "kpi_values/month=2026-09/edition-" + edition + ".parquet";
            try (TableFile table = store.create(VALUES, file)) {
                table.rows().set(VALUES.index("kpi_id"), Text.of("pue"));
                table.rows().set(VALUES.index("edition"), edition);
                table.closeRow();
                table.commit();
            }
        }
        LiteralTable editions =
                new LiteralTable(
                        new Dataset(
                                "editions",
                                List.of(
                                        Column.required("month", ColumnType.TEXT, "the month"),
                                        Column.required("edition", ColumnType.INTEGER, "shown"),
                                        Column.optional("note", ColumnType.TEXT, "a text")),
                                "",
                                "",
                                false),
                        List.of(List.of("2026-09", 2, Optional.of("it's"))));

        assertThat(
                        answers(
                                store,
                                List.of(editions),
                                "select month, kpi_id, edition from kpi_values"))
                .containsExactly("2026-09|pue|2");
        assertThat(answers(store, List.of(editions), "select count(*) from kpi_editions"))
                .containsExactly("2");
        assertThat(answers(store, List.of(editions), "select note from editions"))
                .containsExactly("it's");
    }

    @Test
    void showsTheRowsOfOtherTablesOfTheEditionsThatAreShown() throws SQLException {
        Store store = Store.open(folder);
        Dataset parts =
                new Dataset(
                        "parts",
                        List.of(
                                Column.required("part", ColumnType.TEXT, "the part"),
                                Column.required("edition", ColumnType.INTEGER, "number")),
                        "",
                        "",
                        false);
        for (int edition = 1; edition <= 2; edition++) {
            String file = "parts/month=2026-09/edition-" + edition + ".parquet";
            try (TableFile table = store.create(parts, file)) {
                table.rows().set(0, Text.of("part " + edition));
                table.rows().set(1, edition);
                table.closeRow();
                table.commit();
            }
        }
        LiteralTable editions = new LiteralTable(editionsTable(), List.of(List.of("2026-09", 2)));

        assertThat(
                        answers(
                                store,
                                List.of(parts),
                                List.of(editions),
                                "select month, part from parts"))
                .containsExactly("2026-09|part 2");
        assertThat(
                        answers(
                                store,
                                List.of(parts),
                                List.of(editions),
                                "select count(*) from parts_editions"))
                .containsExactly("2");
    }

    @Test
    void showsNoDepartmentThatTheEditionOfTheMonthWithholds() throws SQLException {
        Store store = Store.open(folder);
        printJobs(store, "archive", "welfare");
        try (TableFile table = store.create(VALUES, "kpi_values/month=2026-09/edition-1.parquet")) {
            value(table.rows(), "archive", OptionalDouble.empty());
            table.closeRow();
            value(table.rows(), "welfare", OptionalDouble.of(7));
            table.closeRow();
            table.commit();
        }
        LiteralTable editions = new LiteralTable(editionsTable(), List.of(List.of("2026-09", 1)));

        assertThat(
                        answers(
                                store,
                                List.of(editions),
                                "select coalesce(department_id, 'withheld'), sum(sheets)"
                                        + " from print_jobs group by 1 order by 1"))
                .containsExactly("welfare|7", "withheld|7");
    }

    private static void printJobs(Store store, String... departments) {
        Dataset table = Datasets.PRINT_JOBS;
        RowBlock rows = new RowBlock(table, departments.length + 1);
        for (String department : departments) {
            rows.set(
                    table.index("printed_at"),
                    Instant.parse("2026-09-15T10:00:00Z").getEpochSecond() * 1_000_000);
            rows.set(table.index("printer_id"), Text.of("printer"));
            rows.set(table.index("job_id"), 1);
            rows.set(table.index("department_id"), Text.of(department));
            rows.set(table.index("impressions"), 7);
            rows.set(table.index("sheets"), 7);
            rows.set(table.index("document_id"), Text.of("jobs"));
            rows.set(table.index("line"), 1);
            rows.closeRow();
        }
        try (DocumentWriter document =
                store.document("jobs", table, ZoneId.of("Europe/Brussels"))) {
            PartWriter part = document.part(0);
            part.write(rows);
            part.finish();
            document.commit(
                    new LedgerRow(
                            "jobs",
                            1,
                            "print",
                            "reading",
                            table.name(),
                            "inbox/jobs.csv",
                            "jobs",
                            100,
                            departments.length,
                            0));
        }
    }

    private static void value(RowBlock row, String department, OptionalDouble value) {
        row.set(VALUES.index("period"), Text.of("month"));
        row.set(VALUES.index("kpi_id"), Text.of("sheets"));
        row.set(VALUES.index("scope_kind"), Text.of("department"));
        row.set(VALUES.index("scope_id"), Text.of(department));
        value.ifPresent(it -> row.setDouble(VALUES.index("value"), it));
        row.set(VALUES.index("edition"), 1);
    }

    @Test
    void hasAllViewsOfAnEmptyStore() throws SQLException {
        assertThat(answers(Store.open(folder), List.of(), "select count(*) from print_jobs"))
                .containsExactly("0");
    }

    @Test
    void describesEveryColumnInTheDictionary() {
        String csv = Dictionary.csv(Dictionary.tables(List.of()));

        assertThat(csv.lines().toList())
                .contains(
                        "meter_readings,value,\"DECIMAL(18,3)\",\"W, Wh, L or m°C\",true,,"
                                + "the reading; the unit follows quantity and kind",
                        "devices,rated_w,\"DECIMAL(18,3)\",W,false,,power on the name plate")
                .allMatch(line -> !line.endsWith(","));
    }

    @Test
    void theFilesThemselvesTellTheirUnits() {
        Store store =
                Store.open(
                        folder,
                        new Origin("1.2.3", "Europe/Brussels"),
                        eu.wattpeil.disk.Access.OWNER);
        Readings.commit(store, FIRST_READING, 1, 1, 1000);

        assertThat(
                        Readings.query(
                                "select decode(key), decode(value) from parquet_kv_metadata('"
                                        + folder
                                        + "/meter_readings/*/*.parquet')"))
                .contains(
                        "wattpeil.unit.value|W, Wh, L or m°C",
                        "wattpeil.description.meter_key|the meter as its source names it",
                        "wattpeil.zone|Europe/Brussels",
                        "wattpeil.software|1.2.3",
                        "wattpeil.dataset|meter_readings");
    }

    private static List<String> answers(Store store, List<LiteralTable> literals, String sql)
            throws SQLException {
        return answers(store, List.of(), literals, sql);
    }

    private static List<String> answers(
            Store store, List<Dataset> published, List<LiteralTable> literals, String sql)
            throws SQLException {
        List<LiteralTable> tables =
                literals.isEmpty()
                        ? List.of(new LiteralTable(editionsTable(), List.of()))
                        : literals;
        String views = StoreViews.of(store.layout(), VALUES, published, tables, List.of());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "set file_search_path = '" + store.root().toString().replace("'", "''") + "'");
            statement.execute(views);
            return Readings.query(statement, sql);
        }
    }

    private static Dataset editionsTable() {
        return new Dataset(
                "editions",
                List.of(
                        Column.required("month", ColumnType.TEXT, "the month"),
                        Column.required("edition", ColumnType.INTEGER, "shown")),
                "",
                "",
                false);
    }
}
