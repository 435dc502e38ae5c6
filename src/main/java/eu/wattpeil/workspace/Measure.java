package eu.wattpeil.workspace;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * An entry of {@code config/measures.yaml}: what was done to reach a goal, and since when.
 *
 * @param title by language
 * @param lever technique, organisation or behaviour
 * @param place where it stands, for messages
 */
public record Measure(
        String measureId,
        Map<Locale, String> title,
        String kpiId,
        Scope scope,
        LocalDate startedOn,
        String lever,
        Place place) {

    public Measure {
        title = Titles.copy(title);
    }
}
