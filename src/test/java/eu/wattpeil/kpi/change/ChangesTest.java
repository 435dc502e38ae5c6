package eu.wattpeil.kpi.change;

import static eu.wattpeil.kpi.change.ChangeCases.CONDITIONS;
import static eu.wattpeil.kpi.change.ChangeCases.activity;
import static eu.wattpeil.kpi.change.ChangeCases.covered;
import static eu.wattpeil.kpi.change.ChangeCases.divided;
import static eu.wattpeil.kpi.change.ChangeCases.kpi;
import static eu.wattpeil.kpi.change.ChangeCases.ofKnownPart;
import static eu.wattpeil.kpi.change.ChangeCases.overhead;
import static eu.wattpeil.kpi.change.ChangeCases.ratio;
import static eu.wattpeil.kpi.change.ChangeCases.scalesWith;
import static eu.wattpeil.kpi.change.ChangeCases.sum;
import static eu.wattpeil.kpi.change.ChangeCases.unknown;
import static eu.wattpeil.kpi.change.ChangeCases.value;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Makeup;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.workspace.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Kpi CARBON =
            sum("carbon", Kpi.Per.NONE, scalesWith("grid_electricity"), "grid_electricity");

    @Test
    void splitsCarbonIntoActivityAndFactor() {
        Change change =
                monthly(
                        CARBON,
                        value("carbon", "2025-12", 18000, "grid_2025"),
                        value("carbon", "2026-01", 13175, "grid_2026"));

        assertThat(change)
                .isEqualTo(
                        new Change(
                                YearMonth.of(2026, 1),
                                change.series(),
                                Against.MONTH_BEFORE,
                                Optional.of(new BigDecimal("18000.000000")),
                                Optional.of(new BigDecimal("13175.000000")),
                                "kWh",
                                Map.of(
                                        Cause.ACTIVITY, new BigDecimal("-5337.500000"),
                                        Cause.FACTOR, new BigDecimal("512.500000")),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void givesDaysOnlyWhereADayIsAsItWas() {
        Kpi energy = sum("energy", Kpi.Per.DAY, Makeup.PLAIN);

        assertThat(
                        parts(
                                energy,
                                value("energy", "2026-01", 3100),
                                value("energy", "2026-02", 2800)))
                .isEqualTo(amounts(Cause.DAYS, "-300", Cause.ACTIVITY, "0"));
    }

    /** 23 working days in December 2025, 22 in January 2026: 10 sheets a day, then 12. */
    @Test
    void countsWorkingDaysWhereTheValueGoesByThem() {
        Kpi sheets = sum("sheets", Kpi.Per.WORKING_DAY, Makeup.PLAIN);

        assertThat(parts(sheets, value("sheets", "2025-12", 230), value("sheets", "2026-01", 264)))
                .isEqualTo(amounts(Cause.DAYS, "-11", Cause.ACTIVITY, "45"));
    }

    @Test
    void givesTheProductOfSeveralFactorsAsOne() {
        Kpi paper = sum("paper_co2e", Kpi.Per.NONE, scalesWith("paper", "mass"), "paper", "mass");

        assertThat(
                        parts(
                                paper,
                                value("paper_co2e", "2025-12", 100, "mass_80", "paper_2025"),
                                value("paper_co2e", "2026-01", 150, "mass_80", "paper_2026")))
                .isEqualTo(amounts(Cause.ACTIVITY, "0", Cause.FACTOR, "50"));
    }

    @Test
    void leavesARestWhereAFactorOfAPartHasChanged() {
        Kpi footprint =
                sum("footprint", Kpi.Per.NONE, Makeup.PLAIN, "grid_electricity", "footprint_paper");

        Change change =
                monthly(
                        footprint,
                        value("footprint", "2025-12", 100, "grid_2025", "paper_2026"),
                        value("footprint", "2026-01", 90, "grid_2026", "paper_2026"));

        assertThat(change.parts()).isEqualTo(amounts(Cause.REST, "-10"));
        assertThat(change.reason()).contains("factors_changed");
    }

    @Test
    void leavesARestWhereOneContractReplacedAnother() {
        Kpi market = sum("market", Kpi.Per.NONE, Makeup.PLAIN, "supply_contracts");

        assertThat(
                        parts(
                                market,
                                value("market", "2025-12", 100, "grey"),
                                value("market", "2026-01", 0, "green")))
                .isEqualTo(amounts(Cause.REST, "-100"));
    }

    @Test
    void takesAClassOfDevicesThatIsNewForActivity() {
        Kpi fleet = sum("fleet", Kpi.Per.NONE, Makeup.PLAIN, "device_energy");

        Change change =
                monthly(
                        fleet,
                        value("fleet", "2025-12", 100, "laptop"),
                        value("fleet", "2026-01", 120, "monitor"));

        assertThat(change.parts()).isEqualTo(amounts(Cause.ACTIVITY, "20"));
        assertThat(change.reason()).isEmpty();
    }

    @Test
    void asksOfAFactorOfDevicesWhetherItsValueIsAnother() {
        Kpi fleet = sum("fleet", Kpi.Per.NONE, Makeup.PLAIN, "device_energy");
        KpiValue before = value("fleet", "2025-12", 100, "laptop");

        assertThat(parts(fleet, before, value("fleet", "2026-01", 90, "laptop_again")))
                .containsOnlyKeys(Cause.ACTIVITY);
        assertThat(parts(fleet, before, value("fleet", "2026-01", 90, "laptop_leaner")))
                .containsOnlyKeys(Cause.REST);
    }

    @Test
    void leavesARestWhereTheFactorIsNotKnown() {
        Change change =
                monthly(
                        CARBON,
                        value("carbon", "2025-12", 18000, "grid_2024_gone"),
                        value("carbon", "2026-01", 13175, "grid_2026"));

        assertThat(change.parts()).isEqualTo(amounts(Cause.REST, "-4825"));
        assertThat(change.reason()).contains("factors_changed");
    }

    /** 90 of 100 devices known, then all of them. */
    @Test
    void tellsWhatIsThereOnlyBecauseMoreIsKnown() {
        Kpi fleet = sum("fleet", Kpi.Per.NONE, ofKnownPart(), "device_energy");

        assertThat(
                        parts(
                                fleet,
                                covered("fleet", "2025-12", 90, 0.9),
                                covered("fleet", "2026-01", 100, 1)))
                .isEqualTo(amounts(Cause.ACTIVITY, "0", Cause.COVERAGE, "10"));
    }

    @Test
    void knowsNoCoverageInACompletedValue() {
        Kpi energy = sum("energy", Kpi.Per.NONE, Makeup.PLAIN);

        assertThat(
                        parts(
                                energy,
                                covered("energy", "2025-12", 90, 0.9),
                                covered("energy", "2026-01", 100, 1)))
                .isEqualTo(amounts(Cause.ACTIVITY, "10"));
    }

    @Test
    void callsTheItOfARoomActivityAndItsOverheadEfficiency() {
        Kpi room = sum("room_total", Kpi.Per.NONE, activity("it"));
        List<KpiValue> values =
                List.of(
                        value("room_total", "2025-12", 120),
                        value("it", "2025-12", 80),
                        value("room_total", "2026-01", 85),
                        value("it", "2026-01", 50));

        assertThat(only(room, values).parts())
                .isEqualTo(amounts(Cause.ACTIVITY, "-30", Cause.EFFICIENCY, "-5"));
    }

    @Test
    void leavesARestWhereTheActivityIsNotKnown() {
        Kpi room = sum("room_total", Kpi.Per.DAY, activity("it"));
        List<KpiValue> values =
                List.of(
                        value("room_total", "2026-01", 3100),
                        value("it", "2026-01", 2000),
                        value("room_total", "2026-02", 5600),
                        unknown("it", "2026-02", Reason.COVERAGE_BELOW_MINIMUM));

        Change change = only(room, values);

        assertThat(change.parts()).isEqualTo(amounts(Cause.DAYS, "-450", Cause.REST, "2950"));
        assertThat(change.reason()).contains("activity_unknown");
    }

    @Test
    void callsAnOverheadEfficiency() {
        Kpi cooling = sum("cooling", Kpi.Per.NONE, overhead());

        assertThat(parts(cooling, value("cooling", "2025-12", 40), value("cooling", "2026-01", 35)))
                .isEqualTo(amounts(Cause.EFFICIENCY, "-5"));
    }

    /** 600 by 100 to 600 by 120: 6 to 5 though no fewer sheets were printed. */
    @Test
    void splitsARatioIntoWhatStandsAboveAndBelowTheLine() {
        Kpi ratio = ratio("sheets_per_fte", Kpi.Per.NONE, Makeup.PLAIN);

        assertThat(
                        parts(
                                ratio,
                                divided("sheets_per_fte", "2025-12", 6, "100"),
                                divided("sheets_per_fte", "2026-01", 5, "120")))
                .isEqualTo(amounts(Cause.NUMERATOR, "0", Cause.DENOMINATOR, "-1"));
    }

    @Test
    void saysWhyThereAreNoParts() {
        KpiValue known = value("carbon", "2026-01", 10, "grid_2026");
        KpiValue unknown = unknown("carbon", "2025-12", Reason.COVERAGE_BELOW_MINIMUM);

        assertThat(monthly(CARBON, unknown, known))
                .satisfies(
                        it -> {
                            assertThat(it.before()).isEmpty();
                            assertThat(it.now()).contains(new BigDecimal("10.000000"));
                            assertThat(it.parts()).isEmpty();
                            assertThat(it.reason()).contains("coverage_below_minimum");
                        });
        assertThat(only(CARBON, List.of(known)).reason()).contains("no_data");
    }

    @Test
    void givesNothingWhereAValueIsWithheld() {
        KpiValue known = value("carbon", "2026-01", 10, "grid_2026");
        KpiValue small = unknown("carbon", "2025-12", Reason.FEWER_THAN_MINIMUM_PEOPLE);
        KpiValue protecting = unknown("carbon", "2026-01", Reason.PROTECTS_SMALLER_DEPARTMENT);

        assertThat(monthlyOf(all(CARBON, List.of(small, known)))).isEmpty();
        assertThat(
                        monthlyOf(
                                all(
                                        CARBON,
                                        List.of(
                                                value("carbon", "2025-12", 8, "grid_2025"),
                                                protecting))))
                .isEmpty();
    }

    @Test
    void standsAgainstTheSameMonthOfTheYearBefore() {
        List<Change> changes =
                all(
                        CARBON,
                        List.of(
                                value("carbon", "2025-01", 15, "grid_2025"),
                                value("carbon", "2026-01", 31, "grid_2026")));

        assertThat(changes)
                .filteredOn(it -> it.against() == Against.YEAR_BEFORE)
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.parts())
                                        .isEqualTo(
                                                amounts(
                                                        Cause.ACTIVITY,
                                                        "15.25",
                                                        Cause.FACTOR,
                                                        "0.75")));
    }

    /** A year of 100 a month at 0.150, then one of 100 a month at 0.155. */
    @Test
    void weighsTheFactorsOfAYearByItsMonths() {
        List<KpiValue> values = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            String month = String.format("-%02d", i);
            values.add(value("carbon", "2025" + month, 15, "grid_2025"));
            values.add(value("carbon", "2026" + month, 15.5, "grid_2026"));
        }
        values.add(year("2025-12", 180, "grid_2025"));
        values.add(year("2026-12", 186, "grid_2026"));

        assertThat(all(CARBON, values))
                .filteredOn(it -> it.series().period() == Period.YEAR)
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.against()).isEqualTo(Against.YEAR_BEFORE);
                            assertThat(it.parts())
                                    .isEqualTo(amounts(Cause.ACTIVITY, "0", Cause.FACTOR, "6"));
                        });
    }

    @Test
    void countsTheDayThatALeapYearHasMore() {
        Kpi energy = sum("energy", Kpi.Per.DAY, Makeup.PLAIN);
        List<KpiValue> years = List.of(energyYear("2023-12", 36500), energyYear("2024-12", 36600));

        assertThat(all(energy, years))
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.parts())
                                        .isEqualTo(
                                                amounts(Cause.DAYS, "100", Cause.ACTIVITY, "0")));
    }

    @Test
    void repeatsNoYearOfALastMonth() {
        Kpi count = kpi("count", Kpi.Per.NONE, Kpi.OverTime.LAST, "", Makeup.PLAIN);
        List<KpiValue> values =
                List.of(
                        value("count", "2026-01", 14),
                        value("count", "2026-01", Period.ROLLING_YEAR, 14, Optional.empty(), 1));

        assertThat(all(count, values))
                .extracting(it -> it.series().period())
                .containsOnly(Period.MONTH);
    }

    @Test
    void showsPartsThatAddUpToWhatIsShown() {
        Change change =
                monthly(
                        CARBON,
                        value("carbon", "2025-12", 10.4, "grid_2025"),
                        value("carbon", "2026-01", 13.6, "grid_2026"));

        assertThat(change.parts())
                .isEqualTo(amounts(Cause.ACTIVITY, "2.807312", Cause.FACTOR, "0.392688"));
        assertThat(change.parts(0))
                .isEqualTo(
                        Map.of(
                                Cause.ACTIVITY, new BigDecimal("4"),
                                Cause.FACTOR, new BigDecimal("0")));
    }

    private static KpiValue year(String month, double value, String factorId) {
        return value("carbon", month, Period.YEAR, value, Optional.empty(), 1, factorId);
    }

    private static KpiValue energyYear(String month, double value) {
        return value("energy", month, Period.YEAR, value, Optional.empty(), 1);
    }

    private static Map<Cause, BigDecimal> parts(Kpi kpi, KpiValue before, KpiValue now) {
        return monthly(kpi, before, now).parts();
    }

    private static Change monthly(Kpi kpi, KpiValue before, KpiValue now) {
        return only(kpi, List.of(before, now));
    }

    private static Change only(Kpi kpi, List<KpiValue> values) {
        List<Change> changes = monthlyOf(all(kpi, values));
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static List<Change> monthlyOf(List<Change> changes) {
        return changes.stream().filter(it -> it.against() == Against.MONTH_BEFORE).toList();
    }

    /** Those of the last month of some values. */
    private static List<Change> all(Kpi kpi, List<KpiValue> values) {
        YearMonth last =
                values.stream().map(KpiValue::month).max(YearMonth::compareTo).orElseThrow();
        return Changes.of(
                last,
                CONDITIONS,
                ChangeCases.NOTHING,
                List.of(kpi),
                values.stream().filter(it -> it.month().equals(last)).toList(),
                values.stream().filter(it -> it.month().isBefore(last)).toList());
    }

    private static Map<Cause, BigDecimal> amounts(Cause cause, String amount) {
        return Map.of(cause, amount(amount));
    }

    private static Map<Cause, BigDecimal> amounts(
            Cause one, String amount, Cause other, String otherAmount) {
        return Map.of(one, amount(amount), other, amount(otherAmount));
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount).setScale(Change.DECIMALS);
    }
}
