package eu.wattpeil.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * A small column chart: what it shows, not how it is drawn. Time runs left to right, columns stand
 * on zero, and a month without a value is a gap.
 *
 * @param id unique in the page
 * @param description what the chart shows, for those who do not see it
 * @param columns one per month, without holes
 * @param top value at the upper edge, at least the largest of them
 * @param bottom value at the lower edge, zero or the smallest where that is negative
 * @param target word at the end of the target line
 */
public record ColumnChart(
        String id,
        String description,
        List<Column> columns,
        double top,
        double bottom,
        String target) {

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
     * @param label above the column; else empty
     */
    public record Column(
            Optional<Double> value,
            Optional<Double> target,
            boolean isThisYear,
            boolean isEstimate,
            boolean isMeasureStart,
            String month,
            String year,
            String label) {}
}
