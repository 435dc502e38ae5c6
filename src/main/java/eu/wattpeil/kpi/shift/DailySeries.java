package eu.wattpeil.kpi.shift;

import eu.wattpeil.statistics.LevelShifts;
import eu.wattpeil.statistics.Noise;
import eu.wattpeil.statistics.Regression;
import eu.wattpeil.statistics.SteppedTrend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The known days of a KPI in a scope, freed of what working days and the weather explain. What
 * these change is told by the differences from one day to the next, in which a shift of the level
 * is one among many.
 *
 * <p>The best split into levels proposes shifts. Only those hold that are steps beside whatever
 * trend the weeks about them have: a season climbs and falls, and does not jump.
 */
final class DailySeries {

    /** Fewer known days tell no two levels apart. */
    static final int MINIMUM_DAYS = 60;

    /** A level is one that at least so many known days stand on. */
    static final int SHORTEST = 28;

    /** Known days after which a step is looked for. */
    private static final int FIRST_SEEN = 14;

    /** Known days on either side that the trend is told by: over more, a season bends twice. */
    private static final int ABOUT = 84;

    /**
     * How seldom noise alone makes so high a step. Each place and each month is a trial, so that it
     * takes this for at most one series in ten without a shift to show one in a year of months.
     */
    private static final double SELDOM = 0.001;

    /** Of a two-sided interval of 95 %, what lies above it. */
    private static final double UPPER_TAIL = 0.025;

    private static final double LAST_DIGIT = 1e-6;

    private final List<LocalDate> days;
    private final double[] levels;
    private final Noise noise;

    private DailySeries(List<LocalDate> days, double[] values) {
        this.days = days;
        this.noise = Noise.of(values).atLeast(digit(values));
        this.levels = noise.usual(values);
    }

    /**
     * That of some days; empty where too few are known.
     *
     * @param weather what drives it, by day, as many numbers of each; where it is not empty, only
     *     its days count
     */
    static Optional<DailySeries> of(
            NavigableMap<LocalDate, Double> values,
            Map<LocalDate, List<Double>> weather,
            Predicate<LocalDate> isWorkday) {
        List<LocalDate> days =
                values.keySet().stream()
                        .filter(it -> weather.isEmpty() || weather.containsKey(it))
                        .toList();
        if (days.size() < MINIMUM_DAYS) {
            return Optional.empty();
        }
        double[] known = days.stream().mapToDouble(values::get).toArray();
        List<double[]> drivers = new ArrayList<>();
        drivers.add(days.stream().mapToDouble(it -> isWorkday.test(it) ? 1 : 0).toArray());
        int count = weather.values().stream().mapToInt(List::size).findFirst().orElse(0);
        for (int i = 0; i < count; i++) {
            int index = i;
            drivers.add(
                    days.stream()
                            .mapToDouble(it -> Objects.requireNonNull(weather.get(it)).get(index))
                            .toArray());
        }
        return Optional.of(new DailySeries(days, freed(known, drivers)));
    }

    /** What values of days are known to: less is rounding. */
    private static double digit(double[] values) {
        return LAST_DIGIT * Math.max(1, Arrays.stream(values).map(Math::abs).max().orElseThrow());
    }

    /** Values as they would be with the mean of each driver. */
    private static double[] freed(double[] values, List<double[]> drivers) {
        List<double[]> telling = Drivers.telling(drivers);
        if (telling.isEmpty()) {
            return values;
        }
        Regression model =
                Regression.of(
                        Drivers.changes(values),
                        IntStream.range(1, values.length)
                                .mapToObj(
                                        day ->
                                                telling.stream()
                                                        .mapToDouble(it -> it[day] - it[day - 1])
                                                        .toArray())
                                .toArray(double[][]::new));
        double[] freed = values.clone();
        for (int i = 0; i < telling.size(); i++) {
            double[] driver = telling.get(i);
            double mean = Arrays.stream(driver).average().orElseThrow();
            for (int day = 0; day < freed.length; day++) {
                freed[day] -= model.coefficient(i + 1) * (driver[day] - mean);
            }
        }
        return freed;
    }

