package eu.wattpeil.kpi.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an edition was computed from, or what the same month would be computed from now.
 *
 * @param software its version
 * @param documents by id, the SHA-256 of each
 * @param models by name, a fingerprint of each
 * @param config by table, a fingerprint of the rows that the month sees
 * @param earlier by month, the edition of each month before that it looked back at
 */
public record MadeFrom(
        String software,
        SortedMap<String, String> documents,
        SortedMap<String, String> models,
        SortedMap<String, String> config,
        SortedMap<String, String> earlier) {

    /** What is not the same. */
    public enum Kind {
        SOFTWARE,
        DOCUMENT_ADDED,
        DOCUMENT_GONE,
        MODEL,
        CONFIG,
        EARLIER_MONTH,
        RECORDS_GONE
    }

    /**
     * One difference.
     *
     * @param name id of the document, name of the model, table or month; of records that are no
     *     longer kept their table, and before which month
     */
    public record Change(Kind kind, String name) {}

    /** What a {@code manifest.json} says. */
    public static MadeFrom of(String manifest) {
        return of(JsonMapper.shared().readTree(manifest));
    }

    /** Of a month that was not over, the day on which the edition of a manifest was computed. */
    public static Optional<LocalDate> until(String manifest) {
        return Manifest.until(JsonMapper.shared().readTree(manifest));
    }

    /** The manifest of an edition. */
    static MadeFrom of(JsonNode manifest) {
        SortedMap<String, String> documents = new TreeMap<>();
        manifest.path("documents")
                .forEach(
                        it ->
                                documents.put(
                                        it.path("document_id").asString(),
                                        it.path("sha256").asString()));
        return new MadeFrom(
                manifest.path("software").asString(""),
                documents,
                fields(manifest.path("models")),
                fields(manifest.path("config")),
                fields(manifest.path("earlier")));
    }

    /** What has changed from this to another one, by kind and name. */
    public List<Change> changesTo(MadeFrom now) {
        List<Change> changes = new ArrayList<>();
        if (!software.equals(now.software)) {
            changes.add(new Change(Kind.SOFTWARE, now.software));
        }
        now.documents.keySet().stream()
                .filter(id -> !documents.containsKey(id))
                .forEach(id -> changes.add(new Change(Kind.DOCUMENT_ADDED, id)));
        documents.keySet().stream()
                .filter(id -> !now.documents.containsKey(id))
                .forEach(id -> changes.add(new Change(Kind.DOCUMENT_GONE, id)));
        different(models, now.models).forEach(it -> changes.add(new Change(Kind.MODEL, it)));
        different(config, now.config).forEach(it -> changes.add(new Change(Kind.CONFIG, it)));
        different(earlier, now.earlier)
                .forEach(it -> changes.add(new Change(Kind.EARLIER_MONTH, it)));
        return changes;
    }

    static TreeSet<String> different(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> before.getOrDefault(name, "").equals(after.getOrDefault(name, "")));
        return names;
    }

    private static SortedMap<String, String> fields(JsonNode object) {
        SortedMap<String, String> fields = new TreeMap<>();
        object.properties().forEach(it -> fields.put(it.getKey(), it.getValue().asString()));
        return fields;
    }
}
