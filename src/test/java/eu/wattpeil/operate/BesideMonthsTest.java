package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside the months shows what the months show, wherever a run was cut off. */
class BesideMonthsTest {

    @TempDir private Path folder;

    private SmallTown town;

    @BeforeEach
    void publishAMonth() throws Exception {
        town = SmallTown.in(folder);
        assertThat(town.run()).isEqualTo(Outcome.DONE);
        assertThat(town.run()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void isWrittenByTheNextRunWhereOneWasKilledBeforeIt() throws Exception {
        Map<Path, byte[]> old = besideMonths();
        town.write("config/goals.yaml", "goals: []\n");
        assertThat(town.run()).isEqualTo(Outcome.DONE);
        SortedMap<String, String> whole = town.bytes();
        // As a run leaves it that is killed after the month, and before what is beside it.
        for (Map.Entry<Path, byte[]> file : old.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        assertThat(town.bytes()).isNotEqualTo(whole);
        List<RunEvent> events = new ArrayList<>();

        assertThat(town.run(events::add)).isEqualTo(Outcome.DONE);

        assertThat(events)
                .contains(new RunEvent.Indexed(folder.resolve("reports/index.html")))
                .noneMatch(RunEvent.Published.class::isInstance);
        assertThat(town.bytes()).isEqualTo(whole);
        assertThat(town.run()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void isWrittenAgainWhereAFileOfItIsGone() throws Exception {
        SortedMap<String, String> whole = town.bytes();
        for (Path file : List.copyOf(besideMonths().keySet())) {
            Files.delete(file);

            assertThat(town.run()).as(file.toString()).isEqualTo(Outcome.DONE);

            assertThat(town.bytes()).as(file.toString()).isEqualTo(whole);
        }
    }

    @Test
    void leadsToEachEditionThatIsThere() throws Exception {
        Path list = folder.resolve("reports/index.html");
        assertThat(list).content().contains("2026-09/edition-1/kpis.csv");
        Path aside = folder.resolve("aside");
        Files.move(folder.resolve("reports/2026-09/edition-1/kpis.csv"), aside);
        Files.createDirectory(folder.resolve("reports/2026-09/edition-7"));
        Files.move(aside, folder.resolve("reports/2026-09/edition-7/kpis.csv"));

        town.run();

        assertThat(list)
                .content()
                .contains("2026-09/edition-1/kpis.csv", "2026-09/edition-7/kpis.csv");
    }

    private Map<Path, byte[]> besideMonths() throws Exception {
        Map<Path, byte[]> files = new HashMap<>();
        try (Stream<Path> found = Files.list(folder.resolve("reports"))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        }
        Path notes = town.store("reports.json");
        files.put(notes, Files.readAllBytes(notes));
        return files;
    }
}
