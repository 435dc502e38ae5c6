package eu.wattpeil.statistics;

/**
 * What is known of a saving by measured days that are like their neighbours: fractional savings
 * uncertainty as in ASHRAE Guideline 14, with the factors of Sun and Baltazar (2013).
 */
public final class SavingsUncertainty {

    private static final double DAILY_SQUARED = -0.00024;
    private static final double DAILY_LINEAR = 0.03535;
    private static final double DAILY_CONSTANT = 1.00286;

    private SavingsUncertainty() {}

    /**
     * How many independent values as many correlated ones are worth: {@code max(1, n (1 − ρ)/(1 +
     * ρ))}.
     *
     * @param autocorrelation ρ, of each value with the one before it
     */
    public static double independentValues(int values, double autocorrelation) {
        return Math.max(1, values * (1 - autocorrelation) / (1 + autocorrelation));
    }

    /**
     * Half the width of the interval about the saving of some days together: {@code ΔS = |Σpred / m
     * · CV| · t · sqrt((n/n') (1 + 2/n') m) · F}.
     *
     * @param deviation |Σpred / m · CV|, of a day from what is predicted of it
     * @param days m, days that it is told of
     * @param months M, calendar months that they touch
     * @param quantile t, of the two-sided interval
     * @param baselineDays n
     * @param independentDays n', of the baseline
     */
    public static double ofDays(
            double deviation,
            int days,
            int months,
            double quantile,
            int baselineDays,
            double independentDays) {
        double factor = DAILY_SQUARED * months * months + DAILY_LINEAR * months + DAILY_CONSTANT;
        return deviation
                * quantile
                * Math.sqrt(baselineDays / independentDays * (1 + 2 / independentDays) * days)
                * factor;
    }
}
