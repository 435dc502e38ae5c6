package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which months there are. */
class ComputedMonthsTest {

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void openStore() {
        // Names that mean something in SQL and in patterns.
        workspace = new TestWorkspace(folder.resolve("it's [a] *store*"));
    }

    @Test
    void countsAMonthOnceItIsOverInTheOrganisationsZone() {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1);

        Computation computation = workspace.computation();

        assertThat(computation.months(Autumn.at("2026-09-30T21:59:59Z"))).isEmpty();
        assertThat(computation.months(Autumn.at(Autumn.OCTOBER_START)))
                .containsExactly(Autumn.SEPTEMBER);
        assertThat(computation.months(Autumn.at("2027-03-01T00:00:00Z")))
                .containsExactly(Autumn.SEPTEMBER);
    }

    @Test
    void leavesOutTheMonthsBetweenAStrayRowAndAllOthers() {
        workspace.readings("a", "hall", "2003-05-10T00:00:00Z", 1, 1);
        workspace.readings("b", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1);

        assertThat(workspace.computation().months(Autumn.at(Autumn.OCTOBER_START)))
                .containsExactly(YearMonth.of(2003, 5), Autumn.SEPTEMBER);
    }

    @Test
    void leavesOutTheMonthsBetweenAStrayRowAndTheOthersOfItsDocument() {
        workspace.readings(
                "a",
                "hall",
                List.of(
                        Instant.parse("2003-05-10T00:00:00Z"),
                        Instant.parse(Autumn.SEPTEMBER_START)));

        assertThat(workspace.computation().months(Autumn.at(Autumn.OCTOBER_START)))
                .containsExactly(YearMonth.of(2003, 5), Autumn.SEPTEMBER);
    }

    @Test
    void countsTheMonthsWithoutDataBetweenTwoOthers() {
        workspace.readings("a", "hall", "2026-07-15T10:00:00Z", 1, 1);
        workspace.readings("b", "hall", "2026-09-15T10:00:00Z", 1, 1);

        assertThat(workspace.computation().months(Autumn.at("2027-03-01T00:00:00Z")))
                .containsExactly(YearMonth.of(2026, 7), YearMonth.of(2026, 8), Autumn.SEPTEMBER);
    }

    @Test
    void countsAMonthThatWasComputedThoughItsDocumentsWereForgotten() {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1);
        workspace.computation().compute(Autumn.SEPTEMBER);
        workspace
                .store()
                .forgetting()
                .forget(workspace.store().documents(), LocalDate.of(2026, 11, 27));

        Computation computation = workspace.computation();

        assertThat(computation.months(Autumn.at("2027-03-01T00:00:00Z")))
                .containsExactly(Autumn.SEPTEMBER);
        assertThat(computation.isDue(Autumn.SEPTEMBER)).isTrue();
        assertThat(computation.compute(Autumn.SEPTEMBER).number()).isEqualTo(2);
        assertThat(computation.isDue(Autumn.SEPTEMBER)).isFalse();
    }

    @Test
    void hasNoMonthsInAnEmptyStore() {
        assertThat(workspace.computation().months(Autumn.at("2027-03-01T00:00:00Z"))).isEmpty();
    }
}
