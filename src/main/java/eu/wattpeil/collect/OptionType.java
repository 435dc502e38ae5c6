package eu.wattpeil.collect;

import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the values of an option are: how they are read, and how they are described. */
public final class OptionType<T> {

    private static final Map<String, Object> SCALAR =
            Map.of("type", List.of("string", "number", "boolean"));

    private final String shown;
    private final Map<String, Object> schema;
    private final BiFunction<Section, String, Optional<T>> reader;

    private OptionType(
            String shown,
            Map<String, Object> schema,
            BiFunction<Section, String, Optional<T>> reader) {
        this.shown = shown;
        this.schema = schema;
        this.reader = reader;
    }

    /**
     * A text.
     *
     * @param expected in words that finish "expected …"
     * @param reader may throw {@link IllegalArgumentException} or {@link
     *     java.time.DateTimeException} for what is not expected
     */
    public static <T> OptionType<T> text(String expected, Function<String, T> reader) {
        return of(expected, SCALAR, ValueType.of(expected, reader));
    }

    /** One of a closed set of words. */
    public static OptionType<String> choice(String... words) {
        Set<String> choices = new TreeSet<>(List.of(words));
        String shown =
                choices.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        return of(shown, Map.of("enum", List.of(words)), ValueType.oneOf(choices));
    }

    /** True or false. */
    public static OptionType<Boolean> flag() {
        return of("`true`, `false`", Map.of("type", "boolean"), ValueType.BOOLEAN);
    }

    /** A whole number. */
    public static OptionType<Integer> wholeNumber() {
        return of("a whole number", Map.of("type", "integer"), ValueType.WHOLE_NUMBER);
    }

    private static <T> OptionType<T> of(
            String shown, Map<String, Object> schema, ValueType<T> type) {
        return new OptionType<>(shown, schema, (section, key) -> section.optional(key, type));
    }

    /** Texts, one or a list. */
    public static OptionType<List<String>> texts(String shown) {
        Map<String, Object> list = Map.of("type", "array", "items", SCALAR);
        return new OptionType<>(
                shown,
                Map.of("anyOf", List.of(SCALAR, list)),
                (section, key) -> Optional.of(section.texts(key)));
    }

    /** A text, or a section of texts; the text alone goes by the empty name. */
    public static OptionType<Map<String, String>> namedTexts(String shown) {
        Map<String, Object> named = Map.of("type", "object", "additionalProperties", SCALAR);
        return new OptionType<>(
                shown, Map.of("anyOf", List.of(SCALAR, named)), OptionType::namedTexts);
    }

    private static Optional<Map<String, String>> namedTexts(Section section, String key) {
        if (!section.isSection(key)) {
            return section.optionalText(key).map(text -> Map.of("", text));
        }
        Section named = section.section(key);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : named.keys()) {
            texts.put(name, named.text(name));
        }
        return Optional.of(texts);
    }

    /** A section with keys of its own. */
    public static OptionType<Section> section(String shown) {
        return new OptionType<>(shown, Map.of("type", "object"), Section::optionalSection);
    }

    /** A section with these keys. */
    public static OptionType<Section> section(List<Option<?>> keys) {
        String shown =
                keys.stream()
                        .map(option -> "`" + option.key() + "`")
                        .collect(Collectors.joining(", ", "a section of ", ""));
        return new OptionType<>(shown, schemaOf(keys), Section::optionalSection);
    }

    /** A list of sections with these keys. */
    public static OptionType<List<Section>> sections(List<Option<?>> keys) {
        String shown =
                keys.stream()
                        .map(option -> "`" + option.key() + "`")
                        .collect(Collectors.joining(", ", "a list of sections of ", ""));
        return new OptionType<>(
                shown,
                Map.of("type", "array", "items", schemaOf(keys)),
                (section, key) -> Optional.of(section.sections(key)));
    }

    /** A section with one key for each column, whose value is a text or a section of these keys. */
    public static OptionType<Section> columns(String shown, List<Option<?>> keys) {
        Map<String, Object> each = Map.of("anyOf", List.of(SCALAR, schemaOf(keys)));
        return new OptionType<>(
                shown,
                Map.of("type", "object", "additionalProperties", each),
                Section::optionalSection);
    }

    /** The values in words, with Markdown around what is written as it is. */
    public String shown() {
        return shown;
    }

    /** The values as a JSON Schema. */
    public Map<String, Object> schema() {
        return schema;
    }

    /** The JSON Schema of a section with these keys and no others. */
    static Map<String, Object> schemaOf(List<Option<?>> options) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Option<?> option : options) {
            Map<String, Object> described = new LinkedHashMap<>(option.type().schema());
            described.put("description", option.meaning());
            properties.put(option.key(), described);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    Optional<T> read(Section section, String key) {
        return reader.apply(section, key);
    }
}
