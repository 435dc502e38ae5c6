package eu.wattpeil.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.MeasureResult;
import eu.wattpeil.kpi.engine.MeasureResult.Effect;
import eu.wattpeil.kpi.engine.MeasureResult.Verdict;
import eu.wattpeil.statistics.WelchDifference;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.MeasureStory;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Tags;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class MeasuredEffectTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final Scope ROOM = new Scope("room", "hall");
    private static final Scope OTHER = new Scope("room", "annex");
    private static final int SERIES = 200;

    @Test
    void changeIsThatOfADayAndNotOfTheWeek() {
        List<DailyValue> days =
                days(ROOM, day -> (day.isBefore(START) ? 100 : 90) + (isWorkday(day) ? 40 : 0));

        MeasureResult result = by(MAY, measure(Optional.empty()), days);

        assertThat(result.verdict()).isEqualTo(Verdict.EFFECT);
        assertThat(result.effect().map(Effect::change).orElseThrow()).isCloseTo(-10, within(1e-9));
        assertThat(result.effect().map(Effect::before).orElseThrow())
                .isCloseTo(100 + 40 * 5.0 / 7, within(1e-9));
        assertThat(result.firstResultOn()).contains(LocalDate.of(2026, 3, 31));
    }

    @Test
    void cannotBeToldBeforeFourWeeksAreKnownOnBothSides() {
        List<DailyValue> days = days(ROOM, day -> day.isBefore(START) ? 100 : 90);
        List<DailyValue> late =
                days.stream().filter(it -> !it.day().isBefore(START.minusDays(27))).toList();

        assertThat(by(YearMonth.of(2026, 2), measure(Optional.empty()), days).verdict())
                .isEqualTo(Verdict.CANNOT_BE_TOLD_YET);
        assertThat(by(MAY, measure(Optional.empty()), late).verdict())
                .isEqualTo(Verdict.CANNOT_BE_TOLD_YET);
        assertThat(by(MAY, measure(Optional.empty()), late).firstResultOn()).isEmpty();
    }

    @Test
    void seesNothingBeyondTwelveWeeksNorAfterItsEnd() {
        List<DailyValue> days =
                days(
                        ROOM,
                        day ->
                                day.isBefore(START.minusDays(MeasureResult.DAYS))
                                                || !day.isBefore(START.plusDays(MeasureResult.DAYS))
                                        ? 1000
                                        : 100);

        MeasureResult result = by(YearMonth.of(2026, 8), measure(Optional.empty()), days);

        assertThat(result.effect().map(Effect::change).orElseThrow()).isCloseTo(0, within(1e-9));
        assertThat(result.verdict()).isEqualTo(Verdict.NO_EFFECT_SHOWN);
    }

    @Test
    void whatHappensInTheControlTooIsTakenOff() {
        Random random = new Random(1);
        List<DailyValue> days = new ArrayList<>();
        for (DailyValue value : days(ROOM, day -> day.isBefore(START) ? 100 : 70)) {
            double weather = 5 * random.nextGaussian();
            days.add(new DailyValue(value.kpiId(), ROOM, value.day(), value.value() + weather));
            double other = 50 + weather - (value.day().isBefore(START) ? 0 : 30);
            days.add(new DailyValue(value.kpiId(), OTHER, value.day(), other));
        }

        MeasureResult alone = by(MAY, measure(Optional.empty()), days);
        MeasureResult controlled = by(MAY, measure(Optional.of(OTHER)), days);

        assertThat(alone.verdict()).isEqualTo(Verdict.EFFECT);
        assertThat(controlled.verdict()).isEqualTo(Verdict.NO_EFFECT_SHOWN);
        assertThat(controlled.effect().map(Effect::change).orElseThrow())
                .isCloseTo(0, within(1e-9));
    }

    /** Cooling takes 4 kWh a degree day; after the start it is warmer. */
    @Test
    void whatTheWeatherDidIsNoEffect() {
        Random random = new Random(1);
        List<DailyValue> weather = weather(random, day -> true);
        List<DailyValue> days = cooled(weather, random, 0);

        MeasureResult blind = by(MAY, measure("dc_energy_total", Optional.empty()), days);
        days.addAll(weather);
        MeasureResult told = by(MAY, measure("dc_energy_total", Optional.empty()), days);

        assertThat(blind.verdict()).isEqualTo(Verdict.EFFECT);
        assertThat(blind.effect().map(Effect::low).orElseThrow()).isPositive();
        assertThat(told.verdict()).isEqualTo(Verdict.NO_EFFECT_SHOWN);
    }

    @Test
    void effectIsFreedOfTheWeatherThatHidesIt() {
        Random random = new Random(1);
        List<DailyValue> weather = weather(random, day -> true);
        List<DailyValue> days = cooled(weather, random, -10);
        days.addAll(weather);

        MeasureResult result = by(MAY, measure("dc_energy_total", Optional.empty()), days);

        assertThat(result.verdict()).isEqualTo(Verdict.EFFECT);
        assertThat(result.effect().map(Effect::change).orElseThrow()).isCloseTo(-10, within(1.0));
    }

    @Test
    void daysOfUnknownWeatherAreNotCompared() {
        Random random = new Random(1);
        List<DailyValue> weather = weather(random, day -> day.getDayOfMonth() != 7);
        List<DailyValue> days = cooled(weather(new Random(1), day -> true), random, 0);
        days.replaceAll(
                it ->
                        it.day().getDayOfMonth() == 7
                                ? new DailyValue(it.kpiId(), ROOM, it.day(), 9_000)
                                : it);
        days.addAll(weather);

        MeasureResult result = by(MAY, measure("dc_energy_total", Optional.empty()), days);

        assertThat(result.effect().map(Effect::high).orElseThrow()).isLessThan(10);
    }

    @Test
    void weatherDoesNothingToItEquipmentNorWhereTheControlHasIt() {
        Random random = new Random(1);
        List<DailyValue> weather = weather(random, day -> true);
        List<DailyValue> days = days(ROOM, day -> (day.isBefore(START) ? 100 : 90));
        List<DailyValue> total = new ArrayList<>(cooled(weather, random, 0));
        cooled(weather, new Random(2), 0)
                .forEach(it -> total.add(new DailyValue(it.kpiId(), OTHER, it.day(), it.value())));
        MeasureResult it = by(MAY, measure(Optional.empty()), days);
        MeasureResult controlled = by(MAY, measure("dc_energy_total", Optional.of(OTHER)), total);
        List<DailyValue> told = new ArrayList<>(days);
        told.addAll(weather);
        total.addAll(weather);

        assertThat(by(MAY, measure(Optional.empty()), told)).isEqualTo(it);
        assertThat(by(MAY, measure("dc_energy_total", Optional.of(OTHER)), total))
                .isEqualTo(controlled);
    }

    @Test
    void coldDaysAloneTellNothingOfTheWeather() {
        Random random = new Random(1);
        List<DailyValue> days = cooled(weather(random, day -> true), random, 0);
        MeasureResult blind = by(MAY, measure("dc_energy_total", Optional.empty()), days);
        days(new Scope("site", "site"), day -> 0)
                .forEach(
                        it ->
                                days.add(
                                        new DailyValue(
                                                "cooling_degree_days",
                                                it.scope(),
                                                it.day(),
                                                it.value())));

        assertThat(by(MAY, measure("dc_energy_total", Optional.empty()), days)).isEqualTo(blind);
    }

    /** From the start on days vary five times as much, as where people try things out. */
    @Test
    void intervalIsNoNarrowerThanWelchsWhereOneSideVariesMore() {
        for (long seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            List<DailyValue> days =
                    days(ROOM, day -> 100 + (day.isBefore(START) ? 2 : 10) * random.nextGaussian());

            MeasureResult result =
                    MeasuredEffect.by(
                            YearMonth.of(2026, 3),
                            measure(Optional.empty()),
                            days,
                            Optional.empty(),
                            day -> true);

            Effect effect = result.effect().orElseThrow();
            WelchDifference alone =
                    WelchDifference.of(
                            between(days, START.minusDays(84), START),
                            between(days, START, START.plusDays(31)));
            assertThat(effect.change()).isCloseTo(alone.difference(), within(1e-9));
            assertThat(effect.high() - effect.change())
                    .as("seed %s", seed)
                    .isGreaterThanOrEqualTo(alone.margin(0.025) - 1e-9);
        }
    }

    private static double[] between(List<DailyValue> days, LocalDate from, LocalDate until) {
        return days.stream()
                .filter(it -> !it.day().isBefore(from) && it.day().isBefore(until))
                .mapToDouble(DailyValue::value)
                .toArray();
    }

    /** Degree days of the site: some days before the start, more after it. */
    private static List<DailyValue> weather(Random random, Predicate<LocalDate> isKnown) {
        List<DailyValue> days = new ArrayList<>();
        for (DailyValue day : days(new Scope("site", "site"), day -> 0)) {
            double warmth = (day.day().isBefore(START) ? -2 : 3) + 3 * random.nextGaussian();
            if (isKnown.test(day.day())) {
                days.add(
                        new DailyValue(
                                "cooling_degree_days",
                                day.scope(),
                                day.day(),
                                Math.max(0, warmth)));
            }
        }
        return days;
    }

    private static List<DailyValue> cooled(List<DailyValue> weather, Random random, double step) {
        List<DailyValue> days = new ArrayList<>();
        for (DailyValue day : weather) {
            double value =
                    100
                            + 4 * day.value()
                            + (day.day().isBefore(START) ? 0 : step)
                            + 2 * random.nextGaussian();
            days.add(new DailyValue("dc_energy_total", ROOM, day.day(), value));
        }
        return days;
    }

    @Test
    void fewSeriesWithoutAnEffectShowOne() {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(shown(seed, 0)).as("seed %s", seed).isLessThanOrEqualTo(SERIES / 10);
        }
    }

    @Test
    void stepOfATenthIsFound() {
        long seed = new Random().nextLong();

        assertThat(shown(seed, -10)).as("seed %s", seed).isGreaterThan(SERIES * 9 / 10);
    }

    /** How many of random series show an effect: a week, and noise like that of the day before. */
    private static int shown(long seed, double step) {
        Random random = new Random(seed);
        int shown = 0;
        for (int i = 0; i < SERIES; i++) {
            double[] noise = {0};
            List<DailyValue> days =
                    days(
                            ROOM,
                            day -> {
                                noise[0] = 0.5 * noise[0] + 3 * random.nextGaussian();
                                return 100
                                        + (isWorkday(day) ? 20 : 0)
                                        + (day.isBefore(START) ? 0 : step)
                                        + noise[0];
                            });
            boolean isShown = by(MAY, measure(Optional.empty()), days).verdict() == Verdict.EFFECT;
            shown += isShown ? 1 : 0;
        }
        return shown;
    }

    private static List<DailyValue> days(Scope scope, ToDoubleFunction<LocalDate> value) {
        return LocalDate.of(2025, 9, 1)
                .datesUntil(LocalDate.of(2026, 9, 1))
                .map(day -> new DailyValue("it_energy", scope, day, value.applyAsDouble(day)))
                .toList();
    }

    private static MeasureResult by(YearMonth month, Measure measure, List<DailyValue> days) {
        return MeasuredEffect.by(
                month, measure, days, Optional.of("site"), MeasuredEffectTest::isWorkday);
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Measure measure(Optional<Scope> control) {
        return measure("it_energy", control);
    }

    private static Measure measure(String kpiId, Optional<Scope> control) {
        return new Measure(
                "eight-servers-less",
                Map.of(),
                kpiId,
                ROOM,
                START,
                Optional.empty(),
                control,
                true,
                Optional.empty(),
                Optional.empty(),
                Tags.NONE,
                MeasureStory.NONE,
                new Place("config/measures.yaml", 1));
    }
}
