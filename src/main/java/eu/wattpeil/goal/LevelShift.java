package eu.wattpeil.goal;

import java.util.List;

/**
 * Finds the last month at which a series went to another level and stayed there, as control charts
 * do: a line through a step sees a pace where there is none.
 *
 * <p>A series of months is a step, and not a slope or noise, where the means of its two parts lie
 * three standard deviations of the months about them apart, and the two levels leave clearly less
 * unexplained than a straight line.
 */
final class LevelShift {

    /** A level is one that at least so many months stand on. */
    private static final int MINIMUM_MONTHS = 3;

    private static final double DEVIATIONS = 3;

    /** How much more a line has to leave unexplained than the step. */
    private static final double ADVANTAGE = 1.5;

    private LevelShift() {}

    /**
     * The months from the last shift on; all where there was none.
     *
     * @param points known months in the order of time
     * @param digit the last digit that a value is known to
     */
    static List<Trend.Point> since(List<Trend.Point> points, double digit) {
        List<Trend.Point> level = points;
        int shift = shift(level, digit);
        while (shift > 0) {
            level = level.subList(shift, level.size());
            shift = shift(level, digit);
        }
        return level;
    }

    /** The index of the first month of the new level; 0 where there is no shift. */
    private static int shift(List<Trend.Point> points, double digit) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int at = MINIMUM_MONTHS; at <= points.size() - MINIMUM_MONTHS; at++) {
            double left =
                    squares(points.subList(0, at)) + squares(points.subList(at, points.size()));
            if (left < least) {
                least = left;
                best = at;
            }
        }
        return best > 0 && isStep(points, best, least, digit) ? best : 0;
    }

    private static boolean isStep(List<Trend.Point> points, int at, double squares, double digit) {
        double height =
                Math.abs(mean(points.subList(at, points.size())) - mean(points.subList(0, at)));
        double deviation =
                Math.max(Math.sqrt(squares / (points.size() - 2)), Trend.rounding(digit));
        double line = Trend.residualsOfLine(points);
        return height >= DEVIATIONS * deviation && line >= ADVANTAGE * squares;
    }

    private static double squares(List<Trend.Point> points) {
        double mean = mean(points);
        return points.stream()
                .mapToDouble(point -> (point.value() - mean) * (point.value() - mean))
                .sum();
    }

    private static double mean(List<Trend.Point> points) {
        return points.stream().mapToDouble(Trend.Point::value).average().orElseThrow();
    }
}
