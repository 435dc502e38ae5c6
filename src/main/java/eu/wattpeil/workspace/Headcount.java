package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A row of {@code config/headcount.csv}: the staff on the last day of a month.
 *
 * @param fte full-time equivalents
 * @param people persons, for the smallest group that may be shown
 */
public record Headcount(YearMonth month, String departmentId, BigDecimal fte, int people) {

    public Headcount {
        if (fte.signum() < 0 || people < 0) {
            throw new IllegalArgumentException(
                    "fte and people are " + fte + " and " + people + ", expected 0 or more");
        }
    }
}
