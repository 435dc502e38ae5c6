package eu.wattpeil.report.content;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.History;
import eu.wattpeil.goal.MonthLengths;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A KPI in a month with everything that stands around it: what it is compared with, its parts, and
 * the goals and measures that are about it.
 *
 * @param series what its large number is about: the organisation, or the only scope there is
 * @param parts the rows of the month below the organisation, in the same period
 * @param year the last twelve months as one value, where the large number is one of a month
 */
public record Figure(
        Kpi kpi,
        History history,
        Series series,
        List<KpiValue> parts,
        Optional<KpiValue> year,
        List<Assessment> assessments,
        List<Measure> measures,
        MonthLengths lengths) {

    /** What is known from here on lacks nothing that matters. */
    public static final double COMPLETE = 0.9995;

    /** A change by less than this share is not called one. */
    public static final double SMALLEST_CHANGE = 0.01;

    /** Sums with gaps are compared where their coverage differs by no more than this. */
    private static final double COVERAGE_TOLERANCE = 0.02;

    /**
     * Two values that may stand beside each other.
     *
     * @param now of the month, divided by its length where {@code per} names one
     * @param then of the other month, likewise
     * @param per what they are divided by: nothing where both months are as long
     */
    public record Compared(double now, double then, Kpi.Per per) {

        /** The change as a share of the other value. */
        public double share() {
            return (now - then) / Math.abs(then);
        }
    }

    public static Figure of(
            Kpi kpi,
            History history,
            List<Assessment> assessments,
            List<Measure> measures,
            MonthLengths lengths) {
        List<KpiValue> rows =
                history.current().stream().filter(row -> row.kpiId().equals(kpi.kpiId())).toList();
        boolean isMonthly =
                rows.isEmpty() || rows.stream().anyMatch(row -> row.period() == Period.MONTH);
        Period period = isMonthly ? Period.MONTH : Period.ROLLING_YEAR;
        List<KpiValue> ofPeriod = rows.stream().filter(row -> row.period() == period).toList();
        List<KpiValue> parts = ofPeriod.stream().filter(row -> !row.isOfOrganisation()).toList();
        boolean isOnlyPart = parts.size() == 1 && parts.size() == ofPeriod.size();
        Series series =
                isOnlyPart ? parts.get(0).series() : Series.ofOrganisation(kpi.kpiId(), period);
        Optional<KpiValue> year =
                isMonthly
                        ? history.find(series.in(Period.ROLLING_YEAR), history.month())
                        : Optional.empty();
        return new Figure(kpi, history, series, parts, year, assessments, measures, lengths);
    }

    public YearMonth month() {
        return history.month();
    }

    public Optional<KpiValue> row() {
        return rowOf(month());
    }

    public Optional<KpiValue> rowOf(YearMonth month) {
        return history.find(series, month);
    }

    public Optional<Double> value() {
        return row().flatMap(KpiValue::value);
    }

    public boolean isYearly() {
        return series.period() == Period.ROLLING_YEAR;
    }

    /** Why there is no value; empty where there are parts that do not add up to one. */
    public Optional<Reason> reason() {
        boolean isNotAddedUp = row().isEmpty() && !parts.isEmpty();
        return isNotAddedUp
                ? Optional.empty()
                : Optional.of(row().flatMap(KpiValue::reason).orElse(Reason.NO_DATA));
    }

    /** Whether the true value is this or more: a measured sum with gaps that nothing fills. */
    public boolean isAtLeast(KpiValue row) {
        return isUnfilled(row) && !isUnmeasured(row);
    }

    /** Whether gaps were filled in proportion, or anything in it was not measured. */
    public boolean isEstimated(KpiValue row) {
        return isFilled(row) || isUnmeasured(row);
    }

    private boolean isFilled(KpiValue row) {
        return isPartial(row) && kpi.overTime() == Kpi.OverTime.SUM && kpi.isScaled();
    }

    private boolean isUnfilled(KpiValue row) {
        return isPartial(row) && kpi.overTime() == Kpi.OverTime.SUM && !kpi.isScaled();
    }

    private static boolean isUnmeasured(KpiValue row) {
        return row.measuredShare().filter(share -> share < COMPLETE).isPresent();
    }

    public static boolean isPartial(KpiValue row) {
        return row.coverage().filter(share -> share < COMPLETE).isPresent();
    }

    /** Whether a goal is about the large number: the same scope and the same period. */
    public boolean isAbout(Goal goal) {
        return isOf(goal.scope()) && goal.period() == series.period();
    }

    /**
     * Whether the large number is about a scope, or about the whole that it is the only part of.
     */
    public boolean isOf(Scope scope) {
        List<KpiValue> ofKind =
                parts.stream().filter(part -> part.scope().isOf(scope.kind())).toList();
        boolean isOnlyPart = ofKind.size() == 1 && ofKind.get(0).scope().equals(scope);
        boolean isSame = scope.equals(series.scope());
        return isSame || isOnlyPart;
    }

    /** Whether it is about the only part that there is, which stands for the whole. */
    public boolean isOnlyPart() {
        return parts.size() == 1 && parts.get(0).scope().equals(series.scope());
    }

    /** Whether a row is about so few people that nothing of it may be shown. */
    public static boolean isHidden(KpiValue row) {
        return row.isWithheld();
    }

    /** What a value of a month goes by; a year is as long as any other. */
    public Kpi.Per per() {
        return isYearly() ? Kpi.Per.NONE : kpi.per();
    }

    /** The length of a month in what its value goes by; 1 for what is no volume. */
    public int lengthOf(YearMonth when) {
        return lengths.of(per(), when);
    }

    /** The value beside that of another month; empty where the two cannot be compared. */
    public Optional<Compared> comparedWith(YearMonth other) {
        Optional<KpiValue> now = row();
        Optional<KpiValue> then = rowOf(other);
        if (now.isEmpty() || now.get().value().isEmpty() || then.isEmpty()) {
            return Optional.empty();
        }
        boolean isUnfilled = isUnfilled(now.get()) || isUnfilled(then.get());
        if (isUnfilled && !isCoveredAlike(now.get(), then.get())) {
            return Optional.empty();
        }
        double value = now.get().value().get();
        int length = lengthOf(month());
        int otherLength = lengthOf(other);
        return then.get()
                .value()
                .map(
                        base ->
                                length == otherLength
                                        ? new Compared(value, base, Kpi.Per.NONE)
                                        : new Compared(value / length, base / otherLength, per()));
    }

    /** The value beside that of another month, where it changed by enough to be told. */
    public Optional<Compared> notable(YearMonth other) {
        return comparedWith(other)
                .filter(it -> it.then() != 0)
                .filter(it -> Math.abs(it.share()) >= SMALLEST_CHANGE)
                .filter(it -> Math.abs(it.now() - it.then()) >= lastDigit());
    }

    /** The smallest step that the KPI is told in. */
    private double lastDigit() {
        return Math.pow(10, -kpi.decimals());
    }

    private static boolean isCoveredAlike(KpiValue one, KpiValue other) {
        double difference = one.coverage().orElse(1.0) - other.coverage().orElse(1.0);
        return Math.abs(difference) <= COVERAGE_TOLERANCE;
    }

    /** The same month of last year where it is comparable, else the last month. */
    public Optional<YearMonth> comparisonMonth() {
        for (YearMonth other : List.of(month().minusYears(1), month().minusMonths(1))) {
            if (comparedWith(other).isPresent()) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it became better; empty where no direction is good, and where it changed by less than
     * a hundredth.
     */
    public Optional<Boolean> isBetter(Compared compared) {
        double difference = compared.now() - compared.then();
        if (Math.abs(difference) < SMALLEST_CHANGE * Math.abs(compared.then())) {
            return Optional.empty();
        }
        return switch (kpi.better()) {
            case LOWER -> Optional.of(difference < 0);
            case HIGHER -> Optional.of(difference > 0);
            case CONTEXT -> Optional.empty();
        };
    }
}
