package eu.wattpeil.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * A small chart of months: what it shows, not how it is drawn. Time runs left to right, and a month
 * without a value is a gap.
 *
 * @param id unique in the page
 * @param description what the chart shows, for those who do not see it
 * @param points one per month, without holes
 * @param target word at the end of the target line
 * @param ahead where it leads; empty where that cannot be told
 */
public record TimeChart(
        String id,
        String description,
        Style style,
        List<Point> points,
        String target,
        Optional<Ahead> ahead) {

    /** The same chart under another id. */
    public TimeChart named(String other) {
        return new TimeChart(other, description, style, points, target, ahead);
    }

    /** How months are drawn: as fits what is shown. */
    public enum Style {
        /** Amounts: columns that stand on zero. */
        COLUMNS,
        /** Ratios, levels and counts at a moment: a line in a range of its own. */
        LINE
    }

    /**
     * A month.
     *
     * @param value empty for a gap
     * @param target what the goal asks for; empty where there is none
     * @param isThisYear in the year that the report is about
     * @param isEstimate not all of it was measured
     * @param isMeasureStart a measure began in this month
     * @param month first letter of its name
     * @param year under the first column of a year; else empty
     * @param number the value as it is read
     */
    public record Point(
            Optional<Double> value,
            Optional<Double> target,
            boolean isThisYear,
            boolean isEstimate,
            boolean isMeasureStart,
            String month,
            String year,
            String number) {}

    /**
     * The month that a goal is about.
     *
     * @param label the month
     * @param forecast empty where it cannot be told
     * @param target what is to be reached
     */
    public record Ahead(String label, Optional<Forecast> forecast, Optional<Double> target) {}

    /**
     * Where it leads if it goes on as it does.
     *
     * @param low lower end of the interval of 95 %
     * @param number the value as it is read
     */
    public record Forecast(double value, double low, double high, String number) {}
}
