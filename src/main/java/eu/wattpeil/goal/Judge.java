package eu.wattpeil.goal;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Target;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Judges a goal in the last month of a history: by the period that ends with it, or where none does
 * by the last one that has ended.
 */
final class Judge {

    /** Behind the path by at most this share of it is a reason to watch (KPI target_gap). */
    private static final double WATCH_GAP = 0.05;

    /** Keeps binary fractions from deciding a verdict. */
    private static final double GAP_PRECISION = 1e9;

    private static final Unjudged.Why NO_DATA = new Unjudged.NoValue(Reason.NO_DATA);
    private static final Unjudged.Why TOO_LITTLE_KNOWN =
            new Unjudged.NoValue(Reason.COVERAGE_BELOW_MINIMUM);

    private final Goal goal;
    private final Kpi kpi;
    private final History history;
    private final List<Measure> measures;
    private final MonthLengths months;
    private final PeriodLengths lengths;
    private final YearMonth month;
    private final Series series;

    Judge(Goal goal, Kpi kpi, History history, List<Measure> measures, MonthLengths months) {
        this.goal = goal;
        this.kpi = kpi;
        this.history = history;
        this.measures = measures;
        this.months = months;
        this.lengths = PeriodLengths.of(kpi, goal.period(), months);
        this.month = goal.period().lastEnd(history.month());
        this.series = new Series(goal.kpiId(), goal.scope(), goal.period());
    }

