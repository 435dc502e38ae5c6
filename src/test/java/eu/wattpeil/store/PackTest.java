package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files of a month become one, and every row is seen once at any moment. */
class PackTest {

    private static final Dataset TABLE = Datasets.METER_READINGS;
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final String FOLDER = "meter_readings/month=2026-09";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static final String EXCHANGED =
            "Invalid Input Error: meter_readings: a run is putting files into a pack, expected one"
                    + " that has ended; ask again, or call wattpeil run where it was cut off";

    @TempDir Path folder;

    @Test
    void hasTheSameRowsInOneFileAndTheLedgerAsItWas() {
        Store store = filled(folder, 3);
        List<LedgerRow> ledger = store.documents();
        List<String> rows = rows(folder);

        assertThat(pack(store)).isTrue();

        assertHolds(rows, 1);
        assertThat(tableFiles(folder)).allMatch(file -> file.startsWith("pack-"));
        assertThat(Store.open(folder).documents()).isEqualTo(ledger);
        Store.open(folder).requireIntact(ledger);
    }

    @Test
    void packsALateDocumentBesideThoseThatAreInIt() {
        Store store = filled(folder, 3);
        pack(store);
        Readings.commit(store, id(9), 9, 2, 9000);
        List<String> rows = rows(folder);
        assertSeenOnce(folder, rows);

        pack(store, id(9));

        assertHolds(rows, 1);
    }

    @Test
    void hasNothingOfADocumentThatWasForgotten() throws IOException {
        Store store = filled(folder, 3);
        pack(store);

        store.forgetting().forget(List.of(row(store, id(2))), TODAY);

        assertThat(rows(folder)).hasSize(4).noneMatch(row -> row.contains(id(2)));
        assertThat(textsOf(folder)).noneMatch(text -> text.contains(id(2)));
        assertHolds(rows(folder), 1);

        store.forgetting().restore(store.forgetting().forgotten());
        Readings.commit(store, id(2), 2, 2, 2000);
        assertThat(rows(folder)).hasSize(6);
        assertSeenOnce(folder, rows(folder));
    }

    @Test
    void leavesNothingWhereAllItsDocumentsWereForgotten() {
        Store store = filled(folder, 3);
        pack(store);

        store.forgetting().forget(store.documents(), TODAY);

        assertThat(tableFiles(folder)).isEmpty();
        assertThat(folder.resolve("_packs/meter_readings-2026-09.csv")).doesNotExist();
        assertThat(defects(folder)).isEmpty();
    }

    /** Of a document that is read in another way the last reading counts, and the first goes. */
    @Test
    void hasADocumentInItsLastReading() {
        Store store = Store.open(folder);
        store.prepare();
        Readings.commit(store, Readings.FIRST_READING, 1, 2, 1000);
        Readings.commit(store, id(2), 2, 2, 2000);
        pack(store);

        Readings.commit(store, Readings.SECOND_READING, 3, 2, 5000);

        assertThat(seen(folder)).hasSize(4).noneMatch(row -> row.contains("|1.000|"));
        store.compaction().settle();
        assertThat(rows(folder)).hasSize(4).noneMatch(row -> row.contains("|1.000|"));
        assertSeenOnce(folder, rows(folder));
        assertThat(defects(folder)).isEmpty();
    }

    @Test
    void goesWithItsMonth() {
        Store store = filled(folder, 3);
        pack(store);

        store.retention()
                .keepFrom(List.of(new KeptFrom("meter_readings", YearMonth.of(2026, 10), TODAY)));

        assertThat(folder.resolve(FOLDER)).doesNotExist();
        assertThat(folder.resolve("_packs/meter_readings-2026-09.csv")).doesNotExist();
        assertThat(Store.open(folder).documents()).hasSize(3);
        assertThat(defects(folder)).isEmpty();
    }

    /**
     * The power is cut at each step in turn; nothing is lost or doubled, and the next run ends it.
     */
    @Test
    void isWholeWhereverPackingWasCutOff() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Store whole = filled(undisturbed, 3);
        whole.prepare();
        List<String> rows = rows(undisturbed);
        pack(whole);
        whole.prepare();
        Map<String, String> expected = Readings.fingerprints(Readings.files(undisturbed));

