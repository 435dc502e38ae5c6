package eu.wattpeil.goal;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.MeasureResult;
import eu.wattpeil.kpi.engine.MeasureResult.Effect;
import eu.wattpeil.kpi.engine.MeasureResult.Verdict;
import eu.wattpeil.kpi.engine.ReadDays;
import eu.wattpeil.statistics.Regression;
import eu.wattpeil.statistics.SavingsUncertainty;
import eu.wattpeil.statistics.WelchDifference;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a measure changed, by the days before and after its start: {@code value = b0 + b1 · workday
 * + b2 · after + b3 · CDD}. Where it has a control scope, the value is the difference between the
 * two, so that what happened in both is taken off.
 *
 * <p>Days are like their neighbours. The interval of 95 % is the widest of four that allow for
 * that: by the errors of Newey and West, which are too small for few days, by the usual errors of
 * as many independent days as these are worth, by Welch's of days that vary more on one side, and
 * by the savings uncertainty of those before.
 *
 * <p>The cooling degree days (CDD) of the site tell apart what the weather did to a KPI that holds
 * the energy of cooling. They count where there is no control, and where they are known on enough
 * of the days, which are then the only ones that are compared; what IT equipment uses does not
 * follow them. Without them, cooling may pass for an effect over the twelve weeks on each side.
 */
public final class MeasuredEffect {

    /** Fewer known days on either side than four weeks tell nothing. */
    private static final int MINIMUM_DAYS = 28;

    /** Of a two-sided interval of 95 %, what lies above it. */
    private static final double UPPER_TAIL = 0.025;

    private final Measure measure;
    private final TreeMap<LocalDate, Double> days = new TreeMap<>();
    private final TreeMap<LocalDate, Double> own = new TreeMap<>();
    private final Map<LocalDate, Double> ofControl = new HashMap<>();
    private final Optional<Scope> weatherScope;
    private final Map<LocalDate, Double> coolingDegreeDays;
    private final Predicate<LocalDate> isWorkday;

    private MeasuredEffect(
            Measure measure,
            List<DailyValue> values,
            Optional<String> siteId,
            Predicate<LocalDate> isWorkday) {
        this.measure = measure;
        this.isWorkday = isWorkday;
        this.weatherScope =
                siteId.filter(site -> DailyValue.hasCooling(measure.kpiId()))
                        .filter(site -> measure.control().isEmpty())
                        .map(site -> new Scope("site", site));
        this.coolingDegreeDays =
                weatherScope
                        .map(it -> of(DailyValue.COOLING_DEGREE_DAYS, it, values))
                        .orElseGet(Map::of);
        own.putAll(of(measure.kpiId(), measure.scope(), values));
        days.putAll(own);
        measure.control()
                .ifPresent(
                        scope -> {
                            ofControl.putAll(of(measure.kpiId(), scope, values));
                            days.keySet().retainAll(ofControl.keySet());
                            days.replaceAll(
                                    (day, value) -> value - ofControl.getOrDefault(day, 0.0));
                        });
    }

    private static Map<LocalDate, Double> of(String kpiId, Scope scope, List<DailyValue> values) {
        Map<LocalDate, Double> found = new HashMap<>();
        values.stream()
                .filter(it -> it.kpiId().equals(kpiId) && it.scope().equals(scope))
                .forEach(it -> found.put(it.day(), it.value()));
        return found;
    }

    /**
     * What a measure came to by the end of a month.
     *
     * @param values of the days of any KPI and scope, one per day
     * @param siteId where its scope is; empty for one of several sites
     */
    public static MeasureResult by(
            YearMonth month,
            Measure measure,
            List<DailyValue> values,
            Optional<String> siteId,
            Predicate<LocalDate> isWorkday) {
        MeasuredEffect effect = new MeasuredEffect(measure, values, siteId, isWorkday);
        Optional<Effect> now = effect.until(month.atEndOfMonth());
        if (now.isEmpty()) {
            return MeasureResult.notYet(measure, effect.read(month.atEndOfMonth()));
        }
        boolean isShown = now.get().low() > 0 || now.get().high() < 0;
        return new MeasureResult(
                measure,
                isShown ? Verdict.EFFECT : Verdict.NO_EFFECT_SHOWN,
                now,
                effect.firstResultOn(month),
                effect.read(month.atEndOfMonth()));
    }

