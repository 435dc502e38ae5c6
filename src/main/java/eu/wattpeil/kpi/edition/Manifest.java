package eu.wattpeil.kpi.edition;

import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoredFile;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.FileBundle;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.UsedFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an edition was made of: each document, factor, model, file and part of the configuration by
 * its fingerprint, the editions of the months before and what these left; and the files that it is.
 * No clock time but the day on which a month was computed that was not over, and no name of a
 * document, in which a person's may be: the same edition is the same bytes.
 *
 * @param used the files that figures and reports are made from
 * @param earlier the editions of the months before that the month sees, in order
 * @param older those of the months before these
 * @param parts by month and model, what they left in the store that the month sees
 * @param written the files of the edition
 */
record Manifest(
        Edition edition,
        Contents contents,
        Inputs inputs,
        UsedFiles used,
        List<Edition> earlier,
        List<Edition> older,
        SortedMap<String, SortedMap<String, String>> parts,
        List<StoredFile> written) {

    static final String DOCUMENTS = "documents";
    static final String FACTORS = "factors";
    static final String FILES = "files";
    static final String KEPT = "kept";
    static final String OWN = "workspace";
    static final String PACKAGED = "packaged";
    static final String EARLIER = "earlier";
    static final String OLDER = "older";
    static final String PARTS = "parts";
    static final String WRITTEN = "written";
    private static final String UNTIL = "until";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    /** As it stands beside the edition. */
    String text(Store store) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("month", edition.month().toString());
        manifest.put("edition", edition.number());
        manifest.put("fingerprint", edition.fingerprint());
        manifest.put("software", inputs.version());
        inputs.until(edition.month()).ifPresent(day -> manifest.put(UNTIL, day.toString()));
        documents(manifest.putArray(DOCUMENTS));
        factors(manifest.putArray(FACTORS));
        inputs.modelHashes().forEach(manifest.putObject("models")::put);
        inputs.configHashes(edition.month()).forEach(manifest.putObject("config")::put);
        ObjectNode files = manifest.putObject(FILES);
        used.own().hashes().forEach(files::put);
        used.packaged().hashes().forEach(files::put);
        ObjectNode kept = manifest.putObject(KEPT);
        kept.put(OWN, id(used.own()));
        kept.put(PACKAGED, id(used.packaged()));
        numbers(manifest.putObject(EARLIER), earlier);
        numbers(manifest.putObject(OLDER), older);
        ObjectNode months = manifest.putObject(PARTS);
        parts.forEach((month, models) -> models.forEach(months.withObjectProperty(month)::put));
        ObjectNode tables = manifest.putObject("tables");
        contents.tables().stream()
                .filter(it -> !it.isEmpty())
                .forEach(it -> tables.put(it.table().name(), Fingerprint.of(it.text())));
        ArrayNode out = manifest.putArray(WRITTEN);
        for (StoredFile file : written) {
            out.addObject()
                    .put("file", file.file())
                    .put("bytes", file.bytes())
                    .put("sha256", Fingerprint.of(store.readBytes(file.file())));
        }
        DefaultPrettyPrinter lines =
                new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
        return JSON.writer().with(lines).writeValueAsString(manifest) + "\n";
    }

    /** What {@link #text} has written; empty where it cannot be read. */
    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    /** Of an edition of a month that was not over, the day on which it was computed. */
    static Optional<LocalDate> until(JsonNode manifest) {
        return manifest.optional(UNTIL).map(JsonNode::asString).map(LocalDate::parse);
    }

    private static String id(FileBundle files) {
        return files.isEmpty() ? "" : files.id();
    }

    private void documents(ArrayNode documents) {
        for (LedgerRow document : inputs.documents(edition.month())) {
            documents
                    .addObject()
                    .put("document_id", document.documentId())
                    .put("definition", document.definition())
                    .put("dataset", document.dataset())
                    .put("sha256", document.sha256())
                    .put("bytes", document.bytes())
                    .put("rows", document.records());
        }
    }

    private void factors(ArrayNode factors) {
        Set<String> ids =
                contents.values().stream()
                        .flatMap(value -> value.factorIds().stream())
                        .collect(Collectors.toSet());
        Map<String, Factor> rows =
                inputs.workspace().factors().stream()
                        .filter(row -> ids.contains(row.factorId()))
                        .collect(Collectors.toMap(Factor::factorId, row -> row, (one, two) -> one));
        ids.stream()
                .sorted()
                .forEach(
                        id -> {
                            ObjectNode factor = factors.addObject().put("factor_id", id);
                            Factor row = rows.get(id);
                            if (row != null) {
                                factor.put("sha256", row.fingerprint());
                            }
                        });
    }

    private static void numbers(ObjectNode months, List<Edition> editions) {
        editions.forEach(it -> months.put(it.month().toString(), it.number()));
    }
}
