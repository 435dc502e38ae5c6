package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.edition.Restatement.Why;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why values are others than in the edition before. */
class RestatementTest {

    private static final String KPI = "room_energy_total";
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final Series MONTH = Series.ofOrganisation(KPI, Period.MONTH);
    private static final Series QUARTER = Series.ofOrganisation(KPI, Period.QUARTER);

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void computeAQuarter() {
        workspace = new TestWorkspace(folder);
        workspace.readings("a", "hall", "2026-06-30T22:00:00Z", 31 * 24, 1000);
        workspace.readings("b", "hall", "2026-07-31T22:00:00Z", 31 * 24 - 1, 1000);
        workspace.readings("c", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS - 1, 1000);
        compute();
    }

    @Test
    void isLateDataWhereADocumentCame() {
        workspace.readings("late", "hall", "2026-09-30T21:00:00Z", 1, 9000);

        assertThat(why(Autumn.SEPTEMBER, MONTH)).containsExactly(Why.LATE_DATA);
        assertThat(why(Autumn.SEPTEMBER, QUARTER)).containsExactly(Why.LATE_DATA);
        assertThat(Restatement.of(workspace.store(), workspace.catalogue(), Autumn.SEPTEMBER, 1))
                .isEmpty();
    }

    @Test
    void isAnEarlierMonthWhereOnlyThatHasChanged() {
        workspace.readings("late", "hall", "2026-08-31T21:00:00Z", 1, 9000);

        assertThat(why(AUGUST, MONTH)).containsExactly(Why.LATE_DATA);
        assertThat(why(Autumn.SEPTEMBER, QUARTER)).containsExactly(Why.EARLIER_MONTH);
        assertThat(whys(Autumn.SEPTEMBER)).doesNotContainKey(MONTH);
    }

    @Test
    void isACorrectedDocumentWhereOneOfTheSameNameCame() {
        workspace
                .named("inbox/c.csv")
                .readings("corrected", "hall", "2026-09-30T21:00:00Z", 1, 9000);

        assertThat(why(Autumn.SEPTEMBER, MONTH)).containsExactly(Why.CORRECTED_DOCUMENT);
    }

    @Test
    void isADocumentWithdrawnWhereOneIsGone() throws IOException {
        workspace.readings("late", "hall", "2026-09-30T21:00:00Z", 1, 9000);
        compute();
        try (Stream<Path> rows = Files.list(folder.resolve("documents"))) {
            Files.delete(
                    rows.filter(it -> it.toString().endsWith("-late.parquet"))
                            .findFirst()
                            .orElseThrow());
        }

        compute();
        assertThat(Restatement.of(workspace.store(), workspace.catalogue(), Autumn.SEPTEMBER, 3))
                .containsEntry(MONTH, List.of(Why.DOCUMENT_WITHDRAWN));
    }

    @Test
    void isConfigurationWhereADocumentWasReadInAnotherWay() {
        workspace = new TestWorkspace(folder.resolve("again"));
        workspace.readings(
                "0123456789abcdef1", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);
        compute();
        workspace.readings(
                "0123456789abcdef2", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 2000);

        assertThat(why(Autumn.SEPTEMBER, MONTH)).containsExactly(Why.CONFIGURATION);
    }

    @Test
    void isTheDefinitionWhereAModelOfTheKpiIsAnotherOne() {
        workspace.models(
                List.of(
                        Models.STAGING,
                        Models.ENERGY,
                        Models.intermediate(
                                Models.ROOMS.name(), Models.ROOMS.sql().replace("/ 1000", "/ 500")),
                        Models.KPI));

        assertThat(why(Autumn.SEPTEMBER, MONTH)).containsExactly(Why.DEFINITION);
        assertThat(why(Autumn.SEPTEMBER, QUARTER))
                .containsExactly(Why.DEFINITION, Why.EARLIER_MONTH);
    }

