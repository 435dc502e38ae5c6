package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a month whose files were lost or damaged. */
class DamagedEditionTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final String START = "2026-08-31T22:00:00Z";
    private static final long SEED = 20_261_125;
    private static final int FLIPS = 60;

    @TempDir Path folder;

    private TestWorkspace workspace;
    private List<KpiValue> shown;

    @BeforeEach
    void computeTwoEditions() {
        workspace = new TestWorkspace(folder);
        workspace.readings("a", "hall", START, 719, 1000);
        workspace.computation().compute(SEPTEMBER);
        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        workspace.computation().compute(SEPTEMBER);
        shown = TestWorkspace.shown(new Editions(Store.open(folder)));
        assertThat(shown).extracting(KpiValue::edition).containsOnly(2);
    }

    @Test
    void garbageOrALostFileInPlaceOfTheStateIsHealedByTheNextRun() throws IOException {
        String undisturbed = Files.readString(state());
        for (String damaged : List.of("garbage", "[]", "", "{\"edition\":", "lost")) {
            if (damaged.equals("lost")) {
                Files.delete(state());
            } else {
                Files.writeString(state(), damaged);
            }

            assertThat(anotherRun().isDue(SEPTEMBER)).as(damaged).isTrue();
            assertThat(anotherRun().compute(SEPTEMBER).number()).isEqualTo(2);
            assertThat(TestWorkspace.shown(new Editions(Store.open(folder)))).isEqualTo(shown);
        }
        assertThat(Files.readString(state())).contains("\"edition\":2");
        assertThat(undisturbed).contains("\"edition\":2");
    }

    @Test
    void aLostOrGarbageEditionIsNamedAndComputedAgainByTheCure() throws IOException {
        Path edition = state().resolveSibling("edition-2.parquet");
        long bytes = Files.size(edition);
        Files.writeString(edition, "garbage");
        assertThatThrownBy(() -> TestWorkspace.shown(new Editions(Store.open(folder))))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        edition
                                + ": the file has 7 bytes, expected edition 2 of 2026-09; restore"
                                + " it from a backup, or remove it and current.json beside it,"
                                + " and the next run computes the month again");

        Files.delete(edition);
        Files.delete(state());

        assertThat(anotherRun().compute(SEPTEMBER).number()).isEqualTo(2);
        assertThat(Files.size(edition)).isEqualTo(bytes);
        assertThat(TestWorkspace.shown(new Editions(Store.open(folder)))).isEqualTo(shown);
    }

    @Test
    void aLostFileOfADocumentMakesNoNewEdition() throws IOException {
        Path readings = folder.resolve("meter_readings/month=2026-09/a.parquet");
        Files.delete(readings);

        assertThatThrownBy(() -> anotherRun())
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(readings + ": the file is missing, expected ");
    }

    @Test
    void aFlippedBitOfADocumentMakesNoNewEdition() throws IOException {
        Path readings = folder.resolve("meter_readings/month=2026-09/a.parquet");
        byte[] bytes = Files.readAllBytes(readings);
        bytes[bytes.length / 2] ^= 4;
        Files.write(readings, bytes);

        assertThatThrownBy(() -> anotherRun().compute(SEPTEMBER))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(readings + ": the checksum is another, expected ");
    }

    /** Whatever bit of the month flips, its values are those that were shown, or it is told. */
    @Test
    void aFlippedBitIsToldOrHealed() throws IOException {
        Random random = new Random(SEED);
        List<Path> files = List.of(state(), state().resolveSibling("edition-2.parquet"));
        for (int i = 0; i < FLIPS; i++) {
            Path file = files.get(i % files.size());
            byte[] sound = Files.readAllBytes(file);
            byte[] flipped = sound.clone();
            int bit = random.nextInt(sound.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);

            try {
                assertThat(TestWorkspace.shown(new Editions(Store.open(folder))))
                        .as("seed %d, flip %d of %s, bit %d", SEED, i, file.getFileName(), bit)
                        .isEqualTo(shown);
            } catch (ExplainedException told) {
                assertThat(told).hasMessageStartingWith(file + ": ");
            }
            Files.write(file, sound);
        }
    }

    @Test
    void aLostOrShortenedDerivedTableIsComputedAgain() throws IOException {
        byte[] sound = Files.readAllBytes(derived());
        for (String damaged : List.of("lost", "garbage")) {
            Files.delete(derived());
            if (damaged.equals("garbage")) {
                Files.writeString(derived(), damaged);
            }

            assertThat(anotherRun().isDue(SEPTEMBER)).as(damaged).isTrue();
            assertThat(anotherRun().compute(SEPTEMBER).number()).isEqualTo(2);
            assertThat(anotherRun().isDue(SEPTEMBER)).as(damaged).isFalse();
            assertThat(derived()).hasBinaryContent(sound);
            assertThat(TestWorkspace.shown(new Editions(Store.open(folder)))).isEqualTo(shown);
        }
    }

    /** Months are computed from it, too: before one is, whatever bit flipped is put right. */
    @Test
    void aFlippedBitOfADerivedTableReachesNoLaterMonth() throws IOException {
        Random random = new Random(SEED);
        byte[] sound = Files.readAllBytes(derived());
        YearMonth next = SEPTEMBER.plusMonths(1);
        anotherRun().compute(next);
        byte[] undisturbed = Files.readAllBytes(derived(next));
        for (int i = 0; i < 5; i++) {
            byte[] flipped = sound.clone();
            int bit = random.nextInt(sound.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(derived(), flipped);

            assertThat(anotherRun().compute(next).number()).isEqualTo(1);

            assertThat(derived()).as("seed %d, bit %d", SEED, bit).hasBinaryContent(sound);
            assertThat(derived(next)).hasBinaryContent(undisturbed);
        }
    }

    /** A run opens the store anew: what one has found to be intact, the next looks at again. */
    private Computation anotherRun() {
        return new TestWorkspace(folder).computation();
    }

    private Path derived() {
        return derived(SEPTEMBER);
    }

    private Path derived(YearMonth month) {
        return folder.resolve("room_energy/month=" + month + "/part.parquet");
    }

    private Path state() {
        return folder.resolve("kpi_values/month=2026-09/current.json");
    }
}
