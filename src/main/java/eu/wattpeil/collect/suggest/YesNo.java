package eu.wattpeil.collect.suggest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What texts of a column mean that says yes or no. */
final class YesNo {

    private static final int MOST_TEXTS = 6;

    /** Of which one says that there is the other one, too. */
    private static final List<List<String>> PAIRS =
            List.of(
                    List.of("DUPLEX", "NOT DUPLEX"),
                    List.of("GRAYSCALE", "NOT GRAYSCALE"),
                    List.of("Yes", "No"),
                    List.of("yes", "no"),
                    List.of("Y", "N"),
                    List.of("Ja", "Nee"),
                    List.of("ja", "nee"),
                    List.of("Oui", "Non"),
                    List.of("oui", "non"),
                    List.of("True", "False"),
                    List.of("true", "false"),
                    List.of("TRUE", "FALSE"),
                    List.of("1", "0"));

    private YesNo() {}

    /**
     * Each text with true or false, and with those that go with it; empty where there are too many.
     *
     * @param isInverse whether no means true
     */
    static Map<String, Object> of(Column column, Vocabulary vocabulary, boolean isInverse) {
        Set<String> texts = new LinkedHashSet<>();
        for (String text : column.counts().keySet()) {
            texts.add(text);
            PAIRS.stream().filter(pair -> pair.contains(text)).forEach(texts::addAll);
        }
        Map<String, Object> meanings = new LinkedHashMap<>();
        if (texts.size() <= MOST_TEXTS) {
            texts.forEach(text -> meanings.put(text, vocabulary.isNo(text) == isInverse));
        }
        return meanings;
    }
}
