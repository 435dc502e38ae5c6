package eu.wattpeil.collect.source.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A few values of a JSON document, found without keeping it.
 *
 * @param texts texts and numbers, by where they stand
 * @param sizes how many elements the lists have
 */
record JsonGlance(Map<JsonPointer, String> texts, Map<JsonPointer, Integer> sizes) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** What stands at some places of a file; empty where it is no JSON. */
    static Optional<JsonGlance> at(Path file, Set<JsonPointer> places) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in, places);
        }
    }

    /** What stands at some places of a document; empty where it is no JSON. */
    static Optional<JsonGlance> of(InputStream in, Set<JsonPointer> places) {
        JsonGlance glance = new JsonGlance(new HashMap<>(), new HashMap<>());
        int deepest = places.stream().mapToInt(JsonGlance::depth).max().orElse(0) + 1;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            boolean isJson = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                isJson = true;
                if (token.isStructEnd() || token == JsonToken.PROPERTY_NAME) {
                    continue;
                }
                TokenStreamContext context = parser.streamReadContext();
                if (context.getNestingDepth() <= deepest + 1) {
                    glance.add(context.pathAsPointer(), token, parser, places);
                }
            }
            return isJson ? Optional.of(glance) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private void add(
            JsonPointer place, JsonToken token, JsonParser parser, Set<JsonPointer> places) {
        JsonPointer list = place.head();
        if (list != null && sizes.containsKey(list)) {
            sizes.merge(list, 1, Integer::sum);
        }
        if (!places.contains(place)) {
            return;
        }
        if (token == JsonToken.START_ARRAY) {
            sizes.put(place, 0);
        } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            texts.put(place, parser.getString());
        }
    }

    private static int depth(JsonPointer place) {
        int depth = 0;
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            depth++;
        }
        return depth;
    }
}