    private Optional<LocalDate> firstResultOn(YearMonth month) {
        YearMonth one = YearMonth.from(measure.startedOn());
        while (one.isBefore(month) && until(one.atEndOfMonth()).isEmpty()) {
            one = one.plusMonths(1);
        }
        return Optional.of(one.atEndOfMonth());
    }

    private Optional<Effect> until(LocalDate last) {
        return compared(last).map(it -> effect(it.before, it.after, it.isWeatherTold));
    }

    /** The days of both sides that are compared; empty where they are too few. */
    private Optional<Sides> compared(LocalDate last) {
        Sides all = known(last);
        if (!all.areEnough()) {
            return Optional.empty();
        }
        Sides ofWeather = new Sides(ofKnownWeather(all.before), ofKnownWeather(all.after), true);
        boolean isWeatherTold =
                ofWeather.areEnough()
                        && (isOfAnyWeather(ofWeather.before) || isOfAnyWeather(ofWeather.after));
        return Optional.of(isWeatherTold ? ofWeather : all);
    }

    private Sides known(LocalDate last) {
        LocalDate start = measure.startedOn();
        LocalDate end = start.plusDays(MeasureResult.DAYS);
        LocalDate stop =
                measure.endedOn().map(it -> it.plusDays(1)).filter(end::isAfter).orElse(end);
        LocalDate first = start.minusDays(MeasureResult.DAYS);
        return start.isAfter(last)
                ? new Sides(Map.of(), Map.of(), false)
                : new Sides(
                        days.subMap(first, start),
                        days.subMap(start, earlier(stop, last.plusDays(1))),
                        false);
    }

    /** All that is known of both sides; the weather of the days that are compared by it. */
    private List<ReadDays> read(LocalDate last) {
        Sides known = known(last);
        List<ReadDays> read = new ArrayList<>();
        read.addAll(read(known, measure.kpiId(), measure.scope(), own));
        measure.control().ifPresent(it -> read.addAll(read(known, measure.kpiId(), it, ofControl)));
        compared(last)
                .filter(Sides::isWeatherTold)
                .ifPresent(
                        it ->
                                weatherScope.ifPresent(
                                        site ->
                                                read.addAll(
                                                        read(
                                                                it,
                                                                DailyValue.COOLING_DEGREE_DAYS,
                                                                site,
                                                                coolingDegreeDays))));
        return read;
    }

    private static List<ReadDays> read(
            Sides sides, String kpiId, Scope scope, Map<LocalDate, Double> values) {
        return Stream.of(
                        ReadDays.of(
                                ReadDays.Side.BEFORE, kpiId, scope, values, sides.before.keySet()),
                        ReadDays.of(
                                ReadDays.Side.AFTER, kpiId, scope, values, sides.after.keySet()))
                .flatMap(List::stream)
                .toList();
    }

    /** Values of the days before a measure and from its start on. */
    private record Sides(
            Map<LocalDate, Double> before, Map<LocalDate, Double> after, boolean isWeatherTold) {

        boolean areEnough() {
            return before.size() >= MINIMUM_DAYS && after.size() >= MINIMUM_DAYS;
        }
    }

    private Map<LocalDate, Double> ofKnownWeather(Map<LocalDate, Double> some) {
        Map<LocalDate, Double> known = new TreeMap<>(some);
        known.keySet().retainAll(coolingDegreeDays.keySet());
        return known;
    }

