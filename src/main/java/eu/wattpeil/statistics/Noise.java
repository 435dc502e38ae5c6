package eu.wattpeil.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How values vary about their level, told by the differences of near ones, so that a level that
 * shifts now and then hardly counts, and a single odd value only as the largest usual one.
 *
 * @param variance of a value about its level
 * @param longRun variance that as many independent values would need, for means of many values to
 *     vary as much as these do; the variance itself where values are unlike their neighbours
 */
public record Noise(double variance, double longRun) {

    /** Of a normal distribution, what half of the values lie within, in standard deviations. */
    private static final double HALF_WITHIN = 0.6744897501960817;

    /** Standard deviations beyond which a difference is odd. */
    private static final double USUAL = 3;

    /** Values that are liker than this have no level within months. */
    private static final double MOST_LIKE = 0.9;

    private static final int WEEK = 7;

    /**
     * That of values in the order of time.
     *
     * <p>The variance of differences over one and two steps tells how like neighbours are, if each
     * value keeps a share of the noise of the one before it: {@code V1 = 2 s² (1 − ρ)} and {@code
     * V2 = 2 s² (1 − ρ²)}. What weeks differ by tells of likeness that lasts longer; the larger of
     * the two long-run variances counts.
     *
     * @param values three weeks of them at least
     */
    public static Noise of(double[] values) {
        double one = varianceOfDifferences(values, 1);
        if (one == 0) {
            return new Noise(0, 0);
        }
        double like = Math.max(0, Math.min(MOST_LIKE, varianceOfDifferences(values, 2) / one - 1));
        double variance = one / (2 * (1 - like));
        double weeks = varianceOfDifferences(weeks(values), 1) * WEEK / 2;
        return new Noise(variance, Math.max(variance * (1 + like) / (1 - like), weeks));
    }

    /** The same, but with a standard deviation that is no less. */
    public Noise atLeast(double deviation) {
        double least = deviation * deviation;
        return new Noise(Math.max(variance, least), Math.max(longRun, least));
    }

    /**
     * Values in the order of time, of which none is farther from the middle of the fortnight about
     * it than usual: one that is counts as if it were as far as that.
     */
    public double[] usual(double[] values) {
        double most = USUAL * Math.sqrt(variance);
        return IntStream.range(0, values.length)
                .mapToDouble(
                        i -> {
                            double[] near =
                                    Arrays.stream(
                                                    values,
                                                    Math.max(0, i - WEEK),
                                                    Math.min(values.length, i + WEEK + 1))
                                            .sorted()
                                            .toArray();
                            double middle = near[near.length / 2];
                            return Math.max(middle - most, Math.min(middle + most, values[i]));
                        })
                .toArray();
    }

    /**
     * The variance about 0 that as many independent values would need, for means of many values to
     * vary as much as the mean of these does: of values that each keep a share φ of a part of the
     * one before, {@code γ0 + 2 γ1 / (1 − φ)} with φ by the lags of one and two steps. The variance
     * itself where values are unlike their neighbours.
     */
    static double longRunVariance(double[] values) {
        double variance = lagged(values, 0);
        double one = lagged(values, 1);
        if (one <= 0) {
            return variance;
        }
        double kept = Math.max(one / variance, lagged(values, 2) / one);
        return variance + 2 * one / (1 - Math.min(MOST_LIKE, kept));
    }

    private static double lagged(double[] values, int steps) {
        double sum = 0;
        for (int i = steps; i < values.length; i++) {
            sum += values[i] * values[i - steps];
        }
        return sum / values.length;
    }

    private static double[] weeks(double[] values) {
        return IntStream.range(0, values.length / WEEK)
                .mapToDouble(
                        week ->
                                Arrays.stream(values, week * WEEK, (week + 1) * WEEK)
                                        .average()
                                        .orElseThrow())
                .toArray();
    }

    private static double varianceOfDifferences(double[] values, int steps) {
        double[] sizes =
                IntStream.range(steps, values.length)
                        .mapToDouble(i -> Math.abs(values[i] - values[i - steps]))
                        .sorted()
                        .toArray();
        double half = sizes[sizes.length / 2];
        // Where most values are the same as the one before, the mean tells more than the middle.
        double usual =
                half == 0 ? Arrays.stream(sizes).average().orElseThrow() : half / HALF_WITHIN;
        double most = USUAL * usual;
        return Arrays.stream(sizes)
                .map(it -> Math.min(it, most))
                .map(it -> it * it)
                .average()
                .orElseThrow();
    }
}
