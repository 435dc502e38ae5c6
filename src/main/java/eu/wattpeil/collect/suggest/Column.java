package eu.wattpeil.collect.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A column of a table.
 *
 * @param name its header text; empty where it has none
 * @param reference how a definition names it: its header text, or its number where that is not its
 *     own
 * @param values one for each row; empty where the row has none
 */
record Column(String name, String reference, List<String> values) {

    /** Whether the header has one of the words. */
    boolean isCalled(Pattern words) {
        return Words.has(name, words);
    }

    /** The values that are there. */
    List<String> filled() {
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    /** How often each value is there, in the order in which they come. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        filled().forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }
}
