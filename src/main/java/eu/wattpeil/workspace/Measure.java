package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of {@code config/measures.yaml}: what was done to reach a goal, and since when.
 *
 * @param title by language
 * @param startedOn the first day on which it holds
 * @param endedOn the last one; empty while it goes on
 * @param control where nothing was done, so that what happens there would have happened here, too
 * @param isExperiment whether it is tried on a small scale first
 * @param scaledOn since when the whole organisation does it; empty where it does not
 * @param expected the change that was expected before it began, as a share of what was before
 * @param tags how it is sorted; its lever is always said
 * @param story what others can learn from it
 * @param place where it stands, for messages
 */
public record Measure(
        String measureId,
        Map<Locale, String> title,
        String kpiId,
        Scope scope,
        LocalDate startedOn,
        Optional<LocalDate> endedOn,
        Optional<Scope> control,
        boolean isExperiment,
        Optional<LocalDate> scaledOn,
        Optional<BigDecimal> expected,
        Tags tags,
        MeasureStory story,
        Place place) {

    public Measure {
        title = Titles.copy(title);
        requireAfterStart("until", startedOn, endedOn);
        requireAfterStart("scaled", startedOn, scaledOn);
        if (control.filter(scope::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "control is \"" + scope + "\", expected another scope than the measure's own");
        }
        if (scaledOn.isPresent() && !isExperiment) {
            throw new IllegalArgumentException(
                    "scaled is " + scaledOn.get() + ", expected experiment: true with it");
        }
    }

    private static void requireAfterStart(
            String key, LocalDate startedOn, Optional<LocalDate> found) {
        if (found.filter(it -> !it.isAfter(startedOn)).isPresent()) {
            throw new IllegalArgumentException(
                    key + " is " + found.get() + ", expected a day after from, " + startedOn);
        }
    }

    /** Whether it ended, or all do now what a few tried, on a day or before it. */
    public boolean isOverOn(LocalDate day) {
        return Stream.of(endedOn, scaledOn)
                .anyMatch(it -> it.filter(end -> !end.isAfter(day)).isPresent());
    }

    /** Technique, organisation or behaviour. */
    public String lever() {
        return tags.lever().orElseThrow();
    }
}
