package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Presets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of {@code jobs/collect} as a JSON Schema, by which editors complete and check them. */
public final class DefinitionSchema {

    private DefinitionSchema() {}

    /** The schema, as maps, lists and texts. */
    public static Map<String, Object> json(Presets presets) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "dataset",
                Map.of("enum", Datasets.collected().stream().map(Dataset::name).toList()));
        properties.put("format", Map.of("enum", List.copyOf(Formats.names(presets))));
        properties.put("source", Map.of("anyOf", sources()));
        properties.put("schedule", Map.of("type", "string"));
        properties.put("options", Map.of("type", "object"));
        properties.put("rejects", Map.of("type", "object"));
        List<Object> formats = new ArrayList<>();
        for (String reader : Formats.names()) {
            List<String> names = new ArrayList<>(List.of(reader));
            for (Preset preset : presets.all()) {
                if (preset.reader().equals(reader)) {
                    names.add(preset.name());
                }
            }
            Map<String, Object> options = OptionType.schemaOf(Formats.options(reader));
            formats.add(
                    ordered(
                            "if",
                            Map.of("properties", Map.of("format", Map.of("enum", names))),
                            "then",
                            Map.of("properties", Map.of("options", options))));
        }
        // A preset says itself which dataset it fills.
        Map<String, Object> isReader = Map.of("enum", List.copyOf(Formats.names()));
        formats.add(
                ordered(
                        "if",
                        Map.of("properties", Map.of("format", isReader)),
                        "then",
                        Map.of("required", List.of("dataset"))));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A definition of jobs/collect");
        schema.put("type", "object");
        schema.put("required", List.of("format", "source"));
        schema.put("properties", properties);
        schema.put("allOf", formats);
        return schema;
    }

    private static List<Object> sources() {
        List<Object> sources = new ArrayList<>();
        for (String name : Sources.names()) {
            Map<String, Object> schema =
                    OptionType.schemaOf(Sources.named(name).orElseThrow().options());
            schema.put("required", List.of(name));
            sources.add(schema);
        }
        return sources;
    }

    private static Map<String, Object> ordered(
            String first, Object value, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, value);
        map.put(second, other);
        return map;
    }
}
