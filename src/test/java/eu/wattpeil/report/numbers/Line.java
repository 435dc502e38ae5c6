package eu.wattpeil.report.numbers;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The straight line of least squares through months, as textbooks have it: with sums of squares and
 * products about the means.
 */
final class Line {

    private final List<Map.Entry<YearMonth, Double>> points;
    private final YearMonth zero;
    private final double slope;
    private final double intercept;
    private final double meanTime;
    private final double spread;
    private final double deviation;

    /**
     * A line.
     *
     * @param points months with their values, six at least
     * @param digit the last digit that a value is known to
     */
    Line(List<Map.Entry<YearMonth, Double>> points, double digit) {
        this.points = points;
        zero = points.get(0).getKey();
        int count = points.size();
        double times = 0;
        double values = 0;
        double timesSquared = 0;
        double products = 0;
        for (Map.Entry<YearMonth, Double> point : points) {
            double time = time(point.getKey());
            times += time;
            values += point.getValue();
            timesSquared += time * time;
            products += time * point.getValue();
        }
        meanTime = times / count;
        spread = timesSquared - times * times / count;
        slope = (products - times * values / count) / spread;
        intercept = values / count - slope * meanTime;
        double residuals = 0;
        for (Map.Entry<YearMonth, Double> point : points) {
            residuals += Math.pow(point.getValue() - at(point.getKey()), 2);
        }
        deviation = Math.max(Math.sqrt(residuals / (count - 2)), digit / Math.sqrt(12));
    }

    double slope() {
        return slope;
    }

    double at(YearMonth month) {
        return intercept + slope * time(month);
    }

    /** What is added to and taken from a weighted sum of months for the interval of 95 %. */
    double margin(Map<YearMonth, Double> weights) {
        double total = weights.values().stream().mapToDouble(it -> it).sum();
        double squares = weights.values().stream().mapToDouble(it -> it * it).sum();
        double moment =
                weights.entrySet().stream()
                        .mapToDouble(it -> it.getValue() * (time(it.getKey()) - meanTime))
                        .sum();
        int count = points.size();
        double quantile = TDistribution.of(count - 2.0).inverseCumulativeProbability(0.975);
        return quantile
                * deviation
                * Math.sqrt(squares + total * total / count + moment * moment / spread);
    }

    private double time(YearMonth month) {
        return ChronoUnit.MONTHS.between(zero, month);
    }
}