    /**
     * All shifts that there are, in the order of time. Only the last of them may be one that cannot
     * be told yet.
     */
    List<Shift> shifts() {
        if (days.size() < MINIMUM_DAYS) {
            return List.of();
        }
        List<Integer> edges = edges();
        for (int i = 1; i < edges.size() - 2; i++) {
            boolean isPassing = i > 1 || edges.get(i) >= SHORTEST;
            if (edges.get(i + 1) - edges.get(i) < SHORTEST && isPassing) {
                return without(edges.get(i), edges.get(i + 1)).shifts();
            }
        }
        return IntStream.range(1, edges.size() - 1)
                .filter(i -> edges.get(i) - edges.get(i - 1) >= SHORTEST)
                .mapToObj(i -> shift(edges, i))
                .toList();
    }

    /** The same without some days, on which the level was another one in passing. */
    private DailySeries without(int from, int until) {
        List<LocalDate> others = new ArrayList<>(days);
        others.subList(from, until).clear();
        double[] levelsOfOthers =
                IntStream.range(0, levels.length)
                        .filter(i -> i < from || i >= until)
                        .mapToDouble(i -> levels[i])
                        .toArray();
        return new DailySeries(List.copyOf(others), levelsOfOthers);
    }

    /** Where levels begin, with 0 and the number of days: of proposals, those that are steps. */
    private List<Integer> edges() {
        List<Integer> edges = new ArrayList<>(List.of(0));
        edges.addAll(
                LevelShifts.of(
                        levels, FIRST_SEEN, LevelShifts.penalty(levels.length, noise.longRun())));
        edges.add(levels.length);
        while (edges.size() > 2) {
            int weakest = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 1; i < edges.size() - 1; i++) {
                double sureness = sureness(step(edges, i));
                if (sureness < least) {
                    least = sureness;
                    weakest = i;
                }
            }
            if (least >= 1) {
                break;
            }
            edges.remove(weakest);
        }
        for (int i = 1; i < edges.size() - 1; i++) {
            edges.set(i, step(edges, i).at());
        }
        return edges;
    }

    /** How much higher a step is than noise alone makes one. */
    private double sureness(Step step) {
        return Math.abs(step.found().height())
                / (TDistribution.of(step.found().degreesOfFreedom(noise.longRun()))
                                .inverseSurvivalProbability(SELDOM / 2)
                        * step.found().error(noise.longRun()));
    }

    /** A step in some days. */
    private record Step(int from, SteppedTrend.Step found) {

        int at() {
            return from + found.first();
        }
    }

    /** The best step between the edges next to one, of the days about it. */
    private Step step(List<Integer> edges, int index) {
        int from = Math.max(edges.get(index - 1), edges.get(index) - ABOUT);
        int until = Math.min(edges.get(index + 1), edges.get(index) + ABOUT);
        double[] times =
                days.subList(from, until).stream().mapToDouble(LocalDate::toEpochDay).toArray();
        return new Step(
                from,
                new SteppedTrend(times, Arrays.copyOfRange(levels, from, until)).best(FIRST_SEEN));
    }

    private Shift shift(List<Integer> edges, int index) {
        Step step = step(edges, index);
        SteppedTrend.Step found = step.found();
        double margin =
                TDistribution.of(found.degreesOfFreedom(noise.longRun()))
                                .inverseSurvivalProbability(UPPER_TAIL)
                        * found.error(noise.longRun());
        int at = step.at();
        return new Shift(
                days.get(at),
                days.get(at - 1),
                found.before(),
                found.before() + found.height(),
                found.height() - margin,
                found.height() + margin,
                edges.get(index + 1) - at);
    }
}
