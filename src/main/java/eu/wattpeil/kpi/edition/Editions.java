package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.store.TableFile;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The editions of the months in the store: {@code edition-N.parquet} with its manifest {@code
 * edition-N.json}, and {@code current.json}, which names the one that is shown and is always
 * written last.
 */
public final class Editions {

    private static final String CURRENT = "current.json";
    private static final String LATER = "later";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Store store;
    private final StoreLayout folder;

    public Editions(Store store) {
        this.store = store;
        this.folder = store.layout();
    }

    /** The edition of a month that is shown. */
    public Optional<Edition> current(YearMonth month) {
        return state(month)
                .filter(state -> state.has("edition"))
                .map(
                        state ->
                                new Edition(
                                        month,
                                        state.path("edition").asInt(),
                                        state.path("fingerprint").asString(),
                                        state.path("contents").asString()));
    }

    /** What came after the shown edition of a month, and would change it too little for another. */
    Optional<LaterChange> later(YearMonth month) {
        return state(month)
                .filter(state -> state.has(LATER))
                .map(state -> JSON.treeToValue(state.path(LATER), LaterChange.class));
    }

    /** The documents that an edition was computed from. */
    Set<String> documentIds(Edition edition) {
        String file =
                StoreLayout.file(
                        KpiTable.TABLE.name(), edition.month(), name(edition.number()) + ".json");
        Set<String> ids = new HashSet<>();
        store.readText(file)
                .map(JSON::readTree)
                .ifPresent(
                        manifest ->
                                manifest.path("documents")
                                        .forEach(it -> ids.add(it.path("document_id").asString())));
        return ids;
    }

    /** The shown edition of each month, in order. */
    public List<Edition> current() {
        return folder.months(KpiTable.TABLE.name()).stream()
                .flatMap(month -> current(month).stream())
                .toList();
    }

    /** The fingerprint of the inputs of a month's materialised relations; empty without any. */
    String materialised(YearMonth month) {
        return state(month).map(state -> state.path("materialised").asString("")).orElse("");
    }

    /** A month's materialised relations are all in place, from the inputs of that fingerprint. */
    void noteMaterialised(YearMonth month, String fingerprint) {
        ObjectNode state = JSON.createObjectNode();
        current(month).ifPresent(edition -> describe(edition, later(month), state));
        state.put("materialised", fingerprint);
        write(month, state);
    }

    /**
     * Shows an edition.
     *
     * @param later what came after it and would change it too little for another one
     */
    void show(Edition edition, Optional<LaterChange> later) {
        ObjectNode state = JSON.createObjectNode();
        describe(edition, later, state);
        state.put("materialised", edition.fingerprint());
        write(edition.month(), state);
    }

    /** Writes the rows of an edition, in order; nobody sees them yet. */
    void write(YearMonth month, int number, List<KpiValue> values) {
        String file = StoreLayout.file(KpiTable.TABLE.name(), month, name(number) + ".parquet");
        try (TableFile table = store.create(KpiTable.TABLE, file)) {
            for (KpiValue value : values) {
                KpiTable.fill(table.rows(), value.inEdition(number));
                table.closeRow();
            }
            table.commit();
        }
    }

    void writeManifest(YearMonth month, int number, String manifest) {
        store.writeText(
                StoreLayout.file(KpiTable.TABLE.name(), month, name(number) + ".json"), manifest);
    }

    /** The rows of editions as a select. */
    public String select(List<Edition> editions) {
        List<Path> files =
                editions.stream()
                        .map(
                                edition ->
                                        folder.path(
                                                StoreLayout.file(
                                                        KpiTable.TABLE.name(),
                                                        edition.month(),
                                                        name(edition.number()) + ".parquet")))
                        .toList();
        return FileRelation.select(KpiTable.TABLE, true, files);
    }

    /** The rows of editions, by month and in the order of their files. */
    List<KpiValue> values(List<Edition> editions) {
        if (editions.isEmpty()) {
            return List.of();
        }
        try (Database database = Database.over(store.root())) {
            return database.list(
                    select(editions) + " order by month, period, kpi_id, scope_kind, scope_id",
                    KpiTable::read);
        }
    }

    private Optional<JsonNode> state(YearMonth month) {
        return store.readText(StoreLayout.file(KpiTable.TABLE.name(), month, CURRENT))
                .map(JSON::readTree);
    }

    private void write(YearMonth month, ObjectNode state) {
        store.writeText(
                StoreLayout.file(KpiTable.TABLE.name(), month, CURRENT),
                JSON.writeValueAsString(state) + "\n");
    }

    private static void describe(Edition edition, Optional<LaterChange> later, ObjectNode state) {
        state.put("edition", edition.number());
        state.put("fingerprint", edition.fingerprint());
        state.put("contents", edition.contents());
        later.ifPresent(it -> state.set(LATER, JSON.valueToTree(it)));
    }

    private static String name(int number) {
        return "edition-" + number;
    }
}
