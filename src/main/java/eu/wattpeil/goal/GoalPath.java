package eu.wattpeil.goal;

import eu.wattpeil.kpi.model.Kpi;
import java.time.YearMonth;

/**
 * The way from a baseline to a target. Of a volume, the straight line is one of volumes per day, so
 * that a short month is asked for less and a long one for more.
 *
 * @param line from the baseline to the target, per day
 * @param per what the KPI's volumes go by
 */
public record GoalPath(LinearPath line, Kpi.Per per, MonthLengths lengths) {

    /**
     * The path between two values.
     *
     * @param start value of the month {@code from}
     * @param end value asked of the month {@code to}
     */
    static GoalPath between(
            YearMonth from,
            double start,
            YearMonth to,
            double end,
            Kpi.Per per,
            MonthLengths lengths) {
        LinearPath line =
                new LinearPath(from, start / lengths.of(per, from), to, end / lengths.of(per, to));
        return new GoalPath(line, per, lengths);
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

    /** The length of a month in what the KPI's volumes go by; 1 for a KPI that is no volume. */
    public int lengthOf(YearMonth month) {
        return lengths.of(per, month);
    }
}