        int steps =
                StepDisk.cutEverywhere(
                        folder,
                        root -> filled(root, 3),
                        PackTest::pack,
                        (root, cut) -> {
                            assertNotMiscounted(root, rows);
                            assertThat(defects(root))
                                    .as(cut)
                                    .allMatch(it -> it.kind() == Defect.Kind.LEFTOVER);
                            assertFormatBeforeRecords(root);
                            Store next = Store.open(root);
                            next.prepare();
                            assertSeenOnce(root, rows);
                            assertThat(rows(root)).as(cut).isEqualTo(rows);
                            packWhatIsLoose(next);
                            next.prepare();
                            assertThat(Readings.fingerprints(Readings.files(root)))
                                    .as(cut)
                                    .isEqualTo(expected);
                        });
        assertThat(steps).isGreaterThan(10);
    }

    @Test
    void isWholeWhereverPackingALateDocumentWasCutOff() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Store whole = packedWithALateOne(undisturbed);
        List<String> rows = rows(undisturbed);
        pack(whole, id(9));
        whole.prepare();
        Map<String, String> expected = Readings.fingerprints(Readings.files(undisturbed));

        StepDisk.cutEverywhere(
                folder,
                PackTest::packedWithALateOne,
                store -> pack(store, id(9)),
                (root, cut) -> {
                    assertNotMiscounted(root, rows);
                    Store next = Store.open(root);
                    next.prepare();
                    assertThat(rows(root)).as(cut).isEqualTo(rows);
                    packWhatIsLoose(next);
                    next.prepare();
                    assertThat(Readings.fingerprints(Readings.files(root)))
                            .as(cut)
                            .isEqualTo(expected);
                });
    }

    @Test
    void holdsAMonthOfManyFilesWithALateAReplacedAndAForgottenOne() throws IOException {
        Store store = filled(folder, 300);
        Readings.commit(store, Readings.FIRST_READING, 301, 2, 7000);
        pack(store);
        assertThat(tableFiles(folder)).hasSize(1);
        assertThat(rows(folder)).hasSize(602);

        Readings.commit(store, id(302), 302, 2, 8000);
        Readings.commit(store, Readings.SECOND_READING, 303, 2, 9000);
        store.compaction().settle();
        store.forgetting().forget(List.of(row(store, id(77))), TODAY);

        List<String> rows = rows(folder);
        assertThat(rows)
                .hasSize(602)
                .noneMatch(row -> row.contains(id(77)) || row.contains(Readings.FIRST_READING));
        assertHolds(rows, 3);
        assertThat(textsOf(folder)).noneMatch(text -> text.contains(id(77)));

        pack(store, id(302), Readings.SECOND_READING);

        assertHolds(rows, 1);
    }

    @Test
    void isWholeWhereverForgettingWasCutOff() throws IOException {
        StepDisk.cutEverywhere(
                folder,
                root -> {
                    Store store = filled(root, 3);
                    pack(store);
                    return store;
                },
                store -> store.forgetting().forget(List.of(row(store, id(2))), TODAY),
                (root, cut) -> {
                    boolean isIn = Store.open(root).documentIds().contains(id(2));
                    assertThat(seen(root)).as(cut).hasSize(isIn ? 6 : 4);
                    Store next = Store.open(root);
                    next.prepare();
                    assertThat(rows(root)).as(cut).hasSize(isIn ? 6 : 4);
                    assertThat(defects(root)).as(cut).isEmpty();
                    if (!isIn) {
                        assertThat(textsOf(root)).noneMatch(text -> text.contains(id(2)));
                    }
                });
    }

    @Test
    void tellsOfADamagedPackAndReadsItsDocumentsAgain() throws IOException {
        Store store = filled(folder, 3);
        pack(store);
        List<String> rows = rows(folder);
        Path pack = folder.resolve(FOLDER).resolve(tableFiles(folder).get(0));
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 1;
        Files.write(pack, bytes);

        assertThatThrownBy(() -> Store.open(folder).requireIntact(Store.open(folder).documents()))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        pack
                                + ": the checksum is another, expected the "
                                + bytes.length
                                + " bytes with the rows of 3 documents; restore it from a backup,"
                                + " or run wattpeil doctor --repair: it takes those documents out"
                                + " that can be read again");
        assertThat(defects(folder))
                .hasSize(3)
                .allMatch(it -> it.kind() == Defect.Kind.DOCUMENT && it.place().equals(pack));

        Store next = Store.open(folder);
        next.takeOut(id(1));
        next.takeOut(id(3));
        Readings.commit(next, id(1), 1, 2, 1000);
        assertThat(Store.open(folder).documentIds()).containsExactlyInAnyOrder(id(1), id(2));
        next.takeOut(id(2));
        Readings.commit(next, id(2), 2, 2, 2000);
        Readings.commit(next, id(3), 3, 2, 3000);
        next.prepare();

        assertHolds(rows, 3);
        assertThat(tableFiles(folder)).noneMatch(file -> file.startsWith("pack-"));
    }

    @Test
    void hasItsRecordWrittenAnewWhereThatIsLostOrDamaged() throws IOException {
        Store store = filled(folder, 3);
        pack(store);
        List<String> rows = rows(folder);
        Path record = folder.resolve("_packs/meter_readings-2026-09.csv");
        String text = Files.readString(record);
        for (String damaged : List.of("", text.substring(0, text.length() / 2))) {
            if (damaged.isEmpty()) {
                Files.delete(record);
            } else {
                Files.writeString(record, damaged);
            }
            assertThat(defects(folder))
                    .extracting(Defect::text)
                    .containsExactly(
                            record
                                    + (damaged.isEmpty()
                                            ? ": the file is missing"
                                            : ": the file is damaged")
                                    + ", expected the record of the pack in "
                                    + folder.resolve(FOLDER)
                                    + "; the next run writes it anew from the pack");

            Store.open(folder).prepare();

            assertThat(Files.readString(record)).isEqualTo(text);
            assertSeenOnce(folder, rows);
        }
    }

    /** Whoever lists the month between two steps of packing sees each row once. */
    @Test
    void readersSeeEachRowOnceBetweenAnyTwoSteps() throws IOException {
        Path counted = folder.resolve("counted");
        filled(counted, 3);
        StepDisk all = new StepDisk(counted);
        pack(new Store(counted, Origin.UNKNOWN, eu.wattpeil.disk.Access.OWNER, all));
        for (int steps = 0; steps < all.steps().size(); steps++) {
            Path root = Files.createDirectory(folder.resolve("paused-" + steps));
            filled(root, 3);
            List<String> rows = rows(root);
            StepDisk disk = new StepDisk(root);
            List<List<String>> seen = new ArrayList<>();
            disk.pauseAfter(
                    steps,
                    () -> {
                        seen.add(seen(root));
                        seen.add(byViewsUnlessRefused(root, rows));
                        Store.open(root).requireIntact(Store.open(root).documents());
                    });
            pack(new Store(root, Origin.UNKNOWN, eu.wattpeil.disk.Access.OWNER, disk));
            assertThat(seen).as("after " + steps).containsExactly(rows, rows);
        }
    }

    /** A query lists the files and reads the records at two moments, and a run comes between. */
    @Test
    void viewsRefuseFilesThatTheRecordsOfAnotherMomentDoNotExpect() throws IOException {
        Store store = packedWithALateOne(folder);
        Map<String, byte[]> before = Readings.files(folder);
        pack(store, id(9));
        Map<String, byte[]> after = Readings.files(folder);

        for (boolean isRecordOlder : List.of(false, true)) {
            Path mixed = Files.createDirectory(folder.resolve("older-" + isRecordOlder));
            write(mixed, isRecordOlder ? after : before, file -> !file.startsWith("_packs/"));
            write(mixed, isRecordOlder ? before : after, file -> file.startsWith("_packs/"));

            assertThatThrownBy(() -> byViews(mixed)).cause().hasMessage(EXCHANGED);
        }
    }

    private static void write(Path root, Map<String, byte[]> files, Predicate<String> isMeant)
            throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (isMeant.test(file.getKey())) {
                Path target = root.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        }
    }

    private static Store packedWithALateOne(Path root) {
        Store store = filled(root, 3);
        pack(store);
        Readings.commit(store, id(9), 9, 2, 9000);
        return store;
    }

    private static void assertFormatBeforeRecords(Path root) throws IOException {
        if (Files.exists(root.resolve("_packs"))) {
            assertThat(Files.readString(root.resolve(".format"))).isEqualTo("2\n");
        }
    }

    private static void packWhatIsLoose(Store store) {
        Set<String> loose =
                tableFiles(store.root()).stream()
                        .filter(file -> !file.startsWith("pack-"))
                        .map(StoreLayout::documentId)
                        .collect(Collectors.toSet());
        if (!loose.isEmpty()) {
            pack(store, loose.toArray(String[]::new));
        }
    }

    private static boolean pack(Store store) {
        return store.compaction().pack(TABLE, SEPTEMBER, store.documents());
    }

    private static boolean pack(Store store, String... ids) {
        Set<String> wanted = Set.of(ids);
        return store.compaction()
                .pack(
                        TABLE,
                        SEPTEMBER,
                        store.documents().stream()
                                .filter(row -> wanted.contains(row.documentId()))
                                .toList());
    }

    private static Store filled(Path root, int documents) {
        Store store = Store.open(root);
        store.prepare();
        for (int i = 1; i <= documents; i++) {
            Readings.commit(store, id(i), i, 2, i * 1000L);
        }
        return store;
    }

    private static String id(int number) {
        return String.format("%016x11111111", number);
    }

    private static LedgerRow row(Store store, String id) {
        return store.documents().stream()
                .filter(row -> row.documentId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Defect> defects(Path root) {
        return new StoreCheckup(Store.open(root), share -> {}).look();
    }

    private static List<String> tableFiles(Path root) {
        return Store.open(root).layout().fileNames("meter_readings", SEPTEMBER);
    }

    /** As other tools see them, between runs. */
    private static List<String> rows(Path root) {
        return Readings.query(select("'" + root + "/meter_readings/**/*.parquet'"));
    }

    private static String select(String from) {
        return "select meter_key, measured_at, value, line, document_id from "
                + from
                + " order by document_id, line";
    }

    private static void assertSeenOnce(Path root, List<String> rows) {
        assertThat(seen(root)).isEqualTo(rows);
        assertThat(byViews(root)).isEqualTo(rows);
        Set<String> first = new HashSet<>(Set.of(id(1)));
        first.retainAll(Store.open(root).documentIds());
        assertThat(seen(root, first))
                .isEqualTo(
                        rows.stream()
                                .filter(row -> first.stream().anyMatch(row::contains))
                                .toList());
    }

    /** Wattpeil sees each row once; who asks the views does, or is told to ask again. */
    private static void assertNotMiscounted(Path root, List<String> rows) {
        assertThat(seen(root)).isEqualTo(rows);
        assertThat(byViewsUnlessRefused(root, rows)).isEqualTo(rows);
    }

    /** What the store holds where nobody is at work in it, and in how many files of the month. */
    private void assertHolds(List<String> rows, int files) {
        assertThat(tableFiles(folder)).hasSize(files);
        assertThat(rows(folder)).isEqualTo(rows);
        assertSeenOnce(folder, rows);
        assertThat(defects(folder)).isEmpty();
    }

    /** As Wattpeil sees them. */
    private static List<String> seen(Path root) {
        return seen(root, Store.open(root).documentIds());
    }

    private static List<String> seen(Path root, Set<String> ids) {
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

    static String views(Path root) {
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
        Dataset values =
                new Dataset(
                        "kpi_values",
                        List.of(
                                Column.required("kpi_id", ColumnType.TEXT, "the KPI"),
                                Column.required("period", ColumnType.TEXT, "the period"),
                                Column.required("scope_kind", ColumnType.TEXT, "of what"),
                                Column.required("scope_id", ColumnType.TEXT, "of which"),
                                Column.optional("value", ColumnType.DOUBLE, "the value"),
                                Column.required("edition", ColumnType.INTEGER, "the edition")),
                        "",
                        "",
                        false);
        return StoreViews.of(
                store.layout(),
                values,
                List.of(),
                List.of(new LiteralTable(editions, List.of())),
                List.of());
    }

    private static List<String> byViewsUnlessRefused(Path root, List<String> otherwise) {
        try {
            return byViews(root);
        } catch (AssertionError refused) {
            assertThat(refused.getCause()).hasMessage(EXCHANGED);
            return otherwise;
        }
    }

    private static List<String> byViews(Path root) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set file_search_path = '" + root + "'");
            statement.execute(views(root));
            return Readings.query(statement, select("meter_readings"));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Of every file its bytes, and what Parquet keeps in them. */
    private static List<String> textsOf(Path root) {
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
}
