package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.edition.Verified;
import eu.wattpeil.operate.Verifications.Answer;
import eu.wattpeil.operate.Verifications.Computed;
import eu.wattpeil.serve.ServerFiles;
import eu.wattpeil.workspace.UsedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier version left is understood: nothing is read or computed again for its age. */
class KeptTownTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 9);

    @TempDir Path folder;

    private SmallTown town;

    @BeforeEach
    void unpack() throws IOException {
        town = KeptTown.unpack(KeptTown.FORMAT_1, folder.resolve("town"));
    }

    @Test
    void isSoundAsItWasKept() throws IOException {
        SortedMap<String, String> kept = town.bytes();

        assertSound();
        assertThat(town.bytes()).isEqualTo(kept);
    }

    @Test
    void noDocumentIsReadAgainAndNoEditionIsTouched() throws Exception {
        SortedMap<String, String> kept = town.bytes();
        List<RunEvent> collected = new ArrayList<>();

        Outcome outcome =
                town.run(
                        event -> {
                            if (event instanceof RunEvent.Collected) {
                                collected.add(event);
                            }
                        });

        assertThat(collected).isEmpty();
        assertThat(outcome).isNotEqualTo(Outcome.FAILED);
        assertThat(town.bytes())
                .containsAllEntriesOf(
                        kept.entrySet().stream()
                                .filter(
                                        it ->
                                                isOfDocuments(it.getKey())
                                                        || isOfEditions(it.getKey()))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertSound();
    }

    /** Models and factors of a later version may give other values, which is another edition. */
    @Test
    void thereIsNothingToDoWhereTheProgramHasTheSameModels() throws Exception {
        UsedFiles now = UsedFiles.of(Setup.readWorkspace(town.root()).files());
        Path same = town.store("_kept/workspace/" + now.packaged().id() + ".zip");

        Outcome outcome = town.run();

        if (Files.exists(same)) {
            assertThat(outcome).isEqualTo(Outcome.NOTHING_TO_DO);
        }
        assertThat(town.run()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void itsEditionsAreComputedAgainByteForByte() throws IOException {
        for (int edition : new int[] {1, 2}) {
            List<Answer> answers = new ArrayList<>();
            try (Verifications verifications = Verifications.of(town.root())) {
                verifications.verify(Optional.of(MONTH), Optional.of(edition), answers::add);
            }

            assertThat(answers).hasSize(1).first().isInstanceOf(Computed.class);
            Verified verified = ((Computed) answers.get(0)).verified();
            assertThat(verified.difference()).as("edition " + edition).isEmpty();
        }
    }

    /** Stores and workspaces are older than their numbers. */
    @Test
    void isUnderstoodWithoutNumbersAndGetsThem() throws Exception {
        Files.delete(town.store(".format"));
        Files.delete(town.state().resolve(".format"));
        SortedMap<String, String> kept = town.bytes();

        assertSound();
        town.run();

        assertThat(town.store(".format")).hasContent("1");
        assertThat(town.state().resolve(".format")).hasContent("1");
        kept.keySet().removeIf(name -> !isOfDocuments(name));
        assertThat(town.bytes()).containsAllEntriesOf(kept);
        assertSound();
    }

    private void assertSound() throws IOException {
        Doctor doctor =
                new Doctor(town.root(), ServerFiles::damaged, (work, share) -> {}, SmallTown.CLOCK);
        assertThat(doctor.look().findings()).isEmpty();
    }

    private static boolean isOfDocuments(String file) {
        return file.startsWith("store/documents/")
                || file.startsWith("store/meter_readings/")
                || file.startsWith("store/print_jobs/")
                || file.startsWith("store/rejects/");
    }

    private static boolean isOfEditions(String file) {
        return file.matches("store/.*/edition-[12]\\.(parquet|json)");
    }
}
