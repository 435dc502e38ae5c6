package eu.wattpeil.kpi.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document that an edition was made of. It has no name here, in which a person's may be.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param records that it gave
 */
public record InputDocument(
        String documentId, String definition, String dataset, String sha256, long records) {

    private static final Comparator<InputDocument> ORDER =
            Comparator.comparing(InputDocument::definition)
                    .thenComparing(InputDocument::documentId);

    /** Those that a {@code manifest.json} names, by definition and id. */
    public static List<InputDocument> of(String manifest) {
        List<InputDocument> documents = new ArrayList<>();
        for (JsonNode one : JsonMapper.shared().readTree(manifest).path(Manifest.DOCUMENTS)) {
            documents.add(
                    new InputDocument(
                            one.path("document_id").asString(),
                            one.path("definition").asString(),
                            one.path("dataset").asString(),
                            one.path("sha256").asString(),
                            one.path("rows").asLong()));
        }
        documents.sort(ORDER);
        return List.copyOf(documents);
    }
}
