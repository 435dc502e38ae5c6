package eu.wattpeil.collect.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the index of a row in a table means, such as {@code {pdu}.{inlet}.5}: its numbers by name; a
 * row in which another number stands in place of a written one, or of one of {@code 7|29}, is not
 * meant.
 */
public final class IndexPattern {

    private static final Pattern PART =
            Pattern.compile("\\{([a-z][a-z0-9_]*)\\}|[0-9]+(\\|[0-9]+)*");

    private final List<String> parts;

    private IndexPattern(List<String> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException where it is none
     */
    static IndexPattern of(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        for (String part : parts) {
            if (!PART.matcher(part).matches()) {
                throw new IllegalArgumentException(text);
            }
        }
        return new IndexPattern(parts);
    }

    /** Whether a row with this index is meant, such as {@code 1.1.5}. */
    public boolean matches(String index) {
        return values(index).isPresent();
    }

    /**
     * A text with the numbers of an index in place of their names; empty where the index is not
     * meant.
     */
    Optional<String> filled(String template, String index) {
        return values(index)
                .map(
                        values -> {
                            String text = template;
                            for (int i = 0; i < values.size(); i++) {
                                text = text.replace(parts.get(i), values.get(i));
                            }
                            return text;
                        });
    }

    /** Whether all names in a text are those of numbers of the index. */
    boolean knowsNamesOf(String template) {
        List<String> names = new ArrayList<>();
        Pattern.compile("\\{[^}]*\\}")
                .matcher(template)
                .results()
                .forEach(found -> names.add(found.group()));
        return parts.containsAll(names);
    }

    private Optional<List<String>> values(String index) {
        List<String> values = List.of(index.split("\\.", -1));
        if (values.size() != parts.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean isWritten = !parts.get(i).startsWith("{");
            if (isWritten
                    ? !List.of(parts.get(i).split("\\|", -1)).contains(values.get(i))
                    : !isNumber(values.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
