package eu.wattpeil.kpi.shift;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * Days of a KPI of about 100 with noise of which each day keeps a share, and the weather that they
 * were made with.
 *
 * @param weather by day: the temperature outside, its square and cube, and cooling degree days
 */
record MadeUpDays(NavigableMap<LocalDate, Double> values, Map<LocalDate, List<Double>> weather) {

    static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    static final int YEAR = 365;

    /** How the values follow the time of the year. */
    enum Season {
        NONE,
        /** Up and down by 15, the highest day anywhere in the year. */
        WAVE,
        /** By 4 for each cooling degree day, in a place where summers are hot. */
        COOLING_DEGREE_DAYS,
        /** By 1.2 for each degree above 12 outside. */
        TEMPERATURE
    }

    static MadeUpDays of(int days, IntToDoubleFunction value) {
        NavigableMap<LocalDate, Double> values = new TreeMap<>();
        for (int day = 0; day < days; day++) {
            values.put(FIRST.plusDays(day), value.applyAsDouble(day));
        }
        return new MadeUpDays(values, Map.of());
    }

    /**
     * Random ones.
     *
     * @param kept share of its noise that a day hands to the next one
     * @param deviation of the noise
     */
    static MadeUpDays of(int days, Season season, double kept, double deviation, Random random) {
        NavigableMap<LocalDate, Double> values = new TreeMap<>();
        Map<LocalDate, List<Double>> weather = new HashMap<>();
        double noise = deviation * random.nextGaussian();
        double highest = YEAR * random.nextDouble();
        double warmer = 0;
        boolean isHot = season == Season.COOLING_DEGREE_DAYS;
        for (int i = 0; i < days; i++) {
            LocalDate day = FIRST.plusDays(i);
            noise = kept * noise + deviation * Math.sqrt(1 - kept * kept) * random.nextGaussian();
            warmer = 0.8 * warmer + 2.4 * random.nextGaussian();
            double temperature = (isHot ? 15 : 11) + (isHot ? 11 : 8) * wave(i - 110) + warmer;
            double cooling = temperature >= 24 ? temperature - 21 : 0;
            double scaled = (temperature - 10) / 10;
            weather.put(day, List.of(cooling, scaled, scaled * scaled, scaled * scaled * scaled));
            double ofSeason =
                    switch (season) {
                        case NONE -> 0;
                        case WAVE -> 15 * wave(i - highest);
                        case COOLING_DEGREE_DAYS -> 4 * cooling;
                        case TEMPERATURE -> 1.2 * Math.max(0, temperature - 12);
                    };
            values.put(day, 100 + (isWorkday(day) ? 10 : 0) + ofSeason + noise);
        }
        return new MadeUpDays(values, weather);
    }

    private static double wave(double day) {
        return Math.sin(2 * Math.PI * day / YEAR);
    }

    /** The same with another level from a day on. */
    MadeUpDays withStep(int day, double height) {
        NavigableMap<LocalDate, Double> stepped = new TreeMap<>(values);
        stepped.tailMap(FIRST.plusDays(day), true).replaceAll((it, value) -> value + height);
        return new MadeUpDays(stepped, weather);
    }

    /** The same without some days, from one on until before another. */
    MadeUpDays without(int from, int until) {
        NavigableMap<LocalDate, Double> known = new TreeMap<>(values);
        known.subMap(FIRST.plusDays(from), FIRST.plusDays(until)).clear();
        return new MadeUpDays(known, weather);
    }

    /** All shifts, as far as days tell them. */
    List<Shift> shifts() {
        return shifts(Map.of());
    }

    /** The same where the weather is known. */
    List<Shift> shiftsOfKnownWeather() {
        return shifts(weather);
    }

    private List<Shift> shifts(Map<LocalDate, List<Double>> known) {
        return DailySeries.of(values, known, MadeUpDays::isWorkday)
                .map(DailySeries::shifts)
                .orElse(List.of());
    }

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
