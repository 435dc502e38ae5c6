package eu.wattpeil.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * The days of a month in a row, each filled by what is known of it.
 *
 * @param description what it shows, for those who do not see it
 * @param days shares of the parts of each day, from the lowest; empty where there is none to know
 */
public record StripChart(String description, List<Optional<List<Double>>> days) {

    public StripChart {
        days = List.copyOf(days);
    }
}
