package eu.wattpeil.goal;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A straight line through known months by ordinary least squares.
 *
 * <p>The prediction interval is the textbook's, for a weighted sum of months: with the design
 * {@code (1, t)} and the weights {@code w}, the variance of {@code Σ w y} about its forecast is
 * {@code s² (Σw² + (Σw)²/n + (Σ w (t - t̄))² / Σ (t - t̄)²)}. It takes months as independent of
 * each other.
 */
final class Trend {

    /** Fewer months than these say nothing about a trend. */
    static final int MINIMUM_MONTHS = 6;

    /** Older months say little about the present pace. */
    static final int MAXIMUM_MONTHS = 12;

    /** Of a two-sided interval of 95 %, what lies above it. */
    private static final double UPPER_TAIL = 0.025;

    private final YearMonth origin;
    private final int months;
    private final double meanTime;
    private final double meanValue;
    private final double spread;
    private final double slope;
    private final double deviation;

    private Trend(List<Point> points, double digit) {
        origin = points.get(0).month();
        months = points.size();
        meanTime =
                points.stream().mapToDouble(point -> time(point.month())).average().orElseThrow();
        meanValue = points.stream().mapToDouble(Point::value).average().orElseThrow();
        double squares = 0;
        double products = 0;
        for (Point point : points) {
            double distance = time(point.month()) - meanTime;
            squares += distance * distance;
            products += distance * (point.value() - meanValue);
        }
        spread = squares;
        slope = products / squares;
        deviation = Math.max(Math.sqrt(residuals(points) / (months - 2)), rounding(digit));
    }

    /** A known month. */
    record Point(YearMonth month, double value) {}

    /** A forecast and how far the truth may lie from it, above or below. */
    record Expected(double value, double margin) {}

    /**
     * The trend of the known months; empty where they are too few. At most the last 12 count.
     *
     * @param digit the last digit that a value is known to
     */
    static Optional<Trend> of(List<Point> known, double digit) {
        if (known.size() < MINIMUM_MONTHS) {
            return Optional.empty();
        }
        int first = Math.max(0, known.size() - MAXIMUM_MONTHS);
        return Optional.of(new Trend(known.subList(first, known.size()), digit));
    }

    /** The standard deviation of what rounding to a digit takes away. */
    static double rounding(double digit) {
        return digit / Math.sqrt(12);
    }

    /** The sum of the squared distances from the line of least squares. */
    static double residualsOfLine(List<Point> points) {
        return new Trend(points, 0).residuals(points);
    }

    /** Change per month. */
    double slope() {
        return slope;
    }

    /** The weighted sum of what is expected in months, with its 95 % prediction interval. */
    Expected expect(Map<YearMonth, Double> weights) {
        double sum = 0;
        double total = 0;
        double squares = 0;
        double moment = 0;
        for (Map.Entry<YearMonth, Double> month : weights.entrySet()) {
            double weight = month.getValue();
            double time = time(month.getKey());
            sum += weight * at(time);
            total += weight;
            squares += weight * weight;
            moment += weight * (time - meanTime);
        }
        double variance = squares + total * total / months + moment * moment / spread;
        double quantile = TDistribution.of(months - 2.0).inverseSurvivalProbability(UPPER_TAIL);
        return new Expected(sum, quantile * deviation * Math.sqrt(variance));
    }

    private double residuals(List<Point> points) {
        double squares = 0;
        for (Point point : points) {
            double residual = point.value() - at(time(point.month()));
            squares += residual * residual;
        }
        return squares;
    }

    private double at(double time) {
        return meanValue + slope * (time - meanTime);
    }

    private double time(YearMonth month) {
        return ChronoUnit.MONTHS.between(origin, month);
    }
}