    /** Whether the weather differs among some days: else nothing can be told by it. */
    private boolean isOfAnyWeather(Map<LocalDate, Double> some) {
        return some.keySet().stream().map(coolingDegreeDays::get).distinct().count() > 1;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private Effect effect(
            Map<LocalDate, Double> before, Map<LocalDate, Double> after, boolean isWeatherTold) {
        TreeMap<LocalDate, Double> all = new TreeMap<>(before);
        all.putAll(after);
        boolean isOfBothKinds = isOfBothKinds(before.keySet()) && isOfBothKinds(after.keySet());
        Regression model = regression(all, isOfBothKinds, true, isWeatherTold);
        int coefficient = isOfBothKinds ? 2 : 1;
        double change = model.coefficient(coefficient);
        double robust =
                quantile(model.degreesOfFreedom())
                        * model.robustError(coefficient, model.usualLags());
        Function<LocalDate, double[]> drivers =
                day -> drivers(day, isOfBothKinds, true, isWeatherTold);
        double margin =
                Math.max(
                        Math.max(robust, independent(model, coefficient, all.size())),
                        Math.max(
                                unequal(model, drivers, before, after),
                                uncertainty(before, after, isOfBothKinds, isWeatherTold)));
        double mean =
                own
                        .subMap(
                                measure.startedOn().minusDays(MeasureResult.DAYS),
                                measure.startedOn())
                        .entrySet()
                        .stream()
                        .filter(it -> before.containsKey(it.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .average()
                        .orElseThrow();
        return new Effect(change, mean, change - margin, change + margin);
    }

    /** Half the interval of as many independent days as these are worth. */
    private static double independent(Regression model, int coefficient, int days) {
        double worth = SavingsUncertainty.independentValues(days, model.autocorrelation());
        int coefficients = days - model.degreesOfFreedom();
        return quantile(Math.max(1, (int) Math.min(days, worth) - coefficients))
                * model.standardError(coefficient)
                * Math.sqrt(days / worth);
    }

    /** Half the interval where the days of one side vary more than those of the other. */
    private static double unequal(
            Regression model,
            Function<LocalDate, double[]> drivers,
            Map<LocalDate, Double> before,
            Map<LocalDate, Double> after) {
        double likeness = Math.max(0, model.autocorrelation());
        return WelchDifference.of(
                        left(model, drivers, before),
                        SavingsUncertainty.independentValues(before.size(), likeness),
                        left(model, drivers, after),
                        SavingsUncertainty.independentValues(after.size(), likeness))
                .margin(UPPER_TAIL);
    }

    /** What is left unexplained of each day. */
    private static double[] left(
            Regression model, Function<LocalDate, double[]> drivers, Map<LocalDate, Double> some) {
        return some.entrySet().stream()
                .mapToDouble(it -> it.getValue() - model.expected(drivers.apply(it.getKey())))
                .toArray();
    }

    /** Half the interval about the change of a day, by the days that those before are worth. */
    private double uncertainty(
            Map<LocalDate, Double> before,
            Map<LocalDate, Double> after,
            boolean isOfBothKinds,
            boolean isWeatherTold) {
        Regression baseline =
                regression(
                        new TreeMap<>(before),
                        isOfBothKinds,
                        false,
                        isWeatherTold && isOfAnyWeather(before));
        int months = (int) after.keySet().stream().map(YearMonth::from).distinct().count();
        return SavingsUncertainty.ofDays(
                        baseline.residualDeviation(),
                        after.size(),
                        months,
                        quantile(baseline.degreesOfFreedom()),
                        before.size(),
                        SavingsUncertainty.independentValues(
                                before.size(), baseline.autocorrelation()))
                / after.size();
    }

    private Regression regression(
            TreeMap<LocalDate, Double> days,
            boolean isOfBothKinds,
            boolean isAfterTold,
            boolean isWeatherTold) {
        double[] values = days.values().stream().mapToDouble(it -> it).toArray();
        double[][] drivers =
                days.keySet().stream()
                        .map(day -> drivers(day, isOfBothKinds, isAfterTold, isWeatherTold))
                        .toArray(double[][]::new);
        return Regression.of(values, drivers);
    }

    private double[] drivers(
            LocalDate day, boolean isOfBothKinds, boolean isAfterTold, boolean isWeatherTold) {
        DoubleStream workday =
                DoubleStream.of(isWorkday.test(day) ? 1 : 0).filter(it -> isOfBothKinds);
        DoubleStream after =
                DoubleStream.of(day.isBefore(measure.startedOn()) ? 0 : 1)
                        .filter(it -> isAfterTold);
        DoubleStream weather =
                DoubleStream.of(coolingDegreeDays.getOrDefault(day, 0.0))
                        .filter(it -> isWeatherTold);
        return DoubleStream.concat(DoubleStream.concat(workday, after), weather).toArray();
    }

    private boolean isOfBothKinds(Iterable<LocalDate> some) {
        boolean isWork = false;
        boolean isFree = false;
        for (LocalDate day : some) {
            isWork |= isWorkday.test(day);
            isFree |= !isWorkday.test(day);
        }
        return isWork && isFree;
    }

    private static double quantile(int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(UPPER_TAIL);
    }
}
