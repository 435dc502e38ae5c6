package eu.wattpeil.goal;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The straight line from a baseline to a target: {@code T(t) = V0 + (VN - V0) (t - t0) / (tN - t0)}
 * (KPI {@code linear_target}; of the baseline, not compound). Before it begins it stands at the
 * baseline, after it ends at the target.
 *
 * @param from the baseline month
 * @param start the baseline
 * @param to the target month, after the baseline month
 * @param end the target
 */
public record LinearPath(YearMonth from, double start, YearMonth to, double end) {

    public LinearPath {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "target month is " + to + ", expected a month after " + from);
        }
    }

    /** The value that the path asks for in a month. */
    public double at(YearMonth month) {
        if (!month.isAfter(from)) {
            return start;
        }
        if (!month.isBefore(to)) {
            return end;
        }
        double elapsed = ChronoUnit.MONTHS.between(from, month);
        double whole = ChronoUnit.MONTHS.between(from, to);
        return start + (end - start) * elapsed / whole;
    }
}
