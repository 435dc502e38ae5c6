package eu.wattpeil.workspace;

import java.io.StringWriter;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping in a YAML file that knows the line of each of its keys.
 *
 * <p>Reading never throws: what is missing or of the wrong type is noted in the {@link Problems}
 * and read as absent, so that one pass finds everything. Each accessor marks its key as known;
 * {@link #rejectUnknownKeys()} then names the rest.
 */
public final class Section {

    private static final int LINE_WIDTH = 120;

    private final String file;
    private final int line;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Problems problems;

    /**
     * Whether it stands for a section that should be there: then its keys are not missed as well.
     */
    private final boolean isStandIn;

    /**
     * A key with its value.
     *
     * @param place of the key
     * @param under the section of the same key that this one lies over; null for none
     */
    private record Entry(Place place, Node node, @Nullable Entry under) {

        boolean isSection() {
            return node instanceof MappingNode;
        }

        boolean isNull() {
            return Tag.NULL.equals(node.getTag());
        }
    }

    /** Reads a mapping node; anything else gives an empty section and a problem. */
    Section(String file, Node node, Problems problems) {
        this.file = file;
        this.line = lineOf(node);
        this.problems = problems;
        this.isStandIn = !(node instanceof MappingNode);
        if (!(node instanceof MappingNode mapping)) {
            problems.add(file, line, describe(node) + ", expected keys with values");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            Place place = new Place(file, lineOf(tuple.getKeyNode()));
            Entry first = entries.putIfAbsent(key, new Entry(place, tuple.getValueNode(), null));
            if (first != null) {
                problems.add(
                        place,
                        "key \""
                                + key
                                + "\" is given twice, first in line "
                                + first.place().line()
                                + ", expected it once");
            }
        }
    }

    private Section(String file, int line, Problems problems, boolean isStandIn) {
        this.file = file;
        this.line = line;
        this.problems = problems;
        this.isStandIn = isStandIn;
    }

    /** The mapping in a YAML text; empty, with a problem, where it is none. */
    public static Optional<Section> parse(String place, String text, Problems problems) {
        return YamlFile.read(place, text, problems);
    }

    /** A section without keys, for what an absent optional part means. */
    public static Section empty(String file, Problems problems) {
        return new Section(file, 1, problems, false);
    }

    /**
     * This section laid over another: where both have a section, it is merged key by key; anything
     * else of this one replaces what is below, and a key that is empty takes it away. Each key
     * keeps the place where it is written.
     */
    public Section over(Section base) {
        Section merged = new Section(file, line, problems, isStandIn);
        merged.entries.putAll(base.entries);
        entries.forEach(merged::lay);
        return merged;
    }

    private void lay(String key, Entry entry) {
        Entry under = entries.get(key);
        if (under != null && entry.isNull()) {
            entries.remove(key);
        } else if (under != null && under.isSection() && entry.isSection()) {
            entries.put(key, new Entry(entry.place(), entry.node(), under));
        } else {
            entries.put(key, entry);
        }
    }

    /** The file this was read from, relative to the workspace. */
    public String file() {
        return file;
    }

    /** Where the section starts. */
    public Place place() {
        return new Place(file, line);
    }

    /** Where a key stands; the section where the key is absent. */
    public Place place(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place() : entry.place();
    }

    /** The line of a key; of the section where the key is absent. */
    public int line(String key) {
        return place(key).line();
    }

    public Problems problems() {
        return problems;
    }

    /** Notes a problem at the line of a key. */
    public void problem(String key, String message) {
        problems.add(place(key), message);
    }

    /**
     * Notes that something is lacking under a key: at its line, or at the section where the key
     * comes from what this section lies over, which leaves it open.
     */
    public void lacking(String key, String message) {
        Place at = place(key);
        problems.add(at.file().equals(file) ? at : place(), message);
    }

    /** Whether the key is there with a value; marks it as known. */
    public boolean has(String key) {
        known.add(key);
        Entry entry = entries.get(key);
        return entry != null && !entry.isNull();
    }

    /** The keys as written, in order; reading them marks them all as known (free-form sections). */
    public Set<String> keys() {
        known.addAll(entries.keySet());
        return entries.keySet();
    }

    /** Whether the value of the key is a mapping. */
    public boolean isSection(String key) {
        known.add(key);
        Entry entry = entries.get(key);
        return entry != null && entry.isSection();
    }

    /** Whether the value of the key is a list. */
    public boolean isList(String key) {
        return has(key) && node(key) instanceof SequenceNode;
    }

    /** The text of a key that must be there; an empty text and a problem where it is not. */
    public String text(String key) {
        return required(key, optionalText(key), "");
    }

    public Optional<String> optionalText(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (node(key) instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problem(key, describe(key, node(key)) + ", expected a text");
        return Optional.empty();
    }

    /** A value of a type; where it cannot be read, the type says what was expected. */
    public <T> Optional<T> optional(String key, ValueType<T> type) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.reader().apply(text.get()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            problem(key, key + " is \"" + text.get() + "\"" + type.hint().apply(text.get()));
            return Optional.empty();
        }
    }

    /** A value that must be there; empty, with a problem, where it is not or cannot be read. */
    public <T> Optional<T> required(String key, ValueType<T> type) {
        if (!has(key)) {
            missing(key);
            return Optional.empty();
        }
        return optional(key, type);
    }

    /** Notes that a key should be there. */
    void missing(String key) {
        if (isStandIn) {
            return;
        }
        problems.add(file, line, key + " is missing, expected it here");
    }

    /** The texts of a list, or the one text where the value is no list; empty where absent. */
    public List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(node(key) instanceof SequenceNode sequence)) {
            return optionalText(key).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            if (node instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problems.add(
                        place(key).file(), lineOf(node), describe(key, node) + ", expected a text");
            }
        }
        return texts;
    }

    /**
     * The mapping of a key that must be there; where it is not, a problem and an empty section that
     * misses no keys of its own.
     */
    public Section section(String key) {
        return required(key, optionalSection(key), new Section(file, 1, problems, true));
    }

    public Optional<Section> optionalSection(String key) {
        return has(key) ? Optional.of(section(entry(key), problems)) : Optional.empty();
    }

    private static Section section(Entry entry, Problems problems) {
        Section own = new Section(entry.place().file(), entry.node(), problems);
        return entry.under() == null ? own : own.over(section(entry.under(), problems));
    }

    /** The mappings of a list; empty where absent. */
    public List<Section> sections(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(node(key) instanceof SequenceNode sequence)) {
            problem(key, describe(key, node(key)) + ", expected a list");
            return List.of();
        }
        String in = place(key).file();
        return sequence.getValue().stream().map(node -> new Section(in, node, problems)).toList();
    }

    /** The node of a key that is there. */
    private Node node(String key) {
        return entry(key).node();
    }

    private Entry entry(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    /** Notes a problem for every key that no accessor asked for. */
    public void rejectUnknownKeys() {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                problem(key, "unknown key \"" + key + "\"" + Spelling.hint(key, known));
            }
        }
    }

    /**
     * Everything below this section as one canonical text: the same settings give the same text.
     */
    public String canonical() {
        StringBuilder text = new StringBuilder();
        entries.keySet().stream()
                .sorted()
                .forEach(
                        key -> {
                            text.append(key).append('=');
                            append(entry(key), text);
                            text.append(';');
                        });
        return text.toString();
    }

    private static void append(Entry entry, StringBuilder text) {
        if (entry.isSection()) {
            text.append('{').append(section(entry, new Problems()).canonical()).append('}');
        } else {
            append(entry.node(), text);
        }
    }

    private static void append(Node node, StringBuilder text) {
        if (node instanceof ScalarNode scalar) {
            text.append(scalar.getValue().length()).append(':').append(scalar.getValue());
        } else if (node instanceof SequenceNode sequence) {
            text.append('[');
            sequence.getValue()
                    .forEach(
                            item -> {
                                append(item, text);
                                text.append(',');
                            });
            text.append(']');
        } else {
            text.append('{').append(new Section("", node, new Problems()).canonical()).append('}');
        }
    }

    /** The section as YAML, as it is written in its file but for comments. */
    public String yaml() {
        List<NodeTuple> tuples = new ArrayList<>();
        entries.forEach(
                (key, entry) -> {
                    Node name = new ScalarNode(Tag.STR, key, null, null, ScalarStyle.PLAIN);
                    tuples.add(new NodeTuple(name, entry.node()));
                });
        DumperOptions options = new DumperOptions();
        options.setWidth(LINE_WIDTH);
        StringWriter text = new StringWriter();
        new Yaml(options).serialize(new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK), text);
        return text.toString();
    }

    private <T> T required(String key, Optional<T> value, T fallback) {
        if (value.isEmpty() && !has(key)) {
            missing(key);
        }
        return value.orElse(fallback);
    }

    private static String describe(Node node) {
        return "this is " + kind(node);
    }

    private static String describe(String key, Node node) {
        return key + " is " + kind(node);
    }

    private static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "a section";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return Tag.NULL.equals(node.getTag())
                ? "empty"
                : "\"" + ((ScalarNode) node).getValue() + "\"";
    }

    static int lineOf(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }
}
