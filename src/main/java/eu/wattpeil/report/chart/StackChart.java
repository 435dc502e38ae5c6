package eu.wattpeil.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * Parts of one whole, month after month: a column per month, the parts on top of each other.
 *
 * @param id unique in the page
 * @param description what the chart shows, for those who do not see it
 * @param parts from the lowest
 * @param months without holes
 */
public record StackChart(String id, String description, List<Part> parts, List<Month> months) {

    /**
     * A part.
     *
     * @param label its name with its share of the last month that is known
     */
    public record Part(String name, String label) {}

    /**
     * A month.
     *
     * @param values one per part, in their order; empty where any of them is not known, which makes
     *     a gap
     * @param letter first letter of its name
     * @param year under the first column of a year; else empty
     * @param total all of them, as it is read
     */
    public record Month(Optional<List<Double>> values, String letter, String year, String total) {}
}
