package eu.wattpeil.goal;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A straight line through known months by ordinary least squares.
 *
 * <p>The interval takes months as independent of each other. Values of rolling years overlap, so
 * theirs is too narrow; the report says so.
 */
final class Trend {

    /** Fewer months than these say nothing about a trend. */
    static final int MINIMUM_MONTHS = 6;

    /** Older months say little about the present pace. */
    static final int MAXIMUM_MONTHS = 12;

    /** Student's t, two-sided 95 %, for 4 to 10 degrees of freedom: months less two. */
    private static final double[] STUDENT_95 = {2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228};

    private final YearMonth origin;
    private final int months;
    private final double meanTime;
    private final double meanValue;
    private final double spread;
    private final double slope;
    private final double deviation;

    private Trend(List<Point> points) {
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
        double residuals = 0;
        for (Point point : points) {
            double residual = point.value() - at(time(point.month()));
            residuals += residual * residual;
        }
        deviation = Math.sqrt(residuals / (months - 2));
    }

    /** A known month. */
    record Point(YearMonth month, double value) {}

    /** The trend of the known months; empty where they are too few. At most the last 12 count. */
    static Optional<Trend> of(List<Point> known) {
        if (known.size() < MINIMUM_MONTHS) {
            return Optional.empty();
        }
        int first = Math.max(0, known.size() - MAXIMUM_MONTHS);
        return Optional.of(new Trend(known.subList(first, known.size())));
    }

    /** Change per month. */
    double slope() {
        return slope;
    }

    /** The value expected in a month, with its 95 % prediction interval. */
    Forecast forecast(YearMonth month) {
        double time = time(month);
        double distance = time - meanTime;
        double error = deviation * Math.sqrt(1 + 1.0 / months + distance * distance / spread);
        double margin = STUDENT_95[months - MINIMUM_MONTHS] * error;
        return new Forecast(at(time), at(time) - margin, at(time) + margin);
    }

    private double at(double time) {
        return meanValue + slope * (time - meanTime);
    }

    private double time(YearMonth month) {
        return ChronoUnit.MONTHS.between(origin, month);
    }
}
