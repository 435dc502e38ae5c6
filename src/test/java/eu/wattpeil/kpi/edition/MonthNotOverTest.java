package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Findings;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.ModelFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month that is computed before it is over: nobody is blamed for what lies ahead. */
final class MonthNotOverTest {

    private static final LocalDate FIFTEENTH = LocalDate.of(2026, 9, 15);
    private static final LocalDate NEXT_MONTH = LocalDate.of(2026, 10, 1);

    /** How many hours of the month can be known. */
    private static final ModelFile HOURS =
            Models.finding(
                    "hours",
                    """
                    select
                        'organisation' as scope_kind,
                        'all' as scope_id,
                        (epoch_us(period.known_until_at) - epoch_us(period.started_at))
                        / 3600000000 as kwh
                    from period
                    """,
                    "kwh",
                    "kwh");

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void readHalfAMonth() {
        workspace =
                new TestWorkspace(folder.resolve("store"))
                        .models(
                                List.of(
                                        Models.STAGING,
                                        Models.ENERGY,
                                        Models.ROOMS,
                                        Models.KPI,
                                        HOURS));
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, 14 * 24 + 6, 1000);
    }

    @Test
    void isKnownUpToTheBeginningOfTheDayOnWhichItIsComputed() {
        Edition edition = workspace.computation().on(FIFTEENTH).compute(Autumn.SEPTEMBER);

        assertThat(hours(1)).isEqualTo("336.000000");
        assertThat(editions().until(Autumn.SEPTEMBER, edition.number())).contains(FIFTEENTH);
        assertThat(workspace.computation().on(FIFTEENTH).isDue(Autumn.SEPTEMBER)).isFalse();
        assertThat(workspace.computation().on(FIFTEENTH.plusDays(1)).isDue(Autumn.SEPTEMBER))
                .isTrue();
    }

    /** A month that has not begun is known up to its beginning; one that is over to its end. */
    @Test
    void isNeverKnownBeforeItBeginsNorBeyondItsEnd() {
        workspace.computation().on(LocalDate.of(2026, 8, 20)).compute(Autumn.SEPTEMBER);
        assertThat(hours(1)).isEqualTo("0.000000");

        workspace.computation().on(NEXT_MONTH).compute(Autumn.SEPTEMBER);
        assertThat(hours(2)).isEqualTo("720.000000");
        assertThat(editions().until(Autumn.SEPTEMBER, 2)).isEmpty();
    }

    /** The same rows, but another thing is said of them. */
    @Test
    void hasAnotherEditionWhenItIsOver() {
        workspace.models(List.of(Models.STAGING, Models.ENERGY, Models.ROOMS, Models.KPI));
        workspace.computation().on(FIFTEENTH).compute(Autumn.SEPTEMBER);
        Edition later = workspace.computation().on(FIFTEENTH.plusDays(1)).compute(Autumn.SEPTEMBER);
        Edition over = workspace.computation().on(NEXT_MONTH).compute(Autumn.SEPTEMBER);

        assertThat(later.number()).as("nothing else is known").isEqualTo(1);
        assertThat(over.number()).isEqualTo(2);
        assertThat(editions().until(Autumn.SEPTEMBER, 2)).isEmpty();
        assertThat(workspace.computation().on(NEXT_MONTH.plusDays(9)).isDue(Autumn.SEPTEMBER))
                .isFalse();
    }

    @Test
    void isComputedAgainAsOfItsDay() {
        workspace.computation().on(FIFTEENTH).compute(Autumn.SEPTEMBER);
        workspace.computation().on(NEXT_MONTH).compute(Autumn.SEPTEMBER);

        for (int number : List.of(1, 2)) {
            assertThat(
                            Verification.of(workspace.store(), Autumn.SEPTEMBER, number)
                                    .verify(
                                            workspace.workspace(),
                                            workspace.catalogue(),
                                            editions -> Verdicts.NONE,
                                            Store.open(folder.resolve("again-" + number)))
                                    .difference())
                    .isEmpty();
        }
    }

    private Editions editions() {
        return new Editions(workspace.store());
    }

    private String hours(int number) {
        EditionTable findings =
                editions().table(Findings.TABLE, new Edition(Autumn.SEPTEMBER, number, "", ""));
        int column =
                findings.table().columns().stream()
                        .map(it -> it.name())
                        .toList()
                        .indexOf("value_1");
        return findings.rows().get(0).get(column).toString();
    }
}
