package eu.wattpeil.collect.suggest;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A definition that is being made, and what is doubtful of it. */
final class Draft {

    private static final int LONGEST_LINE = 110;
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}/][\\p{L}\\p{N}_ ./()³°*-]*(?<! )");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

    private final Map<String, Object> head = new LinkedHashMap<>();
    private final Map<String, Object> options = new LinkedHashMap<>();
    private final Map<String, Object> columns = new LinkedHashMap<>();
    private final Map<String, Object> constants = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final Set<String> doubts = new LinkedHashSet<>();

    /**
     * @param dataset empty where the format says it
     */
    Draft(String dataset, String format) {
        if (!dataset.isEmpty()) {
            head.put("dataset", dataset);
        }
        head.put("format", format);
    }

    /** An option of the format. */
    void option(String key, Object value) {
        options.put(key, value);
    }

    /** Where a column of the dataset comes from. */
    void column(String name, Object value) {
        columns.put(name, value);
    }

    /** What a column of the dataset always is. */
    void constant(String name, String value) {
        constants.put(name, value);
    }

    /** Takes a column or a constant away again. */
    void forget(String name) {
        columns.remove(name);
        constants.remove(name);
    }

    /** A comment at an option, a column or a constant. */
    void note(String key, String note) {
        notes.put(key, note);
    }

    /** A comment at the format: what files it is of. */
    void noteFormat(String title) {
        notes.put("format", title);
    }

    /** The printers that there are. */
    void printers(Collection<String> printers) {
        option("printers", List.copyOf(printers));
        note("printers", "a damaged line can put a user here: look; better in config/printers.csv");
    }

    /** Where a column of the dataset comes from; empty where nothing says it. */
    Object columnOf(String name) {
        return columns.getOrDefault(name, "");
    }

    /** Something to look at, in a line. */
    void doubt(String doubt) {
        doubts.add(doubt);
    }

    List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** What a column always is; an empty text where it is not always the same. */
    String constantOf(String name) {
        return constants.getOrDefault(name, "").toString();
    }

    boolean has(String column) {
        return columns.containsKey(column) || constants.containsKey(column);
    }

    /** The definition in YAML, with comments. */
    String yaml(String files) {
        StringBuilder yaml = new StringBuilder();
        head.forEach((key, value) -> line(yaml, "", key, value, notes.get(key)));
        line(yaml, "", "source", Map.of("files", files), notes.get("source"));
        Map<String, Object> all = new LinkedHashMap<>(options);
        if (!columns.isEmpty() || !constants.isEmpty() || !all.isEmpty()) {
            yaml.append("options:\n");
        }
        all.forEach((key, value) -> line(yaml, "  ", key, value, notes.get(key)));
        if (!columns.isEmpty()) {
            yaml.append("  columns:\n");
            columns.forEach((key, value) -> line(yaml, "    ", key, value, notes.get(key)));
        }
        if (!constants.isEmpty()) {
            yaml.append("  constants:\n");
            constants.forEach((key, value) -> line(yaml, "    ", key, value, notes.get(key)));
        }
        return yaml.toString();
    }

    private static void line(
            StringBuilder yaml, String indent, String key, Object value, @Nullable String note) {
        String comment = note == null ? "" : "  # " + note;
        String flow = indent + text(key) + ": " + flow(value);
        if (flow.length() <= LONGEST_LINE || !(value instanceof Map || value instanceof List)) {
            yaml.append(flow).append(comment).append('\n');
            return;
        }
        yaml.append(indent).append(text(key)).append(':').append(comment).append('\n');
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> line(yaml, indent + "  ", name.toString(), each, null));
        } else {
            ((List<?>) value)
                    .forEach(
                            each ->
                                    yaml.append(indent)
                                            .append("  - ")
                                            .append(flow(each))
                                            .append('\n'));
        }
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey().toString()) + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Draft::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        boolean isPlain = value instanceof Boolean || value instanceof Integer;
        return isPlain ? value.toString() : text(value.toString());
    }

    /** A text as YAML has it, in quotes where it could be taken for something else. */
    static String text(String text) {
        boolean isPlain = PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches();
        if (isPlain) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char sign : text.toCharArray()) {
            switch (sign) {
                case '"', '\\' -> quoted.append('\\').append(sign);
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (sign < ' ' || sign >= 0x7f && sign <= 0x9f) {
                        quoted.append("\\x%02x".formatted((int) sign));
                    } else {
                        quoted.append(sign);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
