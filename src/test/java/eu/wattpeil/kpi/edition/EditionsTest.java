package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a month gets another edition, and what is shown until then. */
class EditionsTest {

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void openStore() {
        // Names that mean something in SQL and in patterns.
        workspace = new TestWorkspace(folder.resolve("it's [a] *store*"));
    }

    @Test
    void hasNothingToDoOnASecondRun() throws IOException {
        workspace.readings(
                "a",
                "hall",
                Autumn.SEPTEMBER_START,
                Autumn.SEPTEMBER_HOURS + Autumn.OCTOBER_HOURS,
                1);
        Autumn.computeBoth(workspace);
        Map<String, String> before = Autumn.files(workspace);

        assertThat(workspace.computation().isDue(Autumn.SEPTEMBER)).isFalse();
        assertThat(workspace.computation().isDue(Autumn.OCTOBER)).isFalse();
        Autumn.computeBoth(workspace);

        assertThat(Autumn.files(workspace)).isEqualTo(before);
    }

    @Test
    void keepsTheEditionWhereNoValueChanged() throws IOException {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1);
        Edition first = workspace.computation().compute(Autumn.SEPTEMBER);
        Map<String, String> before = editionFiles();

        workspace.version("2");
        assertThat(workspace.computation().isDue(Autumn.SEPTEMBER)).isTrue();
        Edition second = workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(second.number()).isEqualTo(1);
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(editionFiles()).isEqualTo(before);
        assertThat(workspace.computation().isDue(Autumn.SEPTEMBER)).isFalse();
    }

    @Test
    void makesANewEditionWhereAValueChangedAndKeepsTheOldOne() throws IOException {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS - 1, 1000);
        workspace.computation().compute(Autumn.SEPTEMBER);
        Map<String, String> before = editionFiles();

        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        Edition second = workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(second.number()).isEqualTo(2);
        assertThat(editionFiles()).containsAllEntriesOf(before).hasSize(before.size() + 3);
        assertThat(Autumn.total(new Editions(workspace.store()).values(Autumn.SEPTEMBER, 1)))
                .isEqualTo(719.0);
        assertThat(Autumn.total(workspace.shown())).isEqualTo(720.0);
        assertThat(new Editions(workspace.store()).current()).containsExactly(second);
    }

    @Test
    void keepsTheEditionAndNotesAChangeThatIsNotMaterial() throws IOException {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS - 1, 2000);
        Edition first = workspace.computation().compute(Autumn.SEPTEMBER);
        Map<String, String> before = editionFiles();

        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        Edition second = workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(second.number()).isEqualTo(1);
        assertThat(second.contents()).as("the hours are another").isNotEqualTo(first.contents());
        assertThat(editionFiles()).isEqualTo(before);
        assertThat(Autumn.total(workspace.shown())).isEqualTo(1438.0);
        assertThat(new Editions(workspace.store()).later(Autumn.SEPTEMBER))
                .contains(
                        new LaterChange(
                                1,
                                2,
                                new LaterChange.Largest(
                                        Series.ofOrganisation("room_energy_total", Period.MONTH),
                                        1438,
                                        1439)));
        assertThat(workspace.computation().isDue(Autumn.SEPTEMBER)).isFalse();
    }

    @Test
    void measuresSmallChangesTogetherAgainstThePublishedEdition() {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS - 3, 2000);
        workspace.computation().compute(Autumn.SEPTEMBER);

        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        assertThat(workspace.computation().compute(Autumn.SEPTEMBER).number()).isEqualTo(1);
        workspace.readings("c", "hall", "2026-09-30T20:00:00Z", 1, 1000);
        assertThat(workspace.computation().compute(Autumn.SEPTEMBER).number()).isEqualTo(2);

        assertThat(Autumn.total(workspace.shown())).isEqualTo(1436.0);
        assertThat(new Editions(workspace.store()).later(Autumn.SEPTEMBER)).isEmpty();
    }

    @Test
    void makesANewEditionWhereASmallChangeTurnsAVerdict() {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS - 1, 2000);
        workspace.verdicts((month, values) -> List.of(Autumn.total(values) > 1438 ? "off" : "on"));
        workspace.computation().compute(Autumn.SEPTEMBER);

        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);

        assertThat(workspace.computation().compute(Autumn.SEPTEMBER).number()).isEqualTo(2);
    }

    @Test
    void showsNothingOfAnEditionThatWasKilledBeforeItsLastStep() throws IOException {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS - 1, 1000);
        workspace.computation().compute(Autumn.SEPTEMBER);
        Path current = workspace.store().root().resolve("kpi_values/month=2026-09/current.json");
        String state = Files.readString(current);
        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        workspace.computation().compute(Autumn.SEPTEMBER);
        Map<String, String> undisturbed = Autumn.files(workspace);

        Files.writeString(current, state);

        assertThat(Autumn.total(workspace.shown())).isEqualTo(719.0);
        assertThat(workspace.computation().isDue(Autumn.SEPTEMBER)).isTrue();
        assertThat(workspace.computation().compute(Autumn.SEPTEMBER).number()).isEqualTo(2);
        assertThat(Autumn.files(workspace)).isEqualTo(undisturbed);
    }

    @Test
    void showsNothingWhereOnlyWhatIsMaterialisedIsThere() throws IOException {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1);
        workspace.computation().materialise(Autumn.SEPTEMBER);

        assertThat(workspace.shown()).isEmpty();
        assertThat(workspace.computation().current(Autumn.SEPTEMBER)).isEmpty();
        assertThat(workspace.computation().isDue(Autumn.SEPTEMBER)).isTrue();

        workspace.computation().compute(Autumn.SEPTEMBER);
        Map<String, String> inTwoProcesses = Autumn.files(workspace);
        workspace.computation().compute(Autumn.SEPTEMBER);
        assertThat(Autumn.files(workspace)).isEqualTo(inTwoProcesses);
    }

    @Test
    void materialisesAgainWhereTheInputsHaveChangedSince() {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS - 1, 1000);
        workspace.computation().materialise(Autumn.SEPTEMBER);
        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);

        workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(Autumn.total(workspace.shown())).isEqualTo(720.0);
    }

    @Test
    void namesTheInputsOfAnEditionInItsManifest() throws IOException {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1);
        workspace.readings("other", "hall", Autumn.NOVEMBER_START, 3, 1);
        workspace.computation().compute(Autumn.SEPTEMBER);

        String manifest =
                Files.readString(
                        workspace
                                .store()
                                .root()
                                .resolve("kpi_values/month=2026-09/edition-1.json"));

        assertThat(manifest)
                .contains("\"document_id\" : \"a\"", "\"software\" : \"1\"", "\"stg_readings\" : ")
                .contains("\"headcount\" : ", "\"zone\" : ")
                .doesNotContain("\"other\"");
    }

    private Map<String, String> editionFiles() throws IOException {
        Map<String, String> files = Autumn.files(workspace);
        files.keySet().removeIf(name -> !name.contains("edition-"));
        return files;
    }
}
