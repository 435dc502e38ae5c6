package eu.wattpeil.goal;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Goal;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A goal in a month: its verdict, and the numbers that the verdict rests on. Unknown is never on
 * course.
 *
 * @param month the month it speaks of
 * @param unjudged why the verdict is unknown; empty otherwise
 * @param now the row of the month, with or without a value
 * @param baseline what the path starts from
 * @param target what is to be reached, in the KPI's unit
 * @param path the way from the one to the other; empty where the baseline is unknown
 * @param gap distance to the path as a share of it, positive where it is worse (KPI {@code
 *     target_gap}); empty where the verdict is unknown or the path asks for zero
 * @param requiredPace change per month that still reaches the target in time; empty where nothing
 *     is known or no time is left
 * @param presentPace change per month of the last up to twelve known months, by least squares;
 *     empty where fewer than six are known
 * @param knownMonths how many months the pace and the forecast rest on, or could not rest on
 * @param forecast where the present pace leads in the target month; empty where fewer than six
 *     months are known or the target month has come
 */
public record Assessment(
        Goal goal,
        YearMonth month,
        Verdict verdict,
        Optional<Unjudged> unjudged,
        Optional<KpiValue> now,
        Optional<Double> baseline,
        Optional<Double> target,
        Optional<LinearPath> path,
        Optional<Double> gap,
        Optional<Double> requiredPace,
        Optional<Double> presentPace,
        int knownMonths,
        Optional<Forecast> forecast) {

    /** Behind the path by at most this share of it is a reason to watch (KPI target_gap). */
    private static final double WATCH_GAP = 0.05;

    /** Keeps binary fractions from deciding a verdict. */
    private static final double GAP_PRECISION = 1e9;

    /** Judges a goal in the last month of a history. */
    public static Assessment of(Goal goal, Kpi kpi, History history) {
        return new Judge(goal, kpi, history).assess();
    }

    /** The value of the month, where it may be used: covered as well as the goal asks. */
    public Optional<Double> value() {
        boolean isUsable = unjudged.isEmpty() || unjudged.get().subject() != Unjudged.Subject.VALUE;
        return isUsable ? now.flatMap(KpiValue::value) : Optional.empty();
    }

    private static final class Judge {

        private final Goal goal;
        private final Kpi kpi;
        private final History history;
        private final YearMonth month;
        private final History.Series series;

        Judge(Goal goal, Kpi kpi, History history) {
            this.goal = goal;
            this.kpi = kpi;
            this.history = history;
            this.month = history.month();
            String period = goal.isRollingYear() ? KpiValue.ROLLING_YEAR : KpiValue.MONTH;
            this.series =
                    new History.Series(goal.kpiId(), goal.scopeKind(), goal.scopeId(), period);
        }

        Assessment assess() {
            List<Trend.Point> known = known();
            Optional<Trend> trend = Trend.of(known);
            Optional<Unjudged> unjudged = unjudged();
            return new Assessment(
                    goal,
                    month,
                    unjudged.isEmpty() ? verdict() : Verdict.UNKNOWN,
                    unjudged,
                    now(),
                    baseline(),
                    target(),
                    path(),
                    unjudged.isEmpty() ? gap() : Optional.empty(),
                    requiredPace(),
                    trend.map(Trend::slope),
                    Math.min(known.size(), Trend.MAXIMUM_MONTHS),
                    trend.filter(line -> goal.targetMonth().isAfter(month))
                            .map(line -> line.forecast(goal.targetMonth())));
        }

        private Optional<KpiValue> now() {
            return history.find(series, month);
        }

        /** The value of the month, where it may be used. */
        private Optional<Double> value() {
            return now().filter(row -> flaw(row).isEmpty()).flatMap(KpiValue::value);
        }

        private Optional<Double> baseline() {
            if (goal.baselineValue().isPresent()) {
                return goal.baselineValue().map(Number::doubleValue);
            }
            return history.find(series, goal.baselineMonth())
                    .filter(row -> flaw(row).isEmpty())
                    .flatMap(KpiValue::value);
        }

        private Optional<Double> target() {
            return goal.target().isRelative()
                    ? baseline().map(this::changed)
                    : Optional.of(goal.target().value().doubleValue());
        }

        /** In decimals, so that 42 % of 100 is 42. */
        private double changed(double start) {
            BigDecimal share = BigDecimal.ONE.add(goal.target().value());
            return new BigDecimal(start).multiply(share).doubleValue();
        }

        private Optional<LinearPath> path() {
            return baseline()
                    .map(
                            start ->
                                    new LinearPath(
                                            goal.baselineMonth(),
                                            start,
                                            goal.targetMonth(),
                                            target().orElseThrow()));
        }

        private Optional<Unjudged> unjudged() {
            if (month.isBefore(goal.baselineMonth())) {
                return because(Unjudged.Subject.GOAL, Unjudged.NOT_BEGUN);
            }
            Optional<String> flaw = flawIn(month);
            if (flaw.isPresent()) {
                return because(Unjudged.Subject.VALUE, flaw.get());
            }
            Optional<LinearPath> path = path();
            if (path.isEmpty()) {
                String reason = flawIn(goal.baselineMonth()).orElse(Unjudged.NO_DATA);
                return because(Unjudged.Subject.BASELINE, reason);
            }
            boolean isLevel = path.get().start() == path.get().end();
            if (kpi.better() == Kpi.Better.CONTEXT && isLevel) {
                return because(Unjudged.Subject.GOAL, Unjudged.NO_DIRECTION);
            }
            return Optional.empty();
        }

        private static Optional<Unjudged> because(Unjudged.Subject subject, String code) {
            return Optional.of(new Unjudged(subject, code));
        }

        /** Why the row of a month cannot be used for this goal; empty where it can. */
        private Optional<String> flawIn(YearMonth when) {
            return history.find(series, when).map(this::flaw).orElse(Optional.of(Unjudged.NO_DATA));
        }

        private Optional<String> flaw(KpiValue row) {
            if (row.value().isEmpty()) {
                return Optional.of(row.reason().isEmpty() ? Unjudged.NO_DATA : row.reason());
            }
            if (goal.minimumCoverage().isEmpty()) {
                return Optional.empty();
            }
            if (row.coverage().isEmpty()) {
                return Optional.of(Unjudged.COVERAGE_UNKNOWN);
            }
            return row.coverage().get() < goal.minimumCoverage().get()
                    ? Optional.of(Unjudged.COVERAGE_BELOW_MINIMUM)
                    : Optional.empty();
        }

        private List<Trend.Point> known() {
            return history.rows(series).stream()
                    .filter(row -> flaw(row).isEmpty())
                    .map(row -> new Trend.Point(row.month(), row.value().orElseThrow()))
                    .toList();
        }

        /** How much worse the value is than the path, in the KPI's unit. */
        private double worse() {
            LinearPath path = path().orElseThrow();
            double above = value().orElseThrow() - path.at(month);
            return switch (kpi.better()) {
                case LOWER -> above;
                case HIGHER -> -above;
                case CONTEXT -> path.end() < path.start() ? above : -above;
            };
        }

        private Optional<Double> gap() {
            double asked = path().orElseThrow().at(month);
            return asked == 0
                    ? Optional.empty()
                    : Optional.of(
                            Math.round(worse() / Math.abs(asked) * GAP_PRECISION) / GAP_PRECISION);
        }

        /** A path at zero has no gap in percent: there, anything worse is off course. */
        private Verdict verdict() {
            double distance = gap().orElse(worse() <= 0 ? 0 : Double.POSITIVE_INFINITY);
            if (distance <= 0) {
                return Verdict.ON_COURSE;
            }
            return distance <= WATCH_GAP ? Verdict.WATCH : Verdict.OFF_COURSE;
        }

        private Optional<Double> requiredPace() {
            long left = ChronoUnit.MONTHS.between(month, goal.targetMonth());
            if (left <= 0) {
                return Optional.empty();
            }
            return value().flatMap(now -> target().map(end -> (end - now) / left));
        }
    }
}
