package eu.wattpeil.kpi.change;

import static eu.wattpeil.kpi.change.ChangeCases.CONDITIONS;
import static eu.wattpeil.kpi.change.ChangeCases.ROOM;
import static eu.wattpeil.kpi.change.ChangeCases.activity;
import static eu.wattpeil.kpi.change.ChangeCases.overhead;
import static eu.wattpeil.kpi.change.ChangeCases.sum;
import static eu.wattpeil.kpi.change.ChangeCases.value;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Makeup;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the weather changed in June and July 2026. On twelve days of June and seventeen of July
 * there are cooling degree days: 35 and 50.
 */
class WeatherTest {

    private static final Scope TOWN = new Scope("site", "town");
    private static final Kpi ENERGY = sum("dc_energy_total", Kpi.Per.DAY, activity("it_energy"));
    private static final Kpi COOLING = sum("cooling_energy", Kpi.Per.DAY, overhead());

    private static final Predicate<LocalDate> EVERY_DAY = day -> true;

    /** IT of 100 kWh a day, cooling of 20 and 2 a degree day, 10 of the rest. */
    @Test
    void isAPartOfItsOwnInTheEnergyOfARoom() {
        Change change =
                change(
                        ENERGY,
                        days(EVERY_DAY, day -> 130 + 2 * degrees(day)),
                        value("dc_energy_total", "2026-06", 3900 + 70),
                        value("dc_energy_total", "2026-07", 4030 + 100),
                        value("it_energy", "2026-06", 3000),
                        value("it_energy", "2026-07", 3100));

        assertThat(change.parts())
                .isEqualTo(
                        Map.of(
                                Cause.DAYS, amount("130"),
                                Cause.ACTIVITY, amount("0"),
                                Cause.EFFICIENCY, amount("0"),
                                Cause.WEATHER, amount("30")));
        assertThat(change.weatherUntold()).isEmpty();
    }

    @Test
    void isAPartOfItsOwnInTheEnergyOfCooling() {
        Change change =
                change(
                        COOLING,
                        days(EVERY_DAY, day -> 20 + 2 * degrees(day)),
                        value("cooling_energy", "2026-06", 600 + 70),
                        value("cooling_energy", "2026-07", 620 + 100));

        assertThat(change.parts())
                .isEqualTo(
                        Map.of(
                                Cause.DAYS, amount("20"),
                                Cause.EFFICIENCY, amount("0"),
                                Cause.WEATHER, amount("30")));
    }

    /** Computed apart, by the closed form of a line of least squares: b1 = 1.986970, R² = 0.992. */
    @Test
    void isWhatTheRegressionOfTheDaysExpects() {
        List<DailyValue> days = new ArrayList<>(weather(EVERY_DAY));
        days().forEach(
                        day -> {
                            int noise =
                                    (day.getDayOfMonth() * 37 + day.getMonthValue() * 5) % 11 - 5;
                            double it = 100 + day.getDayOfMonth() * 13 % 7;
                            days.add(of("it_energy", day, it));
                            days.add(
                                    of(
                                            "dc_energy_total",
                                            day,
                                            it + 30 + 2 * degrees(day) + noise / 10.0));
                        });
        Change change =
                change(
                        ENERGY,
                        days,
                        value("dc_energy_total", "2026-06", 4065.3),
                        value("dc_energy_total", "2026-07", 4228.9),
                        value("it_energy", "2026-06", 3095),
                        value("it_energy", "2026-07", 3199));

        assertThat(change.parts())
                .isEqualTo(
                        Map.of(
                                // What rounding leaves, 0.000001, is with the largest part.
                                Cause.DAYS,
                                amount("133.201604"),
                                Cause.ACTIVITY,
                                amount("0.819892"),
                                Cause.EFFICIENCY,
                                amount("-0.226049"),
                                Cause.WEATHER,
                                amount("29.804553")));
    }

    /** Of June two days are not known: 35 degree days in 28 days are 37.5 in 30. */
    @Test
    void isCompletedWhereFewDaysAreNotKnown() {
        Change change = cooling(days(day -> !isBetween(day, "2026-06-13", "2026-06-14"), plain()));

        assertThat(change.parts().get(Cause.WEATHER)).isEqualTo(amount("25"));
    }

    @Test
    void isNotToldWhereTheWeatherOfAMonthIsNotKnown() {
        for (List<DailyValue> days :
                List.of(
                        days(day -> false, plain()),
                        days(day -> !isBetween(day, "2026-06-13", "2026-06-16"), plain()))) {
            assertUntold(cooling(days), "weather_unknown");
        }
    }

