package eu.wattpeil.workspace;

import java.util.Locale;
import java.util.Map;

/**
 * What others can learn from a measure, by language; empty where nobody wrote it down.
 *
 * @param done what was done, and by what kind of people
 * @param lesson what was learned
 * @param repeat how others do the same
 */
public record MeasureStory(
        Map<Locale, String> done, Map<Locale, String> lesson, Map<Locale, String> repeat) {

    /** Nothing is written down. */
    public static final MeasureStory NONE = new MeasureStory(Map.of(), Map.of(), Map.of());

    public MeasureStory {
        done = Titles.copy(done);
        lesson = Titles.copy(lesson);
        repeat = Titles.copy(repeat);
    }
}
