package eu.wattpeil.statistics;

import java.util.Arrays;

/**
 * Values that may follow a trend which bends, and a step beside it: {@code value = b0 + b1 · t + b2
 * · t² + b3 · t³ + b4 · after}, by least squares. Seasons and all that changes slowly are in the
 * trend, which cannot jump; so the step is what happened at one time.
 */
public final class SteppedTrend {

    private static final int TREND = 4;
    private static final int COEFFICIENTS = TREND + 1;

    /** Of the squares of what a value adds, so much is left by rounding alone. */
    private static final double ROUNDING = 1e-9;

    private final double[] values;
    private final double[][] trend = new double[TREND][];
    private final double[] left;

    /**
     * That of values in the order of time.
     *
     * @param times ascending, no two alike
     * @throws IllegalArgumentException where there are too few values for a trend and a step
     */
    public SteppedTrend(double[] times, double[] values) {
        if (times.length != values.length || values.length <= COEFFICIENTS) {
            throw new IllegalArgumentException(
                    "values are "
                            + values.length
                            + ", expected one of each time and more than "
                            + COEFFICIENTS);
        }
        this.values = values.clone();
        double middle = (times[0] + times[times.length - 1]) / 2;
        double half = (times[times.length - 1] - times[0]) / 2;
        for (int power = 0; power < TREND; power++) {
            int exponent = power;
            double[] column =
                    Arrays.stream(times)
                            .map(it -> Math.pow((it - middle) / half, exponent))
                            .toArray();
            for (int lower = 0; lower < power; lower++) {
                column = without(column, trend[lower]);
            }
            double length = Math.sqrt(product(column, column));
            trend[power] = Arrays.stream(column).map(it -> it / length).toArray();
        }
        this.left = withoutTrend(values);
    }

    /**
     * The step that leaves the least squares.
     *
     * @param margin so many values stand before it, and after it, at least; one or more
     * @throws IllegalArgumentException where there is no such place
     */
    public Step best(int margin) {
        double[] sums = new double[TREND];
        double sum = 0;
        int best = -1;
        double most = -1;
        for (int at = values.length - 1; at >= margin; at--) {
            double of = values.length - at;
            for (int power = 0; power < TREND; power++) {
                sums[power] += trend[power][at];
                of -= sums[power] * sums[power];
            }
            sum += left[at];
            if (values.length - at >= margin && of > ROUNDING && sum * sum / of > most) {
                most = sum * sum / of;
                best = at;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException(
                    "values are " + values.length + ", expected more than twice " + margin);
        }
        return at(best);
    }

    /**
     * A step at a place.
     *
     * @param first the index of the first value after it, 1 or more
     */
    public Step at(int first) {
        double[] after = new double[values.length];
        Arrays.fill(after, first, values.length, 1);
        double[] alone = withoutTrend(after);
        double height = product(alone, left) / product(alone, alone);
        double[] residuals = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            residuals[i] = left[i] - height * alone[i];
        }
        return new Step(first, height, values[first] - residuals[first] - height, alone, residuals);
    }

    private double[] withoutTrend(double[] column) {
        double[] rest = column;
        for (double[] part : trend) {
            rest = without(rest, part);
        }
        return rest;
    }

    /** What is left of a column without its part along another one, of length 1. */
    private static double[] without(double[] column, double[] part) {
        double along = product(column, part);
        double[] rest = new double[column.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = column[i] - along * part[i];
        }
        return rest;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** A step beside the trend. */
    public static final class Step {

        private final int first;
        private final double height;
        private final double before;
        private final double[] alone;
        private final double[] residuals;

        private Step(int first, double height, double before, double[] alone, double[] residuals) {
            this.first = first;
            this.height = height;
            this.before = before;
            this.alone = alone;
            this.residuals = residuals;
        }

        /** The index of the first value after it. */
        public int first() {
            return first;
        }

        /** What a value is more after it. */
        public double height() {
            return height;
        }

        /** What the first value after it would be without it. */
        public double before() {
            return before;
        }

        /**
         * Values that tell the error, less those that the model takes: independent ones that the
         * residuals are worth, or all where a longer series tells of as much noise.
         *
         * @param longRun {@link Noise#longRun()} of the longer series
         */
        public int degreesOfFreedom(double longRun) {
            double variance = Noise.longRunVariance(residuals);
            double worth =
                    variance <= longRun
                            ? residuals.length
                            : product(residuals, residuals) / variance;
            return (int) Math.max(1, Math.min(residuals.length, worth) - COEFFICIENTS);
        }

        /**
         * The standard error of the height, the largest of three: by the long-run variance of the
         * residuals; by that of what each of them adds to the height, as some vary more than
         * others; and by the one of a longer series.
         *
         * @param longRun {@link Noise#longRun()} of the longer series
         */
        public double error(double longRun) {
            double of = product(alone, alone);
            double forCoefficients = (double) residuals.length / (residuals.length - COEFFICIENTS);
            double[] added = new double[residuals.length];
            for (int i = 0; i < added.length; i++) {
                added[i] = alone[i] * residuals[i];
            }
            double alike = Noise.longRunVariance(residuals) * forCoefficients;
            double unlike = Noise.longRunVariance(added) * forCoefficients * residuals.length / of;
            return Math.sqrt(Math.max(Math.max(alike, unlike), longRun) / of);
        }
    }
}
