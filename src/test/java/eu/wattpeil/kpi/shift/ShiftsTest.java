package eu.wattpeil.kpi.shift;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.shift.MadeUpDays.Season;
import eu.wattpeil.kpi.shift.ToldShift.Obstacle;
import eu.wattpeil.kpi.shift.ToldShift.Verdict;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Threshold;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Days from 2025-01-01 on, of which a month sees those up to its end. */
final class ShiftsTest {

    private static final Scope HALL = new Scope("room", "hall");
    private static final int TWO_YEARS = 2 * MadeUpDays.YEAR;

    /** 2026-03-10. */
    private static final int STEP = MadeUpDays.YEAR + 68;

    private static final LocalDate STEPPED_ON = MadeUpDays.FIRST.plusDays(STEP);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void eachIsToldOnceWhenFourWeeksAreKnownAndCannotBeToldBefore() {
        List<DailyValue> days = values("it_energy", made().withStep(STEP, -10));

        assertThat(of(MARCH, days))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD_YET);
                            assertThat(it.obstacle()).contains(Obstacle.FEW_DAYS);
                            assertThat(it.shift().day()).isEqualTo(STEPPED_ON);
                        });
        assertThat(of(MARCH.plusMonths(1), days))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.verdict()).isEqualTo(Verdict.SHIFT);
                            assertThat(it.weather()).isEqualTo(Weather.NO_PART);
                            assertThat(it.shift().day()).isEqualTo(STEPPED_ON);
                        });
        for (int later = 2; later <= 9; later++) {
            assertThat(of(MARCH.plusMonths(later), days)).as("%s months later", later).isEmpty();
        }
    }

    @Test
    void nothingIsToldOfDaysAfterTheMonth() {
        assertThat(of(MARCH.minusMonths(1), values("it_energy", made().withStep(STEP, -10))))
                .isEmpty();
    }

    @Test
    void smallerOnesThanTheBoundsOfTheirDayAreNotTold() {
        List<DailyValue> days = values("it_energy", made().withStep(STEP, -10));
        LocalDate always = LocalDate.parse("2000-01-01");

        assertThat(told(days, threshold("shift_least_share", "0.08", always))).hasSize(1);
        assertThat(told(days, threshold("shift_least_share", "0.12", always))).isEmpty();
        assertThat(told(days, threshold("shift_least_it_energy", "9", always))).hasSize(1);
        assertThat(told(days, threshold("shift_least_it_energy", "12", always))).isEmpty();
        assertThat(told(days, threshold("shift_least_impressions", "12", always))).hasSize(1);
        assertThat(told(days, threshold("shift_least_share", "0.12", STEPPED_ON.plusDays(1))))
                .hasSize(1);
    }

    private static List<ToldShift> told(List<DailyValue> days, Threshold threshold) {
        return Shifts.of(MARCH.plusMonths(1), conditions(List.of(threshold), List.of()), days);
    }

    @Test
    void whatIsCooledCannotBeToldWhereTheWeatherIsNotKnown() {
        List<DailyValue> days = values("dc_energy_total", made().withStep(STEP, -10));

        assertThat(of(MARCH.plusMonths(1), days))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.weather()).isEqualTo(Weather.UNKNOWN);
                            assertThat(it.verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD_YET);
                            assertThat(it.obstacle()).contains(Obstacle.WEATHER_UNKNOWN);
                        });
    }

    /** Hotter from a day on, and all that is cooled with it. */
    @Test
    void theWeatherOfTheSiteIsTakenOut() {
        Random random = new Random(4);
        MadeUpDays temperatures =
                MadeUpDays.of(TWO_YEARS, day -> (day < STEP ? 10 : 22) + 3 * random.nextGaussian());
        MadeUpDays cooled =
                MadeUpDays.of(
                        TWO_YEARS,
                        day ->
                                100
                                        + 2
                                                * temperatures
                                                        .values()
                                                        .get(MadeUpDays.FIRST.plusDays(day))
                                        + random.nextGaussian());
        List<DailyValue> weather =
                values("outside_temperature", new Scope("site", "town"), temperatures);

        assertThat(of(MARCH.plusMonths(1), values("dc_energy_total", cooled))).hasSize(1);
        assertThat(of(MARCH.plusMonths(1), with(values("dc_energy_total", cooled), weather)))
                .isEmpty();
        assertThat(
                        of(
                                MARCH.plusMonths(1),
                                with(
                                        values("dc_energy_total", cooled.withStep(STEP, -15)),
                                        weather)))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.weather()).isEqualTo(Weather.FREED);
                            assertThat(it.verdict()).isEqualTo(Verdict.SHIFT);
                        });
    }

    @Test
    void tellsWhetherItShiftedTheSameWayAYearBefore() {
        int holidays = STEP - MadeUpDays.YEAR + 90;
        MadeUpDays thisYear = made().withStep(holidays + MadeUpDays.YEAR, -10);
        YearMonth month = MARCH.plusMonths(4);

        assertThat(of(month, values("it_energy", thisYear.withStep(holidays + 3, -8))))
                .extracting(ToldShift::yearBefore)
                .containsExactly(YearBefore.ALIKE);
        assertThat(of(month, values("it_energy", thisYear.withStep(holidays + 3, 8))))
                .extracting(ToldShift::yearBefore)
                .containsExactly(YearBefore.NONE);
        assertThat(of(month, values("it_energy", thisYear.without(0, holidays))))
                .extracting(ToldShift::yearBefore)
                .containsExactly(YearBefore.UNKNOWN);
    }

    @Test
    void namesWhatIsOnRecord() {
        List<Measure> measures =
                List.of(OccasionsTest.measure("it_energy", HALL, STEPPED_ON.minusDays(2)));

        assertThat(
                        Shifts.of(
                                MARCH.plusMonths(1),
                                conditions(List.of(), measures),
                                values("it_energy", made().withStep(STEP, -10))))
                .extracting(ToldShift::occasions)
                .containsExactly(List.of("measure less"));
    }

    /** As month after month looks again. */
    @Test
    void fewSeriesWithoutAShiftShowOneInAYearOfMonths() {
        Random random = new Random(9);
        int found = 0;
        for (int i = 0; i < 100; i++) {
            Season season = i % 2 == 0 ? Season.NONE : Season.WAVE;
            List<DailyValue> days =
                    values("it_energy", MadeUpDays.of(TWO_YEARS, season, 0.3, 3, random));
            boolean isFound = false;
            for (int month = 0; month < 12; month++) {
                isFound |= !of(YearMonth.of(2026, 1).plusMonths(month), days).isEmpty();
            }
            found += isFound ? 1 : 0;
        }
        assertThat(found).isLessThanOrEqualTo(10);
    }

    private static MadeUpDays made() {
        return MadeUpDays.of(TWO_YEARS, Season.NONE, 0.3, 1, new Random(2));
    }

    private static List<ToldShift> of(YearMonth month, List<DailyValue> days) {
        return Shifts.of(month, conditions(List.of(), List.of()), days);
    }

    private static Shifts.Conditions conditions(
            List<Threshold> thresholds, List<Measure> measures) {
        return new Shifts.Conditions(
                List.of(OccasionsTest.meter("hall")),
                MadeUpDays::isWorkday,
                thresholds,
                OccasionsTest.of(measures, List.of(), List.of()));
    }

    private static Threshold threshold(String name, String value, LocalDate from) {
        return new Threshold(name, new BigDecimal(value), "", from, Optional.empty(), "", "P");
    }

    private static List<DailyValue> values(String kpiId, MadeUpDays days) {
        return values(kpiId, HALL, days);
    }

    private static List<DailyValue> values(String kpiId, Scope scope, MadeUpDays days) {
        return days.values().entrySet().stream()
                .map(it -> new DailyValue(kpiId, scope, it.getKey(), it.getValue()))
                .toList();
    }

    private static List<DailyValue> with(List<DailyValue> some, List<DailyValue> others) {
        List<DailyValue> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
