package eu.wattpeil.kpi.edition;

import eu.wattpeil.disk.Access;
import eu.wattpeil.kpi.engine.ConfigRelations;
import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.MonthWindow;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Origin;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An edition that is computed again from what it was made from: the documents, files, editions and
 * months of materialised models that its manifest names, and no others. Nothing is written to the
 * store, and no lock is taken: a run may be at work.
 */
public final class Verification {

    private final Engine engine;
    private final Store store;
    private final YearMonth month;
    private final int number;
    private final JsonNode manifest;

    private Verification(
            Engine engine, Store store, YearMonth month, int number, JsonNode manifest) {
        this.engine = engine;
        this.store = store;
        this.month = month;
        this.number = number;
        this.manifest = manifest;
    }

    /**
     * Reads the manifest of an edition.
     *
     * @param store to read
     * @throws UnverifiableException where there is none, or one that does not tell enough
     */
    public static Verification of(Store store, YearMonth month, int number) {
        Engine engine = Engines.chosen();
        JsonNode manifest =
                new Editions(store, engine)
                        .manifest(month, number)
                        .orElseThrow(
                                () ->
                                        new UnverifiableException(
                                                "its manifest is missing or damaged"));
        if (!manifest.has(Manifest.KEPT)) {
            throw new UnverifiableException(
                    "it was made by version "
                            + manifest.path("software").asString("")
                            + ", which kept nothing of what it was made from");
        }
        return new Verification(engine, store, month, number, manifest);
    }

    /** What the files were that it was made from: those of the same name are the same. */
    public String workspaceName() {
        return kept(Manifest.OWN) + kept(Manifest.PACKAGED);
    }

    /**
     * Writes the files that it was made from below a folder.
     *
     * @throws UnverifiableException where they are not kept any more
     */
    public void extractWorkspace(Path folder) throws IOException {
        Kept files = new Kept(store);
        for (String part : List.of(Manifest.PACKAGED, Manifest.OWN)) {
            if (!kept(part).isEmpty()) {
                files.files(kept(part)).extract(folder);
            }
        }
    }

    private String kept(String part) {
        return manifest.path(Manifest.KEPT).path(part).asString("");
    }

    /**
     * Computes the edition again and compares its files.
     *
     * @param workspace of the files that it was made from
     * @param catalogue of their models
     * @param verdicts of its goals, by editions that are shown
     * @param aside an empty folder for what is computed
     * @throws UnverifiableException where a document or another thing is no longer there
     */
    public Verified verify(
            Workspace workspace,
            Catalogue catalogue,
            Function<Editions, Verdicts> verdicts,
            Path aside) {
        Origin origin = new Origin(software(), workspace.settings().zone().getId());
        return verify(workspace, catalogue, verdicts, Store.open(aside, origin, Access.OWNER));
    }

    /**
     * Computes the edition again, and puts each of its files in place that is not as the manifest
     * says, where it comes out so. Only for the one process that writes to the store.
     *
     * @return a file that is still not; empty where all are
     */
    public Optional<String> restore(
            Workspace workspace,
            Catalogue catalogue,
            Function<Editions, Verdicts> verdicts,
            Path aside) {
        Store again =
                Store.open(
                        aside,
                        new Origin(software(), workspace.settings().zone().getId()),
                        Access.OWNER);
        verify(workspace, catalogue, verdicts, again);
        Optional<String> other = Optional.empty();
        for (Map.Entry<String, String> file : written().entrySet()) {
            String name = file.getKey();
            boolean isSame = Fingerprint.of(again.readBytes(name)).equals(file.getValue());
            if (isSame && !isInPlace(name, file.getValue())) {
                store.writeBytes(name, again.readBytes(name));
            }
            if (!isInPlace(name, file.getValue())) {
                other = Optional.of(name + " comes out otherwise");
            }
        }
        return other;
    }

    private boolean isInPlace(String file, String sha256) {
        return Files.exists(store.layout().path(file))
                && Fingerprint.of(store.readBytes(file)).equals(sha256);
    }

    Verified verify(
            Workspace workspace,
            Catalogue catalogue,
            Function<Editions, Verdicts> verdicts,
            Store again) {
        Inputs inputs =
                new Inputs(
                        workspace,
                        catalogue,
                        ConfigRelations.of(workspace),
                        documents(),
                        software(),
                        catalogue.prelude(engine.name()),
                        Manifest.until(manifest));
        requireRecords(inputs);
        Editions shown = new Editions(store, engine).showing(earlier());
        PartsAside parts = PartsAside.of(store, again, manifest.path(Manifest.PARTS));
        Contents contents =
                Computation.again(engine, inputs, store, shown, verdicts.apply(shown))
                        .computeAgain(month, number, parts);
        Map<String, String> written = written();
        // As when it was written, a file without rows takes the place of one that was there.
        written.keySet().forEach(file -> again.writeBytes(file, new byte[0]));
        new Editions(again, engine).write(month, number, contents.values(), contents.tables());
        return compare(again, written, contents);
    }

