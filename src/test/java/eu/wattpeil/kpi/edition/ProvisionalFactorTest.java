package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.ModelFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of months when the factor of their year appears. */
class ProvisionalFactorTest {

    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

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
                    inner join factors
                        on factors.valid_from <= period.last_on
                        and coalesce(factors.valid_to, period.last_on) >= period.last_on
                    where factors.valid_from = (
                        select max(newer.valid_from)
                        from factors as newer
                        where newer.valid_from <= period.last_on
                    )
                    group by
                        int_room_energy.month,
                        int_room_energy.room_id
                    """);

    private static final ModelFile KPI =
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

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void computeTwoMonthsWithTheFactorOfTheFirstYear() {
        workspace =
                new TestWorkspace(folder)
                        .models(List.of(Models.STAGING, Models.ENERGY, Models.ROOMS, CARBON, KPI));
        workspace.readings("a", "hall", "2025-12-10T10:00:00Z", 1, 1_000_000);
        workspace.readings("b", "hall", "2026-01-10T10:00:00Z", 1, 1_000_000);
        workspace.add(factor(2025, "0.2"));
        List.of(DECEMBER, JANUARY).forEach(workspace.computation()::compute);
    }

    @Test
    void marksAFactorThatStandsInForALaterYear() {
        assertThat(shown())
                .containsExactly(
                        tuple(DECEMBER, 200.0, List.of("grid_2025"), false, 1),
                        tuple(JANUARY, 200.0, List.of("grid_2025"), true, 1));
    }

    @Test
    void givesOnlyTheMonthsOfItsYearANewEdition() {
        workspace.add(factor(2026, "0.3"));

        List.of(DECEMBER, JANUARY).forEach(workspace.computation()::compute);

        assertThat(shown())
                .containsExactly(
                        tuple(DECEMBER, 200.0, List.of("grid_2025"), false, 1),
                        tuple(JANUARY, 300.0, List.of("grid_2026"), false, 2));
    }

    @Test
    void leavesTheMonthsOfTheYearBeforeAsTheyWereComputed() {
        assertThat(workspace.computation().isDue(DECEMBER)).isFalse();

        workspace.add(factor(2026, "0.3"));

        assertThat(workspace.computation().isDue(DECEMBER)).isFalse();
        assertThat(workspace.computation().isDue(JANUARY)).isTrue();
    }

    private List<org.assertj.core.groups.Tuple> shown() {
        return workspace.shown().stream()
                .filter(it -> it.isOfOrganisation())
                .filter(it -> it.period() == eu.wattpeil.workspace.Period.MONTH)
                .map(
                        it ->
                                tuple(
                                        it.month(),
                                        it.value().orElseThrow(),
                                        it.factorIds(),
                                        it.isProvisional(),
                                        it.edition()))
                .toList();
    }

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
}
