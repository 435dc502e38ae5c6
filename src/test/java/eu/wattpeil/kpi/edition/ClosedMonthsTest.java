package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.store.KeptFrom;
import eu.wattpeil.store.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the readings of a document from August to November, those of August are no longer kept. */
class ClosedMonthsTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final List<YearMonth> MONTHS = List.of(AUGUST, Autumn.SEPTEMBER, Autumn.OCTOBER);

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void computeThreeMonthsAndRemoveTheFirst() {
        workspace = new TestWorkspace(folder);
        workspace.readings("a", "hall", "2026-07-31T22:00:00Z", 744 + 720 + 745, 1);
        Computation computation = workspace.computation();
        MONTHS.forEach(computation::compute);
        workspace
                .store()
                .retention()
                .keepFrom(
                        List.of(
                                new KeptFrom(
                                        "meter_readings",
                                        Autumn.SEPTEMBER,
                                        LocalDate.of(2027, 1, 2))));
    }

    @Test
    void areThoseThatSeeWhatIsNoLongerKept() {
        Computation computation = workspace.computation();

        assertThat(MONTHS)
                .filteredOn(month -> computation.lacking(month).isPresent())
                .containsExactly(AUGUST);
        assertThat(computation.months(Autumn.at(Autumn.NOVEMBER_START)))
                .containsExactlyElementsOf(MONTHS);
    }

    @Test
    void makeNoOtherMonthDue() {
        assertThat(MONTHS).noneMatch(workspace.computation()::isDue);
    }

    @Test
    void stayWhereOthersAreComputedAnew() {
        workspace.version("2");
        Computation computation = workspace.computation();

        assertThat(MONTHS)
                .filteredOn(computation::isDue)
                .containsExactly(Autumn.SEPTEMBER, Autumn.OCTOBER);
        assertThat(computation.compute(Autumn.SEPTEMBER).number()).isEqualTo(1);
        assertThat(computation.compute(Autumn.OCTOBER).number()).isEqualTo(1);
        assertThatThrownBy(() -> computation.compute(AUGUST))
                .isInstanceOf(ComputationException.class)
                .hasMessage(
                        "2026-08: meter_readings: records before 2026-09 are no longer kept since"
                                + " 2027-01-02");
    }

    @Test
    void areNotMadeAgainFromWhatIsLeftWhereTheirTablesAreLost() throws IOException {
        StoredFile lost = new Editions(workspace.store()).parts(AUGUST).get(0);
        Path file = workspace.store().layout().path(lost.file());
        Files.delete(file);
        Computation computation = new TestWorkspace(folder).version("2").computation();

        assertThatThrownBy(() -> computation.compute(Autumn.OCTOBER))
                .isInstanceOf(ComputationException.class)
                .hasMessage(
                        file
                                + ": the file is missing or damaged, expected what 2026-08 left for"
                                + " later months; restore it from a backup, as it cannot be made"
                                + " again (meter_readings: records before 2026-09 are no longer"
                                + " kept since 2027-01-02)");
    }
}