    @Test
    void isNotToldOfAScopeOnSeveralSites() {
        Weather.Conditions several =
                new Weather.Conditions(
                        scope -> Optional.empty(),
                        CONDITIONS.weather().leastKnown(),
                        CONDITIONS.weather().leastDays(),
                        CONDITIONS.weather().leastExplained());
        Weather weather = new Weather(several, days(EVERY_DAY, plain()));
        KpiValue now = value("cooling_energy", "2026-07", 720);

        assertThat(weather.untold(COOLING, now, now)).contains(Weather.Untold.WEATHER_UNKNOWN);
        assertThat(weather.of(COOLING, now)).isEmpty();
    }

    /** The energy of nine warm days is known, of which ten are needed. */
    @Test
    void isNotToldWhereTooFewDaysWereWarm() {
        List<DailyValue> days = new ArrayList<>(weather(EVERY_DAY));
        days().filter(it -> degrees(it) == 0 || isBetween(it, "2026-06-01", "2026-06-09"))
                .forEach(it -> days.add(of("cooling_energy", it, plain().applyAsDouble(it))));

        assertUntold(cooling(days), "too_few_warm_days");
        LocalDate tenth = LocalDate.of(2026, 6, 10);
        days.add(of("cooling_energy", tenth, plain().applyAsDouble(tenth)));
        assertThat(cooling(days).weatherUntold()).isEmpty();
    }

    @Test
    void isNotToldWhereDegreeDaysExplainLittleOrTheEnergyFallsWithThem() {
        assertUntold(
                cooling(days(EVERY_DAY, day -> 20 + day.getDayOfMonth() * 7 % 5)),
                "weather_explains_little");
        assertUntold(
                cooling(days(EVERY_DAY, day -> 50 - 2 * degrees(day))), "weather_explains_little");
        assertUntold(cooling(days(EVERY_DAY, day -> 20)), "weather_explains_little");
    }

    @Test
    void hasNoPartInWhatIsNotCooled() {
        Kpi it = sum("it_energy", Kpi.Per.DAY, Makeup.PLAIN);
        Change change =
                change(
                        it,
                        days(day -> false, plain()),
                        value("it_energy", "2026-06", 3000),
                        value("it_energy", "2026-07", 3100));

        assertThat(change.parts()).containsOnlyKeys(Cause.DAYS, Cause.ACTIVITY);
        assertThat(change.weatherUntold()).isEmpty();
    }

    private static void assertUntold(Change change, String reason) {
        assertThat(change.parts()).containsOnlyKeys(Cause.DAYS, Cause.EFFICIENCY);
        assertThat(change.parts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(amount("50"));
        assertThat(change.weatherUntold()).contains(reason);
        assertThat(change.reason()).isEmpty();
    }

    private static Change cooling(List<DailyValue> days) {
        return change(
                COOLING,
                days,
                value("cooling_energy", "2026-06", 670),
                value("cooling_energy", "2026-07", 720));
    }

    private static Change change(Kpi kpi, List<DailyValue> days, KpiValue... values) {
        return Changes.of(
                        values[1].month(),
                        CONDITIONS,
                        new Changes.Made(List.of(), days),
                        List.of(kpi),
                        List.of(values).stream()
                                .filter(it -> it.month().equals(values[1].month()))
                                .toList(),
                        List.of(values).stream()
                                .filter(it -> it.month().equals(values[0].month()))
                                .toList())
                .stream()
                .filter(it -> it.against() == Against.MONTH_BEFORE)
                .findFirst()
                .orElseThrow();
    }

    /** Days of both KPIs of that energy, IT of 100 kWh, and the weather of some of them. */
    private static List<DailyValue> days(
            Predicate<LocalDate> isKnown, ToDoubleFunction<LocalDate> energy) {
        List<DailyValue> days = new ArrayList<>(weather(isKnown));
        days().forEach(
                        day -> {
                            days.add(of("it_energy", day, 100));
                            days.add(of("dc_energy_total", day, energy.applyAsDouble(day)));
                            days.add(of("cooling_energy", day, energy.applyAsDouble(day)));
                        });
        return days;
    }

    private static ToDoubleFunction<LocalDate> plain() {
        return day -> 20 + 2 * degrees(day);
    }

    private static List<DailyValue> weather(Predicate<LocalDate> isKnown) {
        return days().filter(isKnown)
                .map(it -> new DailyValue("cooling_degree_days", TOWN, it, degrees(it)))
                .toList();
    }

    /** The days of June and July. */
    private static Stream<LocalDate> days() {
        return LocalDate.of(2026, 6, 1).datesUntil(LocalDate.of(2026, 8, 1));
    }

    private static double degrees(LocalDate day) {
        int last = day.getMonthValue() == 6 ? 12 : 17;
        return day.getDayOfMonth() <= last ? day.getDayOfMonth() % 5 + 1 : 0;
    }

    private static boolean isBetween(LocalDate day, String first, String last) {
        return !day.isBefore(LocalDate.parse(first)) && !day.isAfter(LocalDate.parse(last));
    }

    private static DailyValue of(String kpiId, LocalDate day, double value) {
        return new DailyValue(kpiId, ROOM, day, value);
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount).setScale(Change.DECIMALS);
    }
}
