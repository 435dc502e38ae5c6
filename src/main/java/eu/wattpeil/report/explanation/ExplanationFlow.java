package eu.wattpeil.report.explanation;

import eu.wattpeil.kpi.explain.Explanation;
import eu.wattpeil.report.words.Lines;
import eu.wattpeil.workspace.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An explanation for people as parts of a page, which one process writes and another one reads.
 *
 * @param items in order
 */
public record ExplanationFlow(List<Item> items) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HEADING = "heading";
    private static final String SENTENCE = "sentence";
    private static final String TABLE = "table";

    public ExplanationFlow {
        items = List.copyOf(items);
    }

    /** A part of it. */
    public sealed interface Item {}

    /** Begins what follows up to the next one. */
    public record Heading(String text) implements Item {}

    /** A sentence, or a line with numbers. */
    public record Sentence(String text) implements Item {}

    /**
     * A table.
     *
     * @param rows of equal length, the first with the names of the columns
     */
    public record Table(List<List<String>> rows) implements Item {

        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    private static final class Collected implements Lines {

        private final List<Item> items = new ArrayList<>();

        @Override
        public void line(String text) {
            items.add(new Sentence(text));
        }

        @Override
        public void heading(String text) {
            items.add(new Heading(text));
        }

        @Override
        public void indented(String text) {
            items.add(new Sentence(text));
        }

        @Override
        public void table(List<List<String>> rows) {
            items.add(new Table(rows));
        }
    }

    private static ExplanationFlow of(
            Explanation explanation, Texts texts, Locale language, int minimumGroupSize) {
        Collected collected = new Collected();
        ExplanationPage.print(explanation, texts, language, minimumGroupSize, collected);
        return new ExplanationFlow(collected.items);
    }

    /**
     * One in several languages, as an object of JSON with a list for each. Everybody reads it, so
     * of a department there are no rows: its people would know each other's among them.
     */
    public static String json(
            Explanation whole, Texts texts, List<Locale> languages, int minimumGroupSize) {
        Explanation explanation =
                whole.value().scope().isDepartment() ? whole.withoutTrail() : whole;
        ObjectNode object = JSON.createObjectNode();
        for (Locale language : languages) {
            ArrayNode list = object.putArray(language.toLanguageTag());
            of(explanation, texts, language, minimumGroupSize).items().forEach(it -> add(it, list));
        }
        return object + "\n";
    }

    private static void add(Item item, ArrayNode list) {
        if (item instanceof Heading heading) {
            list.addObject().put(HEADING, heading.text());
        } else if (item instanceof Sentence sentence) {
            list.addObject().put(SENTENCE, sentence.text());
        } else if (item instanceof Table table) {
            ArrayNode rows = list.addObject().putArray(TABLE);
            table.rows().forEach(row -> row.forEach(rows.addArray()::add));
        }
    }

    /**
     * Reads what {@link #json} has written: by the tag of the language.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Map<String, ExplanationFlow> read(String json) {
        try {
            Map<String, ExplanationFlow> flows = new TreeMap<>();
            JSON.readTree(json)
                    .properties()
                    .forEach(
                            entry ->
                                    flows.put(
                                            entry.getKey(),
                                            new ExplanationFlow(
                                                    all(entry.getValue())
                                                            .map(ExplanationFlow::item)
                                                            .toList())));
            return flows;
        } catch (JacksonException none) {
            throw new IllegalArgumentException(none);
        }
    }

    private static Item item(JsonNode node) {
        if (node.has(HEADING)) {
            return new Heading(node.get(HEADING).asString());
        }
        if (node.has(SENTENCE)) {
            return new Sentence(node.get(SENTENCE).asString());
        }
        return new Table(
                all(node.path(TABLE))
                        .map(row -> all(row).map(JsonNode::asString).toList())
                        .toList());
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
