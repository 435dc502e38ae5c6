package eu.wattpeil.kpi.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.wattpeil.kpi.shift.MadeUpDays.Season;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DailySeriesTest {

    private static final int SERIES = 200;

    @ParameterizedTest
    @CsvSource({"0.3, 2", "0.3, 5", "0.6, 5"})
    void fewSeriesWithoutAShiftShowOne(double kept, double deviation) {
        for (int days : new int[] {DailySeries.MINIMUM_DAYS, MadeUpDays.YEAR}) {
            for (Season season : List.of(Season.NONE, Season.WAVE)) {
                assertThat(withShifts(days, season, kept, deviation, MadeUpDays::shifts))
                        .as("%s, %s days", season, days)
                        .isLessThanOrEqualTo(SERIES / 10);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Season.class,
            names = {"COOLING_DEGREE_DAYS", "TEMPERATURE"})
    void fewShowOneWhereTheKnownWeatherDrivesThem(Season season) {
        for (double deviation : new double[] {2, 5}) {
            assertThat(
                            withShifts(
                                    MadeUpDays.YEAR,
                                    season,
                                    0.3,
                                    deviation,
                                    MadeUpDays::shiftsOfKnownWeather))
                    .as("deviation %s", deviation)
                    .isLessThanOrEqualTo(SERIES / 10);
        }
    }

    private static int withShifts(
            int days,
            Season season,
            double kept,
            double deviation,
            Function<MadeUpDays, List<Shift>> shifts) {
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < SERIES; i++) {
            MadeUpDays made = MadeUpDays.of(days, season, kept, deviation, random);
            found += shifts.apply(made).isEmpty() ? 0 : 1;
        }
        return found;
    }

    /** Four weeks and five months after it; noise of a fifth of it. */
    @ParameterizedTest
    @EnumSource(Season.class)
    void mostStepsOfATenthAreFound(Season season) {
        for (int daysAfter : new int[] {28, 150}) {
            Random random = new Random(11);
            int step = MadeUpDays.YEAR - daysAfter;
            int found = 0;
            int covered = 0;
            for (int i = 0; i < SERIES; i++) {
                MadeUpDays days =
                        MadeUpDays.of(MadeUpDays.YEAR, season, 0.3, 2, random).withStep(step, -10);
                boolean isOfWeather = season != Season.NONE && season != Season.WAVE;
                for (Shift shift : isOfWeather ? days.shiftsOfKnownWeather() : days.shifts()) {
                    boolean isIt =
                            shift.isLevel()
                                    && Math.abs(
                                                    ChronoUnit.DAYS.between(
                                                            MadeUpDays.FIRST.plusDays(step),
                                                            shift.day()))
                                            <= 3;
                    found += isIt ? 1 : 0;
                    covered += isIt && shift.low() <= -10 && shift.high() >= -10 ? 1 : 0;
                }
            }
            assertThat(found).as("%s days", daysAfter).isGreaterThan(SERIES * 9 / 10);
            assertThat(covered).as("%s days", daysAfter).isGreaterThan(found * 9 / 10);
        }
    }

    /** No other day is told in its place: 28 before the end is the last day that could be. */
    @ParameterizedTest
    @ValueSource(ints = {14, 24, 27})
    void aStepOfTooFewDaysIsNoLevelYetAndKeepsItsDay(int daysAfter) {
        int step = MadeUpDays.YEAR - daysAfter;
        Random random = new Random(5);
        int found = 0;
        for (int i = 0; i < SERIES; i++) {
            List<Shift> shifts =
                    MadeUpDays.of(MadeUpDays.YEAR, Season.NONE, 0.3, 1, random)
                            .withStep(step, -10)
                            .shifts();
            assertThat(shifts).noneMatch(Shift::isLevel);
            found +=
                    shifts.stream().anyMatch(it -> it.day().equals(MadeUpDays.FIRST.plusDays(step)))
                            ? 1
                            : 0;
        }
        assertThat(found).isGreaterThan(SERIES * 9 / 10);
    }

    @Test
    void theSameStepIsALevelOnceFourWeeksAreKnown() {
        int step = MadeUpDays.YEAR - 40;

        assertThat(
                        MadeUpDays.of(MadeUpDays.YEAR, Season.NONE, 0.3, 1, new Random(5))
                                .withStep(step, -10)
                                .shifts())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.isLevel()).isTrue();
                            assertThat(it.day()).isEqualTo(MadeUpDays.FIRST.plusDays(step));
                        });
    }

    @Test
    void levelsAreThoseOfAUsualDay() {
        MadeUpDays days =
                MadeUpDays.of(
                        140,
                        day ->
                                50
                                        + (MadeUpDays.isWorkday(MadeUpDays.FIRST.plusDays(day))
                                                ? 14
                                                : 0)
                                        - (day < 70 ? 0 : 7));

        Shift shift = days.shifts().get(0);

        assertThat(shift.day()).isEqualTo(MadeUpDays.FIRST.plusDays(70));
        assertThat(shift.knownUntil()).isEqualTo(MadeUpDays.FIRST.plusDays(69));
        assertThat(shift.before()).isCloseTo(60, within(0.5));
        assertThat(shift.change()).isCloseTo(-7, within(0.5));
        assertThat(shift.daysAfter()).isEqualTo(70);
    }

    @Test
    void daysThatAreNotKnownAreNotPassedOver() {
        List<Shift> shifts =
                MadeUpDays.of(MadeUpDays.YEAR, Season.NONE, 0, 1, new Random(3))
                        .withStep(200, -10)
                        .without(190, 215)
                        .shifts();

        assertThat(shifts).hasSize(1);
        assertThat(shifts.get(0).day()).isEqualTo(MadeUpDays.FIRST.plusDays(215));
        assertThat(shifts.get(0).knownUntil()).isEqualTo(MadeUpDays.FIRST.plusDays(189));
    }

    /** Both run for two weeks, old and new: the level of these weeks is one in passing. */
    @Test
    void aLevelInPassingIsNoneAndHidesNone() {
        Random random = new Random(1);
        MadeUpDays days = MadeUpDays.of(MadeUpDays.YEAR, Season.NONE, 0, 1, random);

        assertThat(days.withStep(200, 15).withStep(216, -15).shifts()).isEmpty();
        assertThat(days.withStep(200, 15).withStep(216, -30).shifts())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.day()).isEqualTo(MadeUpDays.FIRST.plusDays(216));
                            assertThat(it.knownUntil()).isEqualTo(MadeUpDays.FIRST.plusDays(199));
                            assertThat(it.change()).isCloseTo(-15, within(3.0));
                        });
    }

    @Test
    void aStepBesideASlopeIsOfItsOwnHeight() {
        Random random = new Random(1);
        MadeUpDays days =
                MadeUpDays.of(
                        MadeUpDays.YEAR,
                        day -> 100 + 0.1 * day - (day < 200 ? 0 : 10) + random.nextGaussian());

        assertThat(days.shifts())
                .singleElement()
                .satisfies(it -> assertThat(it.change()).isCloseTo(-10, within(2.0)));
    }

    @Test
    void fewDaysTellNothing() {
        assertThat(
                        DailySeries.of(
                                MadeUpDays.of(DailySeries.MINIMUM_DAYS - 1, day -> day).values(),
                                Map.of(),
                                MadeUpDays::isWorkday))
                .isEmpty();
    }

    @Test
    void daysOfUnknownWeatherDoNotCountWhereItIsKnown() {
        MadeUpDays days = MadeUpDays.of(MadeUpDays.YEAR, Season.NONE, 0, 1, new Random(3));
        MadeUpDays known = days.without(0, MadeUpDays.YEAR - 59);

        assertThat(
                        DailySeries.of(
                                days.values(),
                                Map.of(MadeUpDays.FIRST, List.of(1.0)),
                                MadeUpDays::isWorkday))
                .isEmpty();
        assertThat(known.shiftsOfKnownWeather()).isEmpty();
    }

    @Test
    void anOddDayIsNoShift() {
        Random random = new Random(1);

        assertThat(
                        MadeUpDays.of(
                                        MadeUpDays.YEAR,
                                        day -> (day == 200 ? 0 : 100) + random.nextGaussian())
                                .shifts())
                .isEmpty();
    }

    @Test
    void aLevelThatNeverVariesHasNoShift() {
        assertThat(MadeUpDays.of(MadeUpDays.YEAR, day -> 0.1).shifts()).isEmpty();
    }
}
