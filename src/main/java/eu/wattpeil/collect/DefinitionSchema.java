package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of {@code jobs/collect} as a JSON Schema, by which editors complete and check them. */
public final class DefinitionSchema {

    private DefinitionSchema() {}

    /** The schema, as maps, lists and texts. */
    public static Map<String, Object> json() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "dataset",
                Map.of("enum", Datasets.collected().stream().map(Dataset::name).toList()));
        properties.put("format", Map.of("enum", List.copyOf(Formats.names())));
        properties.put("source", Map.of("type", "object"));
        properties.put("schedule", Map.of("type", "string"));
        properties.put("options", Map.of("type", "object"));
        properties.put("rejects", Map.of("type", "object"));
        List<Object> formats = new ArrayList<>();
        for (String format : Formats.names()) {
            formats.add(
                    ordered(
                            "if",
                            Map.of("properties", Map.of("format", Map.of("const", format))),
                            "then",
                            Map.of(
                                    "properties",
                                    Map.of(
                                            "options",
                                            OptionType.schemaOf(Formats.options(format))))));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A definition of jobs/collect");
        schema.put("type", "object");
        schema.put("required", List.of("dataset", "format", "source"));
        schema.put("properties", properties);
        schema.put("allOf", formats);
        return schema;
    }

    private static Map<String, Object> ordered(
            String first, Object value, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, value);
        map.put(second, other);
        return map;
    }
}