    Assessment assess() {
        Optional<Unjudged> unjudged = unjudged();
        Prospect prospect = prospect();
        boolean isReached = unjudged.isEmpty() && isReached();
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
                isReached,
                isReached ? Optional.empty() : requiredPace(),
                prospect.pace(),
                prospect.outlook(path()),
                exceeded());
    }

    private Optional<KpiValue> now() {
        return history.find(series, month);
    }

    /** The value of the month, where it may be used. */
    private Optional<Double> value() {
        return usable(history.find(series, month));
    }

    private Optional<Double> usable(Optional<KpiValue> row) {
        return row.filter(known -> flaw(known).isEmpty()).flatMap(KpiValue::value);
    }

    private Optional<Double> baseline() {
        if (goal.isCeiling()) {
            return Optional.empty();
        }
        return goal.baselineValue().isPresent()
                ? goal.baselineValue().map(Number::doubleValue)
                : usable(history.find(series, goal.baselineMonth()));
    }

    /** Of a volume, a change of the baseline is one of the baseline in a month as long. */
    private Optional<Double> target() {
        return goal.target() instanceof Target.Value target
                ? Optional.of(target.value().doubleValue())
                : path().map(GoalPath::end);
    }

    private Optional<GoalPath> path() {
        if (goal.target() instanceof Target.Ceiling ceiling) {
            return Optional.of(
                    GoalPath.level(
                            goal.baselineMonth(),
                            goal.targetMonth(),
                            ceiling.value().doubleValue(),
                            lengths));
        }
        return baseline().map(this::path);
    }

    private GoalPath path(double start) {
        YearMonth from = goal.baselineMonth();
        YearMonth to = goal.targetMonth();
        if (goal.target() instanceof Target.Yearly yearly) {
            return GoalPath.chained(from, start, to, yearly, lengths);
        }
        double length = lengths.of(to) / lengths.of(from);
        double end =
                goal.target() instanceof Target.Change change
                        ? LinearPath.changed(start, change.share()) * length
                        : target().orElseThrow();
        return GoalPath.between(from, start, to, end, lengths);
    }

    private Optional<Unjudged> unjudged() {
        if (month.isBefore(goal.begins())) {
            return because(Unjudged.Subject.GOAL, Unjudged.Cause.NOT_BEGUN);
        }
        Optional<Unjudged.Why> flaw = flawIn(month);
        if (flaw.isPresent()) {
            return because(Unjudged.Subject.VALUE, flaw.get());
        }
        Optional<GoalPath> path = path();
        if (path.isEmpty()) {
            Unjudged.Why why = flawIn(goal.baselineMonth()).orElse(NO_DATA);
            return because(Unjudged.Subject.BASELINE, why);
        }
        PathLine line = path.get().line();
        if (kpi.better() == Kpi.Better.CONTEXT && !goal.isCeiling() && line.start() == line.end()) {
            return because(Unjudged.Subject.GOAL, Unjudged.Cause.NO_DIRECTION);
        }
        return Optional.empty();
    }

    private static Optional<Unjudged> because(Unjudged.Subject subject, Unjudged.Why why) {
        return Optional.of(new Unjudged(subject, why));
    }

    /** Why the row of a month cannot be used for this goal; empty where it can. */
    private Optional<Unjudged.Why> flawIn(YearMonth when) {
        return history.find(series, when).map(this::flaw).orElse(Optional.of(NO_DATA));
    }

    private Optional<Unjudged.Why> flaw(KpiValue row) {
        if (row.value().isEmpty()) {
            return Optional.of(
                    row.reason().<Unjudged.Why>map(Unjudged.NoValue::new).orElse(NO_DATA));
        }
        if (goal.minimumCoverage().isEmpty()) {
            return Optional.empty();
        }
        if (row.coverage().isEmpty()) {
            return Optional.of(Unjudged.Cause.COVERAGE_UNKNOWN);
        }
        return row.coverage().get() < goal.minimumCoverage().get()
                ? Optional.of(TOO_LITTLE_KNOWN)
                : Optional.empty();
    }

    /** How much worse the value is than another one of a month as long, in the KPI's unit. */
    private double worseThan(double base) {
        double above = value().orElseThrow() - base;
        if (goal.isCeiling()) {
            return above;
        }
        return switch (kpi.better()) {
            case LOWER -> above;
            case HIGHER -> -above;
            case CONTEXT -> path().orElseThrow().isFalling() ? above : -above;
        };
    }

    private Optional<Double> gap() {
        double asked = path().orElseThrow().at(month);
        return asked == 0
                ? Optional.empty()
                : Optional.of(
                        Math.round(worseThan(asked) / Math.abs(asked) * GAP_PRECISION)
                                / GAP_PRECISION);
    }

    /**
     * A path at zero has no gap in percent: there, anything worse is off course. So it is above a
     * ceiling, by however little.
     */
    private Verdict verdict() {
        if (month.equals(goal.baselineMonth())) {
            return Verdict.STARTS;
        }
        double worse = worseThan(path().orElseThrow().at(month));
        double distance = gap().orElse(worse <= 0 ? 0 : Double.POSITIVE_INFINITY);
        if (distance <= 0) {
            return Verdict.ON_COURSE;
        }
        return distance <= WATCH_GAP && !goal.isCeiling() ? Verdict.WATCH : Verdict.OFF_COURSE;
    }

    /** The ends of the periods in which a ceiling was exceeded, up to the judged one. */
    private List<YearMonth> exceeded() {
        if (!(goal.target() instanceof Target.Ceiling ceiling)) {
            return List.of();
        }
        double most = ceiling.value().doubleValue();
        return history.rows(series).stream()
                .filter(row -> !row.month().isBefore(goal.begins()))
                .filter(row -> !row.month().isAfter(earlier(month, goal.targetMonth())))
                .filter(row -> usable(Optional.of(row)).filter(it -> it > most).isPresent())
                .map(KpiValue::month)
                .toList();
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean isReached() {
        GoalPath path = path().orElseThrow();
        return worseThan(path.line().end() * path.lengthOf(month)) <= 0;
    }

    private Optional<Double> requiredPace() {
        long left = ChronoUnit.MONTHS.between(month, goal.targetMonth());
        if (left <= 0 || goal.isCeiling()) {
            return Optional.empty();
        }
        double length = lengths.of(goal.targetMonth()) / lengths.of(month);
        return value().flatMap(now -> target().map(end -> (end - now * length) / left));
    }

    private Prospect prospect() {
        return new Prospect(goal, kpi, history, measures, months, this::usable);
    }
}
