package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Readings of September in the store of a folder, of which small files are put into a pack: as
 * Wattpeil sees them, its views, and other tools.
 *
 * @param root of the store
 */
record PackedMonth(Path root) {

    static final YearMonth MONTH = YearMonth.of(2026, 9);
    static final String FOLDER = "meter_readings/month=2026-09";

    /** What the views say while files are exchanged. */
    static final String EXCHANGED =
            "Invalid Input Error: meter_readings: a run is putting files into a pack, expected one"
                    + " that has ended; ask again, or call wattpeil run where it was cut off";

    private static final Dataset TABLE = Datasets.METER_READINGS;

    /** A store with documents from the first on, of two days each. */
    static Store filled(Path root, int documents) {
        Store store = Store.open(root);
        store.prepare();
        for (int i = 1; i <= documents; i++) {
            Readings.commit(store, id(i), i, 2, i * 1000L);
        }
        return store;
    }

    /** One of three documents in a pack, and a ninth beside it. */
    static Store packedWithALateOne(Path root) {
        Store store = filled(root, 3);
        pack(store);
        Readings.commit(store, id(9), 9, 2, 9000);
        return store;
    }

    static String id(int number) {
        return String.format("%016x11111111", number);
    }

    static LedgerRow row(Store store, String id) {
        return store.documents().stream()
                .filter(row -> row.documentId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static boolean pack(Store store) {
        return store.compaction().pack(TABLE, MONTH, store.documents());
    }

    static boolean pack(Store store, String... ids) {
        Set<String> wanted = Set.of(ids);
        return store.compaction()
                .pack(
                        TABLE,
                        MONTH,
                        store.documents().stream()
                                .filter(row -> wanted.contains(row.documentId()))
                                .toList());
    }

    List<Defect> defects() {
        return new StoreCheckup(Store.open(root), share -> {}).look();
    }

    List<String> tableFiles() {
        return Store.open(root).layout().fileNames("meter_readings", MONTH);
    }

    /** As other tools see them, between runs. */
    List<String> rows() {
        return Readings.query(select("'" + root + "/meter_readings/**/*.parquet'"));
    }

    /** As Wattpeil sees them. */
    List<String> seen() {
        return seen(Store.open(root).documentIds());
    }

    private List<String> seen(Set<String> ids) {
        Store store = Store.open(root);
        DocumentFiles files =
                store.layout().ofDocuments(TABLE.name(), store.layout().months(TABLE.name()), ids);
        List<String> selects = new ArrayList<>();
        files.files().forEach(file -> selects.add("select * from read_parquet('" + file + "')"));
        files.packs()
                .forEach(
                        file ->
                                selects.add(
                                        "select * from read_parquet('"
                                                + file
                                                + "') where document_id not in ('"
                                                + String.join("', '", files.without())
                                                + "')"));
        return selects.isEmpty()
                ? List.of()
                : Readings.query(select("(" + String.join(" union all ", selects) + ")"));
    }

    List<String> byViews() {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set file_search_path = '" + root + "'");
            statement.execute(views());
            return Readings.query(statement, select("meter_readings"));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    List<String> byViewsUnlessRefused(List<String> otherwise) {
        try {
            return byViews();
        } catch (AssertionError refused) {
            assertThat(refused.getCause()).hasMessage(EXCHANGED);
            return otherwise;
        }
    }

    /** Of every file its bytes, and what Parquet keeps in them. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        Readings.files(root)
                .forEach(
                        (file, bytes) -> {
                            texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
                            if (file.endsWith(".parquet")) {
                                texts.addAll(
                                        Readings.query(
                                                "select * from '" + root.resolve(file) + "'"));
                            }
                        });
        return texts;
    }

    void assertSeenOnce(List<String> rows) {
        assertThat(seen()).isEqualTo(rows);
        assertThat(byViews()).isEqualTo(rows);
        Set<String> first = new HashSet<>(Set.of(id(1)));
        first.retainAll(Store.open(root).documentIds());
        assertThat(seen(first))
                .isEqualTo(
                        rows.stream()
                                .filter(row -> first.stream().anyMatch(row::contains))
                                .toList());
    }

    /** Wattpeil sees each row once; who asks the views does, or is told to ask again. */
    void assertNotMiscounted(List<String> rows) {
        assertThat(seen()).isEqualTo(rows);
        assertThat(byViewsUnlessRefused(rows)).isEqualTo(rows);
    }

    /** What the store holds where nobody is at work in it, and in how many files of the month. */
    void assertHolds(List<String> rows, int files) {
        assertThat(tableFiles()).hasSize(files);
        assertThat(rows()).isEqualTo(rows);
        assertSeenOnce(rows);
        assertThat(defects()).isEmpty();
    }

    private static String select(String from) {
        return "select meter_key, measured_at, value, line, document_id from "
                + from
                + " order by document_id, line";
    }

    private String views() {
        Store store = Store.open(root);
        Dataset editions =
                new Dataset(
                        "editions",
                        List.of(
                                Column.required("month", ColumnType.TEXT, "the month"),
                                Column.required("edition", ColumnType.INTEGER, "shown")),
                        "",
                        "",
                        false);
        return StoreViews.of(
                store.layout(),
                StoreViewsTest.VALUES,
                List.of(),
                List.of(new LiteralTable(editions, List.of())),
                List.of());
    }
}
