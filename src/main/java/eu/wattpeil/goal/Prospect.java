package eu.wattpeil.goal;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where a goal's value leads, by the trend of its months since the last measure on it or the last
 * shift of their level. A goal on a longer period gets it from its months, too: those of it that
 * are over, and what the trend expects of the others.
 */
final class Prospect {

    /** Months that a shift of the level is looked for in. */
    private static final int LOOKED_BACK = 24;

    private final Goal goal;
    private final Kpi kpi;
    private final History history;
    private final MonthLengths months;
    private final Function<Optional<KpiValue>, Optional<Double>> usable;
    private final YearMonth month;
    private final List<Trend.Point> points;
    private final Optional<YearMonth> since;
    private final Optional<Trend> trend;

    /**
     * @param usable the value of a row, where the goal may be judged by it
     */
    Prospect(
            Goal goal,
            Kpi kpi,
            History history,
            List<Measure> measures,
            MonthLengths months,
            Function<Optional<KpiValue>, Optional<Double>> usable) {
        this.goal = goal;
        this.kpi = kpi;
        this.history = history;
        this.months = months;
        this.usable = usable;
        this.month = history.month();
        double digit = Math.pow(10, -kpi.decimals()) / lengthOf(month);
        List<Trend.Point> known = known();
        List<Trend.Point> measured = since(known, measures);
        List<Trend.Point> level = LevelShift.since(last(measured, LOOKED_BACK), digit);
        points = last(level, Trend.MAXIMUM_MONTHS);
        boolean isRebased =
                level.size() <= Trend.MAXIMUM_MONTHS
                        && level.size() < Math.min(known.size(), LOOKED_BACK);
        since = isRebased ? level.stream().findFirst().map(Trend.Point::month) : Optional.empty();
        trend = isForeseeable() ? Trend.of(points, digit) : Optional.empty();
    }

    /** Change per month, in months as long as the target month; empty where it is not known. */
    Optional<Double> pace() {
        if (!isMadeOfMonths()) {
            return trend.map(line -> line.slope() * lengthOf(goal.targetMonth()));
        }
        YearMonth judged = goal.period().lastEnd(month);
        long left = ChronoUnit.MONTHS.between(judged, goal.targetMonth());
        PeriodLengths lengths = PeriodLengths.of(kpi, goal.period(), months);
        double length = lengths.of(goal.targetMonth()) / lengths.of(judged);
        Optional<Double> now = usable.apply(history.find(seriesOf(goal.period()), judged));
        return left <= 0
                ? Optional.empty()
                : expected().flatMap(then -> now.map(it -> (then.value() - it * length) / left));
    }

    /** What is to be expected of the target month. */
    Outlook outlook(Optional<GoalPath> path) {
        if (!goal.targetMonth().isAfter(month)) {
            return unforeseen(Outlook.Cause.OVER);
        }
        if (!isForeseeable()) {
            return unforeseen(Outlook.Cause.NOT_FORESEEABLE);
        }
        if (trend.isEmpty()) {
            return unforeseen(Outlook.Cause.TOO_FEW_MONTHS);
        }
        return expected()
                .map(expected -> outlook(expected, path))
                .orElseGet(() -> unforeseen(Outlook.Cause.MONTH_UNKNOWN));
    }

    private Outlook outlook(Trend.Expected expected, Optional<GoalPath> path) {
        double margin = expected.margin();
        boolean isVague =
                path.filter(way -> !goal.isCeiling())
                        .filter(way -> 2 * margin > Math.abs(way.end() - way.start()))
                        .isPresent();
        return isVague
                ? unforeseen(Outlook.Cause.TOO_UNCERTAIN)
                : new Outlook.Forecast(
                        possible(expected.value()),
                        possible(expected.value() - margin),
                        possible(expected.value() + margin),
                        points.size(),
                        since);
    }

    private Outlook unforeseen(Outlook.Cause cause) {
        return new Outlook.Unforeseen(cause, points.size(), since);
    }

    /** A straight line goes on below nothing and above all; what it leads to cannot. */
    private double possible(double value) {
        boolean isBelowZero = points.stream().anyMatch(point -> point.value() < 0);
        double least = isBelowZero ? -Double.MAX_VALUE : kpi.above().orElse(0.0);
        double most = kpi.isShare() ? 1 : Double.MAX_VALUE;
        return Math.min(most, Math.max(least, value));
    }

