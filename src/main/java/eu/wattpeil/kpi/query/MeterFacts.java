package eu.wattpeil.kpi.query;

import eu.wattpeil.kpi.engine.DocumentsTable;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.DocumentFiles;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What meters say that no figure shows: readings of meters that nobody described, and readings of
 * which another one counts.
 *
 * @param unknown by definition and key
 * @param conflicts by key
 */
public record MeterFacts(List<UnknownMeter> unknown, List<Conflict> conflicts) {

    private static final Dataset READINGS = Datasets.METER_READINGS;

    public MeterFacts {
        unknown = List.copyOf(unknown);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Readings of a meter that {@code config/meters.csv} does not name; they reach no figure.
     *
     * @param definition that brought them
     * @param meterKey the meter as its source names it
     * @param readings how many
     */
    public record UnknownMeter(
            String definition,
            String meterKey,
            String quantity,
            String kind,
            long readings,
            Instant firstAt,
            Instant lastAt) {}

    /**
     * Readings of one meter and the same times that have different values.
     *
     * @param meterKey the meter as its source names it
     * @param definition whose readings count: they arrived last
     * @param otherDefinition whose readings do not; the same one where a good part of the rows of a
     *     document of it differ, or two documents that it delivered together
     * @param readings how many do not count
     */
    public record Conflict(
            String meterKey,
            String quantity,
            String kind,
            String definition,
            String otherDefinition,
            long readings,
            Instant firstAt,
            Instant lastAt) {}

    /** Of nothing. */
    public static MeterFacts none() {
        return new MeterFacts(List.of(), List.of());
    }

    /**
     * Of all readings.
     *
     * @param documents of the store that are in
     * @param knownKeys the keys that {@code config/meters.csv} names, for whatever days
     */
    public static MeterFacts of(Store store, List<LedgerRow> documents, Set<String> knownKeys) {
        Collection<LedgerRow> ofReadings = ofReadings(documents).values();
        if (ofReadings.isEmpty()) {
            return none();
        }
        List<YearMonth> months = store.layout().months(READINGS.name());
        FactsMemory answers = FactsMemory.in(store.memory());
        byte[] question = FactsQuestion.of(ofReadings, months, knownKeys);
        return answers.answer(question)
                .orElseGet(
                        () -> {
                            MeterFacts facts =
                                    of(store, documents, months, knownKeys, SeriesMemory.of(store));
                            answers.keep(question, facts);
                            return facts;
                        });
    }

    /** Leaves nothing of documents that are gone in what is remembered of their readings. */
    public static void forget(Store store) throws IOException {
        SeriesMemory.of(store).remove();
        FactsMemory.in(store.memory()).remove();
    }

    /** Of the readings of a month. */
    public static MeterFacts ofMonth(Store store, YearMonth month, Set<String> knownKeys) {
        return of(store, store.documents(), List.of(month), knownKeys, SeriesMemory.none());
    }

    private static MeterFacts of(
            Store store,
            List<LedgerRow> all,
            Collection<YearMonth> months,
            Set<String> knownKeys,
            SeriesMemory memory) {
        Map<String, LedgerRow> documents = ofReadings(all);
        if (documents.isEmpty()) {
            return none();
        }
        try (Database database = Database.toRead(store.root())) {
            Rows rows = new Rows(database, store, months);
            List<ReadingSeries> series = series(List.copyOf(documents.values()), rows, memory);
            if (series.isEmpty()) {
                return none();
            }
            database.create(ReadingSeries.table(series, documents));
            database.create(
                    new GivenTable(
                            "known_meters",
                            List.of("meter_key varchar"),
                            knownKeys.stream().map(key -> List.<Object>of(key)).toList()));
            return new MeterFacts(
                    database.list(sql("unknown-meters.sql"), MeterFacts::unknown),
                    conflicts(database, documents, rows));
        }
    }

    /** By id, in order of arrival. */
    private static Map<String, LedgerRow> ofReadings(List<LedgerRow> all) {
        Map<String, LedgerRow> documents = new LinkedHashMap<>();
        all.stream()
                .filter(document -> document.dataset().equals(READINGS.name()))
                .forEach(document -> documents.put(document.documentId(), document));
        return documents;
    }

    /** Where the rows of documents are. */
    private record Rows(Database database, Store store, Collection<YearMonth> months) {

        /** Makes {@code documents} and {@code meter_readings} those of some; false for no file. */
        boolean show(Collection<LedgerRow> documents) {
            Set<String> ids =
                    documents.stream().map(LedgerRow::documentId).collect(Collectors.toSet());
            DocumentFiles files = store.layout().ofDocuments(READINGS.name(), months, ids);
            if (files.isEmpty()) {
                return false;
            }
            database.create(DocumentsTable.of(List.copyOf(documents)));
            database.execute(
                    "create or replace view meter_readings as "
                            + FileRelation.select(FileTable.of(READINGS, files)));
            return true;
        }
    }

    private static List<ReadingSeries> series(
            List<LedgerRow> documents, Rows rows, SeriesMemory memory) {
        Map<String, List<ReadingSeries>> found = new HashMap<>();
        List<LedgerRow> unknown = new ArrayList<>();
        for (LedgerRow document : documents) {
            memory.of(document)
                    .ifPresentOrElse(
                            it -> found.put(document.documentId(), it),
                            () -> unknown.add(document));
        }
        if (!unknown.isEmpty() && rows.show(unknown)) {
            rows.database()
                    .list(sql("document-series.sql"), ReadingSeries::of)
                    .forEach(
                            it ->
                                    found.computeIfAbsent(it.documentId(), id -> new ArrayList<>())
                                            .add(it));
        }
        if (!unknown.isEmpty() || !memory.isOf(documents)) {
            memory.keep(documents, found);
        }
        return found.values().stream().flatMap(List::stream).toList();
    }

    /** Only documents that may say different things are read again. */
    private static List<Conflict> conflicts(
            Database database, Map<String, LedgerRow> documents, Rows rows) {
        database.execute("create table doubtful_series as " + sql("doubtful-series.sql"));
        database.execute("create table crowded_series as " + sql("crowded-series.sql"));
        List<LedgerRow> again =
                database.list(sql("documents-in-doubt.sql"), row -> row.getString(1)).stream()
                        .map(id -> Objects.requireNonNull(documents.get(id)))
                        .toList();
        return !again.isEmpty() && rows.show(again)
                ? database.list(sql("reading-conflicts.sql"), MeterFacts::conflict)
                : List.of();
    }

    private static String sql(String name) {
        return Sql.resource(MeterFacts.class, name);
    }

    private static UnknownMeter unknown(ResultSet row) throws SQLException {
        return new UnknownMeter(
                row.getString("definition"),
                row.getString("meter_key"),
                row.getString("quantity"),
                row.getString("kind"),
                row.getLong("readings"),
                instant(row, "first_at"),
                instant(row, "last_at"));
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        return new Conflict(
                row.getString("meter_key"),
                row.getString("quantity"),
                row.getString("kind"),
                row.getString("counting_definition"),
                row.getString("other_definition"),
                row.getLong("readings"),
                instant(row, "first_at"),
                instant(row, "last_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
