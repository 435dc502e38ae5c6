package eu.wattpeil.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.wattpeil.kpi.engine.BaselineResult;
import eu.wattpeil.kpi.engine.BaselineResult.Fit;
import eu.wattpeil.kpi.engine.BaselineResult.Known;
import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.workspace.Baseline;
import eu.wattpeil.workspace.Baseline.Adjustment;
import eu.wattpeil.workspace.Baseline.Driver;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class EnergyBaselineTest {

    private static final YearMonth FIRST = YearMonth.of(2025, 9);
    private static final YearMonth MONTH = YearMonth.of(2026, 9);
    private static final int YEAR = 365;
    private static final Scope ROOM = new Scope("room", "hall");
    private static final Scope SITE = new Scope("site", "town-hall");

    /** Least squares of the same days in exact fractions, and with numpy. */
    @Test
    void expectsWhatTheModelOfTheBaselineGivesAtTheDriversOfTheMonth() {
        BaselineResult result = by(baseline(Driver.values()), usual());

        assertThat(result.baselineDays()).isEqualTo(new Known(365, 365));
        assertThat(result.days()).isEqualTo(new Known(30, 30));
        assertThat(result.energy()).isCloseTo(10557.12, within(1e-9));
        assertThat(result.expected().orElseThrow()).isCloseTo(11157.977735714368, within(1e-9));
        Fit fit = result.fit().orElseThrow();
        assertThat(fit.explainedShare().orElseThrow()).isCloseTo(0.9923479149879565, within(1e-9));
        assertThat(fit.variation().orElseThrow()).isCloseTo(0.003147892068269409, within(1e-9));
    }

    @Test
    void daysWithoutTheirDriversAreLeftOutOnBothSides() {
        List<DailyValue> days = usual();
        days.removeIf(it -> isOf(it, "cooling_degree_days", "2026-09-03"));
        days.removeIf(it -> isOf(it, "it_energy", "2026-09-04"));
        days.removeIf(it -> isOf(it, "dc_energy_total", "2026-09-05"));
        days.removeIf(it -> isOf(it, "heating_degree_days", "2025-12-24"));

        BaselineResult result = by(baseline(Driver.values()), days);

        assertThat(result.days()).isEqualTo(new Known(27, 30));
        assertThat(result.baselineDays()).isEqualTo(new Known(364, 365));
        assertThat(result.days().share()).isEqualTo(0.9);
        assertThat(result.energy())
                .isCloseTo(10557.12 - used(367) - used(368) - used(369), within(1e-9));
    }

    @Test
    void driverThatIsNotAskedForIsNotNeeded() {
        List<DailyValue> days = days("dc_energy_total", ROOM, i -> 100 + 10 * workday(i));

        BaselineResult result = by(baseline(Driver.WORKDAY), days);

        assertThat(result.days()).isEqualTo(new Known(30, 30));
        // 22 of the 30 days are workdays.
        assertThat(result.expected().orElseThrow()).isCloseTo(3000 + 220, within(1e-9));
        assertThat(result.fit().orElseThrow().explainedShare().orElseThrow())
                .isCloseTo(1, within(1e-12));
    }

    /** No day of the baseline was warm, so nobody knows what a warm day takes. */
    @Test
    void daysUnlikeAnyOfTheBaselineCannotBeCompared() {
        List<DailyValue> days = days("dc_energy_total", ROOM, i -> 100 + 10 * workday(i));
        days.addAll(days("cooling_degree_days", SITE, i -> i == YEAR + 3 ? 2 : 0));

        BaselineResult result = by(baseline(Driver.COOLING_DEGREE_DAYS, Driver.WORKDAY), days);

        assertThat(result.days()).isEqualTo(new Known(29, 30));
        assertThat(result.baselineDays()).isEqualTo(new Known(365, 365));
        assertThat(result.expected().orElseThrow()).isCloseTo(2900 + 210, within(1e-9));
    }

    @Test
    void flatEnergyLeavesNothingToExplain() {
        BaselineResult result =
                by(baseline(Driver.WORKDAY), days("dc_energy_total", ROOM, i -> 100));

        assertThat(result.fit().orElseThrow().explainedShare()).isEmpty();
    }

    @Test
    void energyThatIsNotAboveZeroOnTheWholeHasNoVariation() {
        BaselineResult sold =
                by(baseline(Driver.WORKDAY), days("dc_energy_total", ROOM, i -> -i % 7 - 1));
        BaselineResult even =
                by(
                        baseline(Driver.WORKDAY),
                        days("dc_energy_total", ROOM, i -> i >= 364 ? 0 : i % 2 == 0 ? 1 : -1));

        assertThat(sold.fit().orElseThrow().variation()).isEmpty();
        assertThat(even.fit().orElseThrow().variation()).isEmpty();
    }

    @Test
    void fewDaysMakeNoModel() {
        List<DailyValue> days = usual();
        days.removeIf(it -> it.day().isBefore(MONTH.atDay(1).minusDays(5)));

        BaselineResult few = by(baseline(Driver.values()), days);
        BaselineResult none = by(baseline(Driver.values()), days("it_energy", ROOM, i -> 1));

        assertThat(few.fit()).isEmpty();
        assertThat(few.expected()).isEmpty();
        assertThat(few.baselineDays()).isEqualTo(new Known(5, 365));
        assertThat(none.fit()).isEmpty();
        assertThat(none.days()).isEqualTo(new Known(0, 30));
    }

    @Test
    void anotherRoomOrSiteTellsNothing() {
        List<DailyValue> days =
                new ArrayList<>(
                        usual().stream()
                                .map(
                                        it ->
                                                new DailyValue(
                                                        it.kpiId(),
                                                        new Scope(it.scope().kind(), "other"),
                                                        it.day(),
                                                        it.value()))
                                .toList());

        assertThat(by(baseline(Driver.values()), days).days()).isEqualTo(new Known(0, 30));
        days.addAll(usual());
        assertThat(by(baseline(Driver.values()), days))
                .isEqualTo(by(baseline(Driver.values()), usual()));
        assertThat(
                        EnergyBaseline.by(
                                        MONTH,
                                        baseline(Driver.COOLING_DEGREE_DAYS),
                                        usual(),
                                        Optional.empty(),
                                        EnergyBaselineTest::isWorkday)
                                .days())
                .isEqualTo(new Known(0, 30));
    }

    @Test
    void whatElseHappenedIsToldOfTheDaysThatAreCompared() {
        Adjustment rack = adjustment("2026-09-20", Optional.empty(), "4");
        Adjustment drill = adjustment("2026-08-30", Optional.of("2026-09-02"), "-1.5");
        Adjustment day = adjustment("2026-09-10", Optional.of("2026-09-10"), "100");
        List<DailyValue> days = usual();
        days.removeIf(it -> isOf(it, "it_energy", "2026-09-10"));
        days.removeIf(it -> isOf(it, "it_energy", "2026-09-30"));

        BaselineResult result = by(baseline(List.of(rack, drill, day), Driver.values()), days);

        assertThat(result.adjustment()).isCloseTo(10 * 4 - 2 * 1.5, within(1e-9));
    }

    /** Noise like that of the day before; a tenth less is used from the end of the baseline on. */
    @Test
    void savingOfATenthIsToldAndNoneWhereThereIsNone() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            double[] noise = new double[YEAR + 30];
            for (int i = 1; i < noise.length; i++) {
                noise[i] = 0.5 * noise[i - 1] + 2 * random.nextGaussian();
            }
            double same = saving(i -> 300 + 20 * workday(i) + noise[i]);
            double less = saving(i -> 300 + 20 * workday(i) + noise[i] - (i < YEAR ? 0 : 30));

            assertThat(same).as("seed %s", seed).isCloseTo(0, within(120.0));
            assertThat(less - same).as("seed %s", seed).isCloseTo(900, within(1e-6));
        }
    }

    private static double saving(IntToDoubleFunction energy) {
        BaselineResult result = by(baseline(Driver.WORKDAY), days("dc_energy_total", ROOM, energy));
        return result.expected().orElseThrow() - result.energy();
    }

    /** Of whole numbers, so that anything else can make the same. */
    private static List<DailyValue> usual() {
        List<DailyValue> days = days("dc_energy_total", ROOM, EnergyBaselineTest::used);
        days.addAll(days("cooling_degree_days", SITE, EnergyBaselineTest::cooling));
        days.addAll(days("heating_degree_days", SITE, EnergyBaselineTest::heating));
        days.addAll(days("it_energy", ROOM, EnergyBaselineTest::equipment));
        return days;
    }

    private static double used(int i) {
        double usual = 200 + 1.5 * equipment(i) + 2.5 * cooling(i) - 0.75 * heating(i);
        double noise = (i * 7919 % 101 - 50) / 25.0;
        return usual + 12 * workday(i) + noise - (i < YEAR ? 0 : 20);
    }

    private static int cooling(int i) {
        return Math.max(0, i * 37 % 23 - 12);
    }

    private static int heating(int i) {
        return Math.max(0, i * 41 % 29 - 9);
    }

    private static int equipment(int i) {
        return 100 + i * 13 % 17;
    }

    private static int workday(int i) {
        return isWorkday(FIRST.atDay(1).plusDays(i)) ? 1 : 0;
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static List<DailyValue> days(String kpiId, Scope scope, IntToDoubleFunction value) {
        List<DailyValue> days = new ArrayList<>();
        for (int i = 0; i < YEAR + 30; i++) {
            LocalDate day = FIRST.atDay(1).plusDays(i);
            days.add(new DailyValue(kpiId, scope, day, value.applyAsDouble(i)));
        }
        return days;
    }

    private static boolean isOf(DailyValue value, String kpiId, String day) {
        return value.kpiId().equals(kpiId) && value.day().equals(LocalDate.parse(day));
    }

    private static BaselineResult by(Baseline baseline, List<DailyValue> days) {
        Predicate<LocalDate> isWorkday = EnergyBaselineTest::isWorkday;
        return EnergyBaseline.by(MONTH, baseline, days, Optional.of("town-hall"), isWorkday);
    }

    private static Baseline baseline(Driver... drivers) {
        return baseline(List.of(), drivers);
    }

    private static Baseline baseline(List<Adjustment> adjustments, Driver... drivers) {
        return new Baseline(
                "first-year",
                "hall",
                FIRST,
                MONTH.minusMonths(1),
                Arrays.asList(drivers),
                adjustments,
                new Place("config/baselines.yaml", 1));
    }

    private static Adjustment adjustment(String from, Optional<String> until, String kwh) {
        return new Adjustment(
                LocalDate.parse(from), until.map(LocalDate::parse), new BigDecimal(kwh));
    }
}