    /** A highest month of several does not follow the trend of the months. */
    private boolean isForeseeable() {
        return goal.period() == Period.MONTH || kpi.overTime() != Kpi.OverTime.MAX;
    }

    /** Whether the goal's value is made of several months. */
    private boolean isMadeOfMonths() {
        return goal.period() != Period.MONTH
                && (kpi.overTime() == Kpi.OverTime.SUM || kpi.overTime().isQuotient());
    }

    private Optional<Trend.Expected> expected() {
        if (trend.isEmpty()) {
            return Optional.empty();
        }
        return isMadeOfMonths()
                ? expectedPeriod(trend.get())
                : Optional.of(expectedMonth(trend.get()));
    }

    private Trend.Expected expectedMonth(Trend line) {
        double length = lengthOf(goal.targetMonth());
        return line.expect(Map.of(goal.targetMonth(), length));
    }

    /** The months of it that are over as they were, and the others as they are expected. */
    private Optional<Trend.Expected> expectedPeriod(Trend line) {
        List<YearMonth> period = goal.period().months(goal.targetMonth());
        SortedMap<YearMonth, Double> parts = new TreeMap<>();
        for (YearMonth one : period) {
            Optional<Double> part = part(one.isAfter(month) ? month : one);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.put(one, part.get());
        }
        boolean isRatio = kpi.overTime().isQuotient();
        double whole = isRatio ? parts.values().stream().mapToDouble(Double::doubleValue).sum() : 1;
        double over = 0;
        SortedMap<YearMonth, Double> weights = new TreeMap<>();
        for (YearMonth one : period) {
            double share = parts.getOrDefault(one, 0.0) / whole;
            if (one.isAfter(month)) {
                weights.put(one, share * lengthOf(one));
            } else {
                over += share * usable.apply(rowOf(one)).orElseThrow();
            }
        }
        Trend.Expected expected = line.expect(weights);
        return Optional.of(new Trend.Expected(over + expected.value(), expected.margin()));
    }

    /** What a month counts for: 1 in a sum, its denominator in a ratio; empty where not known. */
    private Optional<Double> part(YearMonth when) {
        Optional<KpiValue> row = rowOf(when).filter(known -> usable.apply(rowOf(when)).isPresent());
        return kpi.overTime().isQuotient()
                ? row.flatMap(KpiValue::denominator).map(Number::doubleValue)
                : row.map(known -> 1.0);
    }

    private List<Trend.Point> known() {
        return history.rows(seriesOf(Period.MONTH)).stream()
                .flatMap(
                        row ->
                                usable.apply(Optional.of(row)).stream()
                                        .map(
                                                value ->
                                                        new Trend.Point(
                                                                row.month(),
                                                                value / lengthOf(row.month()))))
                .toList();
    }

    /** The whole months since the last measure on the goal's KPI and scope. */
    private List<Trend.Point> since(List<Trend.Point> known, List<Measure> measures) {
        Optional<YearMonth> first =
                measures.stream()
                        .filter(measure -> measure.kpiId().equals(goal.kpiId()))
                        .filter(measure -> measure.scope().equals(goal.scope()))
                        .map(Prospect::firstWholeMonth)
                        .filter(from -> !from.isAfter(month))
                        .max(Comparator.naturalOrder());
        return known.stream()
                .filter(point -> first.filter(from -> point.month().isBefore(from)).isEmpty())
                .toList();
    }

    private static YearMonth firstWholeMonth(Measure measure) {
        YearMonth begun = YearMonth.from(measure.startedOn());
        return measure.startedOn().getDayOfMonth() == 1 ? begun : begun.plusMonths(1);
    }

    private static List<Trend.Point> last(List<Trend.Point> points, int count) {
        return points.subList(Math.max(0, points.size() - count), points.size());
    }

    private Optional<KpiValue> rowOf(YearMonth when) {
        return history.find(seriesOf(Period.MONTH), when);
    }

    private Series seriesOf(Period period) {
        return new Series(goal.kpiId(), goal.scope(), period);
    }

    private int lengthOf(YearMonth when) {
        return months.of(kpi.per(), when);
    }
}
