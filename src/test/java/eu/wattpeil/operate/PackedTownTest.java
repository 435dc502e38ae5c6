package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A town whose small files runs put into one has the figures of its twin, whose stay. */
class PackedTownTest {

    private static final int FILES = 40;
    private static final String HEADER = "Time;Meter;Register (kWh)";
    private static final String READINGS = "store/meter_readings/month=2026-09/";
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    @TempDir private Path folder;

    private SmallTown packed;
    private SmallTown twin;

    @BeforeEach
    void readManySmallFiles() throws Exception {
        twin = SmallTown.in(folder.resolve("twin"));
        Path whole = twin.root().resolve("inbox/example/meters-2026-09.csv");
        List<String> lines = Files.readAllLines(whole);
        Files.delete(whole);
        int size = (lines.size() - 1 + FILES - 1) / FILES;
        for (int i = 0; i < FILES; i++) {
            List<String> own =
                    lines.subList(1 + i * size, Math.min(lines.size(), 1 + (i + 1) * size));
            write(twin, i, lines.get(0), own);
        }
        packed = twin.copyTo(folder.resolve("packed"));
        Path settings = twin.root().resolve("config/wattpeil.yaml");
        Files.writeString(settings, Files.readString(settings) + "\ncompact: false\n");
        assertThat(twin.run()).isEqualTo(Outcome.DONE);
        assertThat(packed.run()).isEqualTo(Outcome.DONE);
    }

    @Test
    void packsInTheRunAfterTheOneThatBroughtThem() throws Exception {
        assertThat(filesOf(packed)).hasSize(FILES).noneMatch(PackedTownTest::isPack);
        SortedMap<String, String> before = packed.bytes();

        assertThat(packed.run()).isEqualTo(Outcome.NOTHING_TO_DO);

        assertThat(filesOf(packed)).hasSize(1).allMatch(PackedTownTest::isPack);
        SortedMap<String, String> after = packed.bytes();
        assertThat(Stream.of(before, after).flatMap(it -> it.keySet().stream()).distinct())
                .filteredOn(file -> !String.valueOf(after.get(file)).equals(before.get(file)))
                .allMatch(
                        file ->
                                file.startsWith(READINGS)
                                        || file.startsWith("store/_packs/")
                                        || file.equals("store/views.sql")
                                        || file.equals("store/.format"));
        assertIsAsItsTwin();

        SortedMap<String, String> packedBytes = packed.bytes();
        assertThat(packed.run()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(packed.bytes()).isEqualTo(packedBytes);
    }

    @Test
    void hasTheFiguresOfItsTwinAfterALateAReplacedAndAForgottenDocument() throws Exception {
        packed.run();

        both(town -> write(town, FILES, HEADER, List.of("30/09/2026 22:17;UPS1;99999,0")));
        assertIsAsItsTwin();

        both(PackedTownTest::readInAnotherWay);
        assertIsAsItsTwin();
        assertThat(filesOf(packed)).hasSize(FILES + 1).noneMatch(PackedTownTest::isPack);

        packed.run();
        assertThat(filesOf(packed)).hasSize(1);
        String id = document(packed, "part-07");
        both(town -> documents(town).forget(List.of(row(town, "part-07"))));
        assertIsAsItsTwin();
        assertThat(document(packed, "part-08")).isNotEqualTo(id);
        for (Path file : SmallTown.files(packed.store("meter_readings"))) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(id);
        }

        both(town -> documents(town).restore(List.of(id)));
        assertIsAsItsTwin();
        assertThat(filesOf(packed)).hasSize(2);
    }

    @Test
    void readsDocumentsOfADamagedPackAgain() throws Exception {
        packed.run();
        Path pack = packed.store("meter_readings/month=2026-09").resolve(filesOf(packed).get(0));
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 3] ^= 4;
        Files.write(pack, bytes);

        assertThat(doctor(packed).look().findings()).hasSize(FILES);
        assertThat(doctor(packed).repair().isMended()).isTrue();
        packed.run();

        // They come back to the places that they had, and nothing is new in the month.
        assertThat(filesOf(packed)).hasSize(1).allMatch(PackedTownTest::isPack);
        assertIsAsItsTwin();
    }

    @Test
    void packsNoMonthThatIsNotOverAndNoLargeFile() throws Exception {
        Store store = Store.open(twin.store(""));
        store.prepare();

        assertThat(stage(store, SEPTEMBER, 32).pack()).isZero();
        assertThat(stage(store, YearMonth.of(2026, 10), FILES).pack()).isZero();
        assertThat(small(store, 10, Long.MAX_VALUE)).isEmpty();
        assertThat(small(store, Long.MAX_VALUE, 10)).isEmpty();
        long ofOne = store.documents().get(0).files().get(0).bytes();
        assertThat(small(store, Long.MAX_VALUE, ofOne).get(SEPTEMBER)).hasSize(1);
        assertThat(stage(store, YearMonth.of(2026, 10), FILES - 1).pack()).isOne();
    }

    private static PackStage stage(Store store, YearMonth present, int many) {
        return new PackStage(store, store.documents(), present, 99, many);
    }

    private static SortedMap<YearMonth, List<LedgerRow>> small(
            Store store, long mostBytes, long mostOfPack) {
        return store.compaction()
                .smallFiles(Datasets.METER_READINGS, store.documents(), mostBytes, mostOfPack);
    }

    private static void write(SmallTown town, int number, String header, List<String> lines)
            throws IOException {
        town.write(
                String.format("inbox/example/part-%02d.csv", number),
                header + "\n" + String.join("\n", lines) + "\n");
        town.leaveAlone();
    }

    private static void readInAnotherWay(SmallTown town) throws IOException {
        Path definition = town.root().resolve("jobs/collect/example.yaml");
        Files.writeString(
                definition,
                Files.readString(definition).replace("unit: kWh, kind", "unit: MWh, kind"));
    }

    @FunctionalInterface
    private interface Step {
        void take(SmallTown town) throws Exception;
    }

    private void both(Step step) throws Exception {
        for (SmallTown town : List.of(packed, twin)) {
            step.take(town);
            assertThat(town.run()).isEqualTo(Outcome.DONE);
        }
    }

    private void assertIsAsItsTwin() throws IOException {
        assertThat(packed.figures()).isEqualTo(twin.figures());
        assertThat(doctor(packed).look().findings()).isEmpty();
        Store.open(packed.store("")).requireIntact(Store.open(packed.store("")).documents());
    }

    private static List<String> filesOf(SmallTown town) {
        return Store.open(town.store("")).layout().fileNames("meter_readings", SEPTEMBER);
    }

    private static boolean isPack(String file) {
        return file.startsWith("pack-");
    }

    private static String document(SmallTown town, String name) {
        return row(town, name).documentId();
    }

    private static LedgerRow row(SmallTown town, String name) {
        return Store.open(town.store("")).documents().stream()
                .filter(row -> row.name().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static StoredDocuments documents(SmallTown town) {
        return StoredDocuments.of(town.root(), SmallTown.CLOCK);
    }

    private static Doctor doctor(SmallTown town) {
        return new Doctor(town.root(), state -> List.of(), (work, share) -> {}, SmallTown.CLOCK);
    }
}
