package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text is taken out of rows, and all else of them stays. */
class ClearedTextTest {

    private static final Dataset TABLE = Datasets.PRINT_JOBS;
    private static final String FIRST = "0123456789abcdef11111111";
    private static final String OTHER = "fedcba987654321011111111";
    private static final long SEPTEMBER = 1_788_300_000L;
    private static final int ROWS = 5000;

    @TempDir Path folder;

    @Test
    void leavesAllElseOfTheRowsAndOtherDocuments() {
        Store store = filled(folder);
        Map<String, String> before = Readings.fingerprints(Readings.files(folder));
        String all = all(folder);

        assertThat(store.pseudonyms().clear(store.documents(), "user_key", "anna"::equals))
                .isEqualTo(1);

        assertThat(users(folder)).isEqualTo("boris,carla");
        assertThat(all(folder)).isEqualTo(all);
        store.requireIntact(store.documents());
        Store.open(folder).requireIntact(Store.open(folder).documents());
        Map<String, String> after = Readings.fingerprints(Readings.files(folder));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet())
                .filteredOn(file -> !after.get(file).equals(before.get(file)))
                .containsExactly(
                        "documents/000001-" + FIRST + ".parquet",
                        "print_jobs/month=2026-09/" + FIRST + ".parquet");
    }

    @Test
    void changesNothingWhereTheTextIsNot() {
        Store store = filled(folder);
        Map<String, String> before = Readings.fingerprints(Readings.files(folder));

        assertThat(store.pseudonyms().clear(store.documents(), "user_key", "dora"::equals))
                .isZero();

        assertThat(Readings.fingerprints(Readings.files(folder))).isEqualTo(before);
    }

    /** The power is cut at each step in turn; the next run ends as an undisturbed one. */
    @Test
    void isWholeInEachDocumentWhereverItWasCutOff() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Store whole = filled(undisturbed);
        whole.prepare();
        clear(whole);
        Map<String, String> expected = Readings.fingerprints(Readings.files(undisturbed));
        String all = all(undisturbed);

        int steps =
                StepDisk.cutEverywhere(
                        folder,
                        ClearedTextTest::filled,
                        ClearedTextTest::clear,
                        (root, cut) -> {
                            assertThat(all(root)).as(cut).isEqualTo(all);
                            Store.open(root).requireIntact(Store.open(root).documents());
                            assertThat(new StoreCheckup(Store.open(root), share -> {}).look())
                                    .as(cut)
                                    .allMatch(defect -> defect.kind() == Defect.Kind.LEFTOVER);
                            Store next = Store.open(root);
                            next.prepare();
                            next.requireIntact(next.documents());
                            clear(next);
                            next.requireIntact(next.documents());
                            assertThat(Readings.fingerprints(Readings.files(root)))
                                    .as(cut)
                                    .isEqualTo(expected);
                        });
        assertThat(steps).isGreaterThan(10);
    }

    @Test
    void leavesNothingOfATextInAPack() {
        Store store = filled(folder);
        store.prepare();
        String all = all(folder);
        pack(store);

        assertThat(store.pseudonyms().clear(store.documents(), "user_key", "anna"::equals))
                .isEqualTo(1);

        assertThat(users(folder)).isEqualTo("boris,carla");
        assertThat(all(folder)).isEqualTo(all);
        Store.open(folder).requireIntact(Store.open(folder).documents());
        assertThat(new StoreCheckup(Store.open(folder), share -> {}).look()).isEmpty();
        assertThat(store.pseudonyms().clear(store.documents(), "user_key", "anna"::equals))
                .isZero();
    }

    @Test
    void isWholeInAPackWhereverItWasCutOff() throws IOException {
        String[] all = {""};
        StepDisk.cutEverywhere(
                folder,
                root -> {
                    Store store = filled(root);
                    all[0] = all(root);
                    pack(store);
                    return store;
                },
                ClearedTextTest::clear,
                (root, cut) -> {
                    Store.open(root).requireIntact(Store.open(root).documents());
                    Store next = Store.open(root);
                    next.prepare();
                    clear(next);
                    assertThat(all(root)).as(cut).isEqualTo(all[0]);
                    assertThat(users(root)).as(cut).isEqualTo("carla");
                    next.requireIntact(next.documents());
                });
    }

    private static void pack(Store store) {
        store.compaction().pack(TABLE, YearMonth.of(2026, 9), store.documents());
    }

    private static void clear(Store store) {
        store.pseudonyms().clear(store.documents(), "user_key", text -> !text.equals("carla"));
    }

    private static String users(Path root) {
        return query(root, "string_agg(distinct user_key, ',' order by user_key)");
    }

    /** What nobody may change. */
    private static String all(Path root) {
        return query(
                root,
                "count(*), sum(line), min(printed_at), max(printed_at), min(printer_id),"
                        + " count(distinct document_id)");
    }

    private static String query(Path root, String columns) {
        return Readings.query("select " + columns + " from '" + root + "/print_jobs/**/*.parquet'")
                .get(0);
    }

    private static Store filled(Path root) {
        Store store = Store.open(root);
        commit(store, FIRST, 1, "anna", "boris");
        commit(store, OTHER, 2, "carla", "boris");
        return store;
    }

    private static void commit(Store store, String documentId, long batch, String... users) {
        try (DocumentWriter document = store.document(documentId, TABLE, Readings.ZONE)) {
            PartWriter part = document.part(0);
            RowBlock rows = new RowBlock(TABLE, ROWS);
            for (int i = 0; i < ROWS; i++) {
                for (int column = 0; column < TABLE.columns().size(); column++) {
                    if (TABLE.columns().get(column).isRequired()) {
                        fill(rows, column, i);
                    }
                }
                rows.set(TABLE.index("document_id"), Text.of(documentId));
                rows.set(TABLE.index("user_key"), Text.of(users[i % users.length]));
                rows.closeRow();
            }
            part.write(rows);
            part.finish();
            document.commit(
                    new LedgerRow(
                            documentId,
                            batch,
                            "print",
                            "r",
                            TABLE.name(),
                            "inbox/page_log",
                            documentId.substring(0, 16),
                            9,
                            ROWS,
                            0));
        }
    }

    private static void fill(RowBlock rows, int column, int number) {
        switch (TABLE.columns().get(column).type()) {
            case TEXT -> rows.set(column, Text.of("mfp"));
            case TIMESTAMP -> rows.set(column, (SEPTEMBER + number) * 1_000_000);
            case INTEGER, DECIMAL, FINE_DECIMAL, DATE -> rows.set(column, number);
            case BOOLEAN -> rows.set(column, number % 2);
            case DOUBLE -> rows.setDouble(column, number);
        }
    }
}
