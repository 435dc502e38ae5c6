package eu.wattpeil.goal;

import java.math.BigDecimal;
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
public record LinearPath(YearMonth from, double start, YearMonth to, double end)
        implements PathLine {

    public LinearPath {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "target month is " + to + ", expected a month after " + from);
        }
    }

    /** A value changed by a share of it; in decimals, so that 42 % of 100 is 42. */
    static double changed(double value, BigDecimal share) {
        return new BigDecimal(value).multiply(BigDecimal.ONE.add(share)).doubleValue();
    }

    @Override
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