    @Test
    void isTheFactorWhereARowTakesThePlaceOfAnotherOrIsAnotherOne() {
        workspace.models(
                List.of(
                        Models.STAGING,
                        Models.ENERGY,
                        Models.ROOMS,
                        Models.KPI,
                        CARBON,
                        CARBON_KPI));
        workspace.add(factor(2025, "0.2"));
        compute();
        workspace.add(factor(2026, "0.3"));
        compute();
        Series carbon = Series.ofOrganisation("carbon", Period.MONTH);
        int second = workspace.computation().current(Autumn.SEPTEMBER).orElseThrow().number();

        assertThat(
                        Restatement.of(
                                workspace.store(), workspace.catalogue(), Autumn.SEPTEMBER, second))
                .containsEntry(carbon, List.of(Why.FACTOR))
                .doesNotContainKey(MONTH);
    }

    @Test
    void isConfigurationWhereATableThatTheKpiReadsIsAnotherOne() {
        workspace.models(List.of(Models.STAGING, Models.ENERGY, PER_DEPARTMENT, Models.KPI));
        workspace.add(new Department("it", "IT", "town-hall"));
        compute();
        workspace.add(new Department("hr", "HR", "town-hall"));

        compute();
        int last = workspace.computation().current(Autumn.SEPTEMBER).orElseThrow().number();
        assertThat(Restatement.of(workspace.store(), workspace.catalogue(), Autumn.SEPTEMBER, last))
                .containsEntry(MONTH, List.of(Why.CONFIGURATION));
    }

    @Test
    void namesAllThatHasChanged() {
        workspace.readings("late", "hall", "2026-09-30T21:00:00Z", 1, 9000);
        workspace.models(
                List.of(
                        Models.STAGING,
                        Models.ENERGY,
                        Models.intermediate(
                                Models.ROOMS.name(), Models.ROOMS.sql().replace("/ 1000", "/ 500")),
                        Models.KPI));
        workspace.version("2");

        assertThat(why(Autumn.SEPTEMBER, MONTH)).containsExactly(Why.LATE_DATA, Why.DEFINITION);
    }

    @Test
    void leavesOutWhatTheKpiIsNotMadeFrom() {
        workspace.readings("late", "hall", "2026-09-30T21:00:00Z", 1, 9000);
        workspace.add(new Department("hr", "HR", "town-hall"));
        workspace.version("2");

        assertThat(why(Autumn.SEPTEMBER, MONTH)).containsExactly(Why.LATE_DATA);
    }

    private static final ModelFile CARBON =
            Models.intermediate(
                    "int_carbon",
                    """
                    select
                        int_room_energy.month,
                        int_room_energy.room_id,
                        cast(max(int_room_energy.energy_kwh) as double) * max(factors.value)
                            as carbon
                    from int_room_energy
                    inner join period using (month)
                    inner join factors on factors.valid_from <= period.last_on
                    group by int_room_energy.month, int_room_energy.room_id
                    """);

    private static final ModelFile CARBON_KPI =
            Models.kpi(
                    "carbon",
                    Models.sumHeader()
                            + "-- factors: grid_electricity\n"
                            + """

                            select
                                month,
                                'room' as scope_kind,
                                room_id as scope_id,
                                cast(carbon as decimal(18, 6)) as numerator,
                                cast(null as decimal(18, 6)) as denominator,
                                1.0 as coverage,
                                1.0 as measured_share
                            from int_carbon
                            """);

    private static final ModelFile PER_DEPARTMENT =
            Models.intermediate(
                    "int_room_energy",
                    """
                    select month, room_id, energy_wh * count(*) as energy_kwh
                    from room_energy
                    cross join departments
                    group by month, room_id, energy_wh
                    """);

    private static Factor factor(int year, String value) {
        return new Factor(
                "grid_" + year,
                "grid",
                "scope2_location",
                "direct",
                "BE",
                Optional.of(year),
                "1",
                LocalDate.of(year, 1, 1),
                Optional.empty(),
                Optional.of(new BigDecimal(value)),
                "kgCO2e/kWh",
                "made up",
                "P",
                "none",
                "config/factors-own.csv");
    }

    private List<Why> why(YearMonth month, Series series) {
        return whys(month).getOrDefault(series, List.of());
    }

    private void compute() {
        Computation computation = workspace.computation();
        List.of(AUGUST.minusMonths(1), AUGUST, Autumn.SEPTEMBER).forEach(computation::compute);
    }

    /** Of the second edition of a month. */
    private Map<Series, List<Why>> whys(YearMonth month) {
        compute();
        return Restatement.of(workspace.store(), workspace.catalogue(), month, 2);
    }
}