    private String software() {
        return manifest.path("software").asString("");
    }

    /** The ledger's rows of the documents that it saw. */
    private List<LedgerRow> documents() {
        Map<String, JsonNode> seen = new LinkedHashMap<>();
        manifest.path(Manifest.DOCUMENTS)
                .forEach(it -> seen.put(it.path("document_id").asString(""), it));
        List<LedgerRow> rows =
                store.documents().stream()
                        .filter(row -> seen.containsKey(row.documentId()))
                        .toList();
        Map<String, LedgerRow> found = new HashMap<>();
        rows.forEach(row -> found.put(row.documentId(), row));
        seen.forEach(
                (id, document) -> {
                    LedgerRow row = found.get(id);
                    if (row == null) {
                        throw new UnverifiableException(
                                "document "
                                        + id
                                        + " of "
                                        + document.path("definition").asString("")
                                        + " (SHA-256 "
                                        + document.path("sha256").asString("")
                                        + ") "
                                        + whyGone(id));
                    }
                    if (!row.sha256().equals(document.path("sha256").asString(""))
                            || row.records() != document.path("rows").asLong()) {
                        throw new UnverifiableException(
                                "document " + id + " is not the one that it saw");
                    }
                });
        return rows;
    }

    /** A document of which rows are gone that the month sees gives other figures. */
    private void requireRecords(Inputs inputs) {
        Map<String, MonthWindow> windows = Catalogue.windows(inputs.catalogue().models());
        store.retention()
                .keptFrom()
                .values()
                .forEach(
                        kept -> {
                            MonthWindow window = windows.get(kept.dataset());
                            boolean isSeen =
                                    window != null
                                            && month.plusMonths(window.from())
                                                    .isBefore(kept.month())
                                            && inputs.documents(month).stream()
                                                    .filter(
                                                            it ->
                                                                    it.dataset()
                                                                            .equals(kept.dataset()))
                                                    .anyMatch(
                                                            it ->
                                                                    it.touches(
                                                                            month.plusMonths(
                                                                                    window.from()),
                                                                            kept.month()
                                                                                    .minusMonths(1),
                                                                            inputs.zone()));
                            if (isSeen) {
                                throw new UnverifiableException(kept.words());
                            }
                        });
    }

    private String whyGone(String documentId) {
        return store.forgetting().forgotten().stream()
                .filter(it -> it.contentId().equals(LedgerRow.contentId(documentId)))
                .findFirst()
                .map(it -> "was taken out of the store on " + it.forgottenOn())
                .orElse("is gone from the store, or was read in another way since");
    }

    /** The editions of months before that were shown. */
    private Map<YearMonth, Integer> earlier() {
        Map<YearMonth, Integer> numbers = new TreeMap<>();
        Stream.of(Manifest.EARLIER, Manifest.OLDER)
                .flatMap(field -> manifest.path(field).properties().stream())
                .forEach(it -> numbers.put(YearMonth.parse(it.getKey()), it.getValue().asInt()));
        return numbers;
    }

    private Map<String, String> written() {
        Map<String, String> hashes = new TreeMap<>();
        manifest.path(Manifest.WRITTEN)
                .forEach(
                        it ->
                                hashes.put(
                                        it.path("file").asString(""),
                                        it.path("sha256").asString("")));
        return hashes;
    }

    private Verified compare(Store again, Map<String, String> written, Contents contents) {
        Map<Dataset, Long> rows = new LinkedHashMap<>();
        rows.put(KpiTable.TABLE, (long) contents.values().size());
        contents.tables().forEach(it -> rows.put(it.table().dataset(), (long) it.rows().size()));
        Comparison comparison = new Comparison(engine, store, again);
        List<Verified.EqualFile> equal = new ArrayList<>();
        Optional<Verified.Difference> first = Optional.empty();
        for (Map.Entry<Dataset, Long> table : rows.entrySet()) {
            String file =
                    StoreLayout.file(
                            table.getKey().name(), month, "edition-" + number + ".parquet");
            Optional<Verified.Difference> difference =
                    comparison.difference(
                            table.getKey(), file, Optional.ofNullable(written.get(file)));
            if (difference.isPresent()) {
                first = first.or(() -> difference);
            } else if (Files.exists(store.layout().path(file))) {
                equal.add(
                        new Verified.EqualFile(
                                file, table.getValue(), Fingerprint.of(store.readBytes(file))));
            }
        }
        return new Verified(month, number, equal, first, software());
    }
}
