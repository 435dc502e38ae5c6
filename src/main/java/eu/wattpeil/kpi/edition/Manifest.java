package eu.wattpeil.kpi.edition;

import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.workspace.Fingerprint;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an edition was made of: each document, factor, model and part of the configuration by its
 * fingerprint, and the editions of the months before; and of each table beside its values the
 * fingerprint. No clock time: the same edition is the same bytes.
 */
final class Manifest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private Manifest() {}

    static String of(Edition edition, Contents contents, Inputs inputs, List<Edition> earlier) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("month", edition.month().toString());
        manifest.put("edition", edition.number());
        manifest.put("fingerprint", edition.fingerprint());
        manifest.put("software", inputs.version());
        ArrayNode documents = manifest.putArray("documents");
        for (LedgerRow document : inputs.documents(edition.month())) {
            documents
                    .addObject()
                    .put("document_id", document.documentId())
                    .put("definition", document.definition())
                    .put("sha256", document.sha256());
        }
        ArrayNode factors = manifest.putArray("factors");
        contents.values().stream()
                .flatMap(value -> value.factorIds().stream())
                .distinct()
                .sorted()
                .forEach(factors::add);
        inputs.modelHashes().forEach(manifest.putObject("models")::put);
        inputs.configHashes(edition.month()).forEach(manifest.putObject("config")::put);
        ObjectNode before = manifest.putObject("earlier");
        earlier.forEach(it -> before.put(it.month().toString(), it.number()));
        ObjectNode tables = manifest.putObject("tables");
        contents.tables().stream()
                .filter(it -> !it.isEmpty())
                .forEach(it -> tables.put(it.table().name(), Fingerprint.of(it.text())));
        DefaultPrettyPrinter lines =
                new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
        return JSON.writer().with(lines).writeValueAsString(manifest) + "\n";
    }
}
