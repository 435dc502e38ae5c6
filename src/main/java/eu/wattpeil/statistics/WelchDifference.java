package eu.wattpeil.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference between the means of two samples that need not vary alike: Welch, Biometrika 34
 * (1947), with the degrees of freedom of Satterthwaite.
 *
 * @param difference of the second mean from the first
 * @param standardError of the difference
 * @param degreesOfFreedom no whole number
 */
public record WelchDifference(double difference, double standardError, double degreesOfFreedom) {

    /** One value does not vary. */
    private static final double LEAST_VALUES = 2;

    /** Of samples whose values are independent of each other, two or more in each. */
    public static WelchDifference of(double[] first, double[] second) {
        return of(first, first.length, second, second.length);
    }

    /**
     * Of samples whose values are like their neighbours.
     *
     * @param firstWorth how many independent values those of the first sample are worth; fewer than
     *     two count as two
     */
    public static WelchDifference of(
            double[] first, double firstWorth, double[] second, double secondWorth) {
        double ofFirst = variance(first) / Math.max(LEAST_VALUES, firstWorth);
        double ofSecond = variance(second) / Math.max(LEAST_VALUES, secondWorth);
        double both = ofFirst + ofSecond;
        double freedom =
                both
                        * both
                        / (ofFirst * ofFirst / (Math.max(LEAST_VALUES, firstWorth) - 1)
                                + ofSecond * ofSecond / (Math.max(LEAST_VALUES, secondWorth) - 1));
        return new WelchDifference(
                mean(second) - mean(first), Math.sqrt(both), both == 0 ? 1 : freedom);
    }

    /** Half the width of the two-sided interval above which a share of the distribution lies. */
    public double margin(double upperTail) {
        return standardError
                * TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(upperTail);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum();
        return squares / (values.length - 1);
    }
}
