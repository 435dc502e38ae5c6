package eu.wattpeil.report.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many numbers were held against an edition, by form, and those that are not its own. */
public final class Tally {

    private final Map<String, Integer> counted = new TreeMap<>();
    private final List<String> strange = new ArrayList<>();

    void add(String form, String place, String said, boolean isKnown, String text) {
        counted.merge(form, 1, Integer::sum);
        if (!isKnown) {
            strange.add(form + " " + place + ": " + said + " in: " + text.strip());
        }
    }

    /** How many there were in a form. */
    public int of(String form) {
        return counted.getOrDefault(form, 0);
    }

    /** How many there were in each. */
    public Map<String, Integer> counted() {
        return counted;
    }

    /** Each with its place and the text that it stands in. */
    public List<String> strange() {
        return strange;
    }
}
