package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines {@code -- key: value} at the top of a model. A comment line that is indented further
 * continues the line above; any other comment is prose.
 */
final class ModelHeader {

    private static final Pattern ENTRY = Pattern.compile("-- ?([a-z][a-z.-]*):(?: (.*))?");
    private static final Pattern CONTINUED = Pattern.compile("-- {3,}(\\S.*)");
    private static final Pattern WINDOW = Pattern.compile("(-?\\d{1,3}) to (-?\\d{1,3})");

    private final String file;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(String value, int line) {}

    private ModelHeader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads the header; a key that is not known is a problem. */
    static ModelHeader of(ModelFile model, Set<String> keys, Problems problems) {
        ModelHeader header = new ModelHeader(model.file(), problems);
        header.read(model.sql(), keys);
        return header;
    }

    private void read(String sql, Set<String> keys) {
        String last = "";
        int line = 0;
        for (String text : (Iterable<String>) sql.lines()::iterator) {
            line++;
            if (!text.startsWith("--")) {
                return;
            }
            Matcher continued = CONTINUED.matcher(text);
            Matcher entry = ENTRY.matcher(text);
            if (continued.matches()) {
                String more = " " + continued.group(1).strip();
                entries.computeIfPresent(
                        last, (key, before) -> new Entry(before.value() + more, before.line()));
            } else if (entry.matches()) {
                last = entry.group(1);
                put(last, Optional.ofNullable(entry.group(2)).orElse("").strip(), line, keys);
            }
        }
    }

    private void put(String key, String value, int line, Set<String> keys) {
        if (!keys.contains(key)) {
            problem(line, "unknown key \"" + key + "\"" + Spelling.hint(key, keys));
            return;
        }
        if (entries.putIfAbsent(key, new Entry(value, line)) != null) {
            problem(line, "key \"" + key + "\" stands here twice, expected once");
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value of a key; empty where it is absent. */
    String text(String key) {
        Entry entry = entries.get(key);
        return entry == null ? "" : entry.value();
    }

    /** The value of a key that must be there. */
    String required(String key, String expected) {
        if (text(key).isEmpty()) {
            problem(line(key), key + " is missing, expected " + expected);
        }
        return text(key);
    }

    /** The value of a key, separated by commas. */
    List<String> words(String key) {
        return Arrays.stream(text(key).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The value of a key that is one of a closed set of words, written in lower case. */
    <E extends Enum<E>> Optional<E> word(String key, Class<E> words) {
        String found = text(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<String, E> known =
                Arrays.stream(words.getEnumConstants())
                        .collect(Collectors.toMap(Codes::of, word -> word));
        if (!known.containsKey(found)) {
            problem(
                    line(key),
                    key + " is \"" + found + "\"" + Spelling.hint(found, known.keySet()));
        }
        return Optional.ofNullable(known.get(found));
    }

    /** A number of a key. */
    Optional<Double> number(String key, double min, double max) {
        if (!has(key)) {
            return Optional.empty();
        }
        Optional<Double> number = parse(text(key)).filter(it -> it >= min && it <= max);
        if (number.isEmpty()) {
            String range = max == Double.MAX_VALUE ? "" : " from " + min + " to " + max;
            problem(line(key), key + " is \"" + text(key) + "\", expected a number" + range);
        }
        return number;
    }

    /** The months around the computed one that the model sees. */
    MonthWindow window() {
        if (!has("months")) {
            return MonthWindow.THIS_MONTH;
        }
        Matcher window = WINDOW.matcher(text("months"));
        if (window.matches()) {
            int from = Integer.parseInt(window.group(1));
            int to = Integer.parseInt(window.group(2));
            if (from <= 0 && to >= 0) {
                return new MonthWindow(from, to);
            }
        }
        problem(
                line("months"),
                "months is \"" + text("months") + "\", expected a window such as -1 to 1");
        return MonthWindow.THIS_MONTH;
    }

    void problem(String key, String message) {
        problem(line(key), message);
    }

    private void problem(int line, String message) {
        problems.add(file, line, message);
    }

    /** Where a key stands; the first line where it does not. */
    int line(String key) {
        Entry entry = entries.get(key);
        return entry == null ? 1 : entry.line();
    }

    private static Optional<Double> parse(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
