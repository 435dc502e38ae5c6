package eu.wattpeil.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.edition.TestWorkspace;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Settings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsedFactorsTest {

    private static final Settings SETTINGS = TestWorkspace.settings();

    @Test
    void takesTheRowThatHoldsOnTheLastDayOfTheMonth() {
        List<Factor> factors =
                List.of(
                        factor("grid_2024", 2024, "2024-01-01", null, "0.155"),
                        factor("grid_2025", 2025, "2025-01-31", null, "0.150"));

        assertThat(used(factors, "2024-12"))
                .isEqualTo(
                        new UsedFactors(
                                new FactorUse(List.of("grid_2024"), false),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(used(factors, "2025-01"))
                .isEqualTo(
                        new UsedFactors(
                                new FactorUse(List.of("grid_2025"), false),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void isProvisionalWhereTheFactorDescribesAnEarlierYear() {
        List<Factor> factors = List.of(factor("grid_2024", 2024, "2024-01-01", null, "0.155"));

        assertThat(used(factors, "2026-09"))
                .isEqualTo(
                        new UsedFactors(
                                new FactorUse(List.of("grid_2024"), true),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void isMissingOutsideItsTime() {
        List<Factor> factors =
                List.of(factor("grid_2024", 2024, "2024-01-01", "2024-12-31", "0.155"));

        assertThat(used(factors, "2024-12").isComplete()).isTrue();
        assertThat(used(factors, "2025-01"))
                .isEqualTo(
                        new UsedFactors(
                                new FactorUse(List.of(), false),
                                Optional.of(Reason.FACTOR_MISSING),
                                Optional.empty()));
        assertThat(used(factors, "2023-12").isComplete()).isFalse();
    }

    @Test
    void isMissingWhereTheSourceSaysThatThereIsNoValue() {
        List<Factor> factors =
                List.of(
                        factor("grid_2024", 2024, "2024-01-01", null, "0.155"),
                        factor("grid_2025", 2025, "2025-01-01", null, null));

        assertThat(used(factors, "2025-06").lacking()).contains(Reason.FACTOR_NOT_APPLICABLE);
    }

    @Test
    void isMissingForAPurposeThatNoSeriesServes() {
        assertThat(
                        UsedFactors.of(
                                        List.of("heat"),
                                        SETTINGS,
                                        Map.of(),
                                        List.of(),
                                        YearMonth.parse("2025-01"))
                                .isComplete())
                .isFalse();
    }

    @Test
    void namesTheFactorsThatDevicesWereModelledWithAndNoOthers() {
        List<Factor> factors =
                List.of(
                        factor("laptop_2023", 2023, "2015-01-01", null, "18.78"),
                        factor("server_2023", 2023, "2015-01-01", null, "1528.62"));

        assertThat(
                        UsedFactors.of(
                                List.of("device_energy"),
                                SETTINGS,
                                Map.of(
                                        "device_energy", List.of("laptop_2023"),
                                        "device_mass", List.of("server_2023")),
                                factors,
                                YearMonth.parse("2023-09")))
                .isEqualTo(
                        new UsedFactors(
                                new FactorUse(List.of("laptop_2023"), false),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void saysOfAPurposeThatIsUsedWhereNeededOnlyWhyItIsNotThere() {
        List<Factor> none = List.of(factor("grid_2024", 2024, "2024-01-01", null, null));
        Settings residual = TestWorkspace.settings(Map.of("residual_mix", "grid"));

        UsedFactors notNeeded = chosen(residual, none, Map.of("supply_contracts", List.of()));

        assertThat(notNeeded.isComplete()).isTrue();
        assertThat(notNeeded.chosenLacking()).contains(Reason.FACTOR_NOT_APPLICABLE);
        assertThat(chosen(residual, List.of(), Map.of()).chosenLacking())
                .contains(Reason.FACTOR_MISSING);
    }

    @Test
    void takesWhatBelongsToDegreeDaysFromTheSeriesBesideTheirs() {
        Settings settings = TestWorkspace.settings(Map.of("heating_degree_days", "normal"));
        List<Factor> factors =
                List.of(
                        factor("normal", "year", 2020, "2020-01-01", null, "2252"),
                        factor("normal_01", "january", 2020, "2020-01-01", null, "396"),
                        factor("normal_10", "october", 2020, "2020-01-01", null, "161"),
                        factor("normal_base", "base", 2020, "2020-01-01", null, "16.5"));
        List<String> purposes = List.of("heating_degree_days_month", "heating_degree_days_base");

        assertThat(of(purposes, settings, factors, "2026-01").use().ids())
                .containsExactly("base", "january");
        assertThat(of(purposes, settings, factors, "2026-10").use().ids())
                .containsExactly("base", "october");
        assertThat(of(purposes, settings, factors, "2026-02").lacking())
                .contains(Reason.FACTOR_MISSING);
        assertThat(of(purposes, TestWorkspace.settings(Map.of()), factors, "2026-01").lacking())
                .contains(Reason.FACTOR_MISSING);
        assertThat(of(List.of("heating_degree_days"), settings, factors, "2026-01").use())
                .isEqualTo(new FactorUse(List.of("year"), true));
    }

    private static UsedFactors of(
            List<String> purposes, Settings settings, List<Factor> factors, String month) {
        return UsedFactors.of(purposes, settings, Map.of(), factors, YearMonth.parse(month));
    }

    private static UsedFactors chosen(
            Settings settings, List<Factor> factors, Map<String, List<String>> ids) {
        return UsedFactors.of(
                List.of("supply_contracts", "residual_mix"),
                settings,
                ids,
                factors,
                YearMonth.parse("2024-06"));
    }

    private static UsedFactors used(List<Factor> factors, String month) {
        return UsedFactors.of(
                List.of("grid_electricity"), SETTINGS, Map.of(), factors, YearMonth.parse(month));
    }

    private static Factor factor(
            String id, int year, String from, @Nullable String to, @Nullable String value) {
        return factor("grid", id, year, from, to, value);
    }

    private static Factor factor(
            String series,
            String id,
            int year,
            String from,
            @Nullable String to,
            @Nullable String value) {
        return new Factor(
                id,
                series,
                "scope2",
                "direct",
                "BE",
                Optional.of(year),
                "2025",
                LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse),
                Optional.ofNullable(value).map(BigDecimal::new),
                "kgCO2e/kWh",
                "source",
                "A",
                "CC-BY-4.0",
                "config/factors.csv");
    }
}
