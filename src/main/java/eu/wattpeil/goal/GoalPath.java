package eu.wattpeil.goal;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Target;
import java.time.YearMonth;

/**
 * The way from a baseline to a target. Of a volume, the line is one of volumes per day, so that a
 * short month is asked for less and a long one for more.
 *
 * @param line from the baseline to the target, per day
 * @param lengths of the periods that are judged
 */
public record GoalPath(PathLine line, PeriodLengths lengths) {

    /**
     * The path between two values.
     *
     * @param start value of the month {@code from}
     * @param end value asked of the month {@code to}
     */
    static GoalPath between(
            YearMonth from, double start, YearMonth to, double end, PeriodLengths lengths) {
        LinearPath line = new LinearPath(from, start / lengths.of(from), to, end / lengths.of(to));
        return new GoalPath(line, lengths);
    }

    /**
     * The path of a change each year on the year before.
     *
     * @param start value of the month {@code from}
     */
    static GoalPath chained(
            YearMonth from,
            double start,
            YearMonth to,
            Target.Yearly yearly,
            PeriodLengths lengths) {
        return new GoalPath(ChainedPath.of(from, start / lengths.of(from), to, yearly), lengths);
    }

    /** The same value in every month, however long it is. */
    static GoalPath level(YearMonth from, YearMonth to, double value, PeriodLengths lengths) {
        return new GoalPath(new LinearPath(from, value, to, value), lengths.ofNoVolume());
    }

    /** The value that is asked for in a month. */
    public double at(YearMonth month) {
        return line.at(month) * lengthOf(month);
    }

    /** The baseline month. */
    public YearMonth from() {
        return line.from();
    }

    /** The value of the baseline month. */
    public double start() {
        return line.start() * lengthOf(line.from());
    }

    /** The value asked of the target month. */
    public double end() {
        return line.end() * lengthOf(line.to());
    }

    /** Whether less is asked for as time goes on. */
    public boolean isFalling() {
        return line.end() < line.start();
    }

    /** What the KPI's volumes go by. */
    public Kpi.Per per() {
        return lengths.per();
    }

    /** The length of what ends with a month in that; 1 for a KPI that is no volume. */
    public double lengthOf(YearMonth month) {
        return lengths.of(month);
    }
}
