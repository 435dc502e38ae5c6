package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static eu.wattpeil.store.Readings.SECOND_READING;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.disk.Access;
import eu.wattpeil.store.Defect.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of documents: all that is wrong, and nothing that is not. */
class StoreCheckupTest {

    private static final long SEED = 20_261_127;
    private static final int FLIPS = 300;
    private static final String OTHER = "fedcba987654321011111111";
    private static final Origin ORIGIN = new Origin("1", "Europe/Brussels");

    @TempDir Path folder;

    private Store store;

    @BeforeEach
    void fillStore() {
        store = Store.open(folder, ORIGIN, Access.OWNER);
        Readings.commit(store, FIRST_READING, 1, 40, 1000);
        Readings.commit(store, OTHER, 2, 3, 1000);
    }

    @Test
    void nothingIsWrongWithWhatWasWritten() {
        assertThat(look()).isEmpty();
    }

    /** Whatever bit of the store flips: that file is told, or the ledger reads as before. */
    @Test
    void aFlippedBitIsToldOfItsFileAlone() throws IOException {
        Random random = new Random(SEED);
        Map<String, byte[]> files = Readings.files(folder);
        List<String> names = List.copyOf(files.keySet());
        List<LedgerRow> expected = store.documents();
        for (int i = 0; i < FLIPS; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = files.get(name).clone();
            int bit = random.nextInt(bytes.length * 8);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(folder.resolve(name), bytes);

            List<Defect> told = look();

            String flip = String.format("seed %d, flip %d: %s bit %d", SEED, i, name, bit);
            if (told.isEmpty()) {
                assertThat(Store.open(folder).documents()).as(flip).isEqualTo(expected);
            }
            assertThat(told)
                    .as(flip)
                    .allMatch(it -> it.place().equals(folder.resolve(name)))
                    .allMatch(it -> it.kind() == Kind.DOCUMENT);
            Files.write(folder.resolve(name), files.get(name));
        }
    }

    @Test
    void rowsInTheFolderOfAnotherMonthAreTold() throws IOException {
        String october = "meter_readings/month=2026-10/" + FIRST_READING + ".parquet";
        String november = october.replace("2026-10", "2026-11");
        Files.createDirectories(folder.resolve(november).getParent());
        Files.move(folder.resolve(october), folder.resolve(november));
        rewrite(row -> files(row, text -> text.replace("2026-10", "2026-11")));

        assertThat(texts(look()))
                .containsExactly(
                        folder.resolve(november)
                                + ": it has rows of another month, expected the columns of"
                                + " meter_readings and rows of its month; restore it from a backup,"
                                + " or wattpeil documents forget "
                                + FIRST_READING);
    }

    @Test
    void aColumnThatTheTableLacksIsTold() {
        List<Column> columns = new ArrayList<>(Datasets.METER_READINGS.columns());
        columns.add(
                new Column("tariff", ColumnType.TEXT, false, List.of(), "of a newer version", ""));
        Dataset newer = new Dataset("meter_readings", columns, "measured_at", "started_at", false);
        String october = "meter_readings/month=2026-10/" + FIRST_READING + ".parquet";
        StoredFile written;
        try (TableFile file = store.create(newer, october)) {
            written = file.commit();
        }
        rewrite(
                row ->
                        row.with(
                                row.firstAt(),
                                row.lastAt(),
                                row.files().stream()
                                        .map(it -> it.file().equals(october) ? written : it)
                                        .toList()));

        assertThat(texts(look()))
                .first()
                .asString()
                .startsWith(folder.resolve(october) + ": it has a column tariff, expected");
    }

    @Test
    void fewerRowsThanTheLedgerSaysAreTold() {
        rewrite(row -> records(row, 41));

        assertThat(texts(look()))
                .containsExactly(
                        folder.resolve("documents/000001-" + FIRST_READING + ".parquet")
                                + ": the files of the document have 40 rows, expected 41, as its"
                                + " row says; restore it from a backup, or wattpeil documents"
                                + " forget "
                                + FIRST_READING);
    }

    @Test
    void recordsThatAreNoLongerKeptAreNotMissed() {
        store.retention()
                .keepFrom(
                        List.of(
                                new KeptFrom(
                                        "meter_readings",
                                        YearMonth.of(2026, 10),
                                        LocalDate.of(2026, 11, 1))));

        assertThat(look()).isEmpty();
    }

    @Test
    void aDocumentThatWasForgottenIsNotMissedAndWhatIsLeftOfItIsRemovable() throws IOException {
        Path file = folder.resolve("meter_readings/month=2026-10/" + FIRST_READING + ".parquet");
        byte[] bytes = Files.readAllBytes(file);
        store.forgetting()
                .forget(
                        store.documents().stream()
                                .filter(row -> row.documentId().equals(FIRST_READING))
                                .toList(),
                        LocalDate.of(2026, 11, 1));
        assertThat(look()).isEmpty();
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);

        assertThat(look())
                .hasSize(1)
                .first()
                .matches(it -> it.kind() == Kind.UNLEDGERED && it.subject().isEmpty());
    }

    @Test
    void aDocumentThatIsTakenOutComesBackInItsBatchAndIsToldUntilThen() {
        Map<String, byte[]> before = Readings.files(folder);

        store.takeOut(FIRST_READING);

        assertThat(store.documentIds()).containsExactly(OTHER);
        assertThat(store.lastBatch()).isEqualTo(2);
        assertThat(look()).hasSize(1).first().matches(it -> it.kind() == Kind.HEALING);

        Readings.commit(Store.open(folder, ORIGIN, Access.OWNER), FIRST_READING, 3, 40, 1000);

        assertThat(look()).isEmpty();
        assertThat(Readings.fingerprints(Readings.files(folder)))
                .isEqualTo(Readings.fingerprints(before));
    }

    @Test
    void aDocumentThatIsTakenOutAndReadInAnotherWayComesInTheLaterBatch() {
        store.takeOut(FIRST_READING);

        Readings.commit(Store.open(folder, ORIGIN, Access.OWNER), SECOND_READING, 3, 40, 1000);

        assertThat(Store.open(folder).documents().stream().map(LedgerRow::batch))
                .containsExactly(2L, 3L);
        assertThat(look()).isEmpty();
    }

    private interface Change {
        LedgerRow of(LedgerRow row);
    }

    /** Puts another row in the place of the first document's. */
    private void rewrite(Change change) {
        LedgerRow row = store.readableRows().get(0);
        LedgerFile.write(change.of(row), store.files(), row.fileName().file(), ORIGIN);
    }

    private static LedgerRow files(LedgerRow row, UnaryOperator<String> change) {
        return row.with(
                row.firstAt(),
                row.lastAt(),
                StoredFile.parse(change.apply(row.filesText().orElseThrow())));
    }

    private static LedgerRow records(LedgerRow row, long records) {
        return new LedgerRow(
                row.documentId(),
                row.batch(),
                row.definition(),
                row.reading(),
                row.dataset(),
                row.name(),
                row.sha256(),
                row.bytes(),
                records,
                row.rejects(),
                row.firstAt(),
                row.lastAt(),
                row.files());
    }

    private List<Defect> look() {
        return new StoreCheckup(Store.open(folder), share -> {}).look();
    }

    private static List<String> texts(List<Defect> defects) {
        return defects.stream().map(Defect::text).toList();
    }
}
