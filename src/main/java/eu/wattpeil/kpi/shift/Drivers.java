package eu.wattpeil.kpi.shift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What drives the values of days, such as the weather. */
final class Drivers {

    /** Of the squares of a driver, so much is left by rounding alone. */
    private static final double ROUNDING = 1e-6;

    private Drivers() {}

    /** Those whose changes from day to day do not follow from the ones before them. */
    static List<double[]> telling(List<double[]> drivers) {
        List<double[]> telling = new ArrayList<>();
        List<double[]> directions = new ArrayList<>();
        for (double[] driver : drivers) {
            double[] changes = changes(driver);
            double[] rest = centred(changes);
            for (double[] direction : directions) {
                double along = product(rest, direction);
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= along * direction[i];
                }
            }
            double squares = product(rest, rest);
            if (squares > ROUNDING * product(changes, changes)) {
                telling.add(driver);
                directions.add(Arrays.stream(rest).map(it -> it / Math.sqrt(squares)).toArray());
            }
        }
        return telling;
    }

    /** What each value is more than the one before it. */
    static double[] changes(double[] values) {
        return IntStream.range(1, values.length)
                .mapToDouble(i -> values[i] - values[i - 1])
                .toArray();
    }

    private static double[] centred(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(it -> it - mean).toArray();
    }

    private static double product(double[] one, double[] other) {
        return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
    }
}
