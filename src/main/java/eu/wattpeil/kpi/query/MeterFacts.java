package eu.wattpeil.kpi.query;

import eu.wattpeil.kpi.engine.DocumentsTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
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
     * @param knownKeys the keys that {@code config/meters.csv} names, for whatever days
     */
    public static MeterFacts of(Store store, Set<String> knownKeys) {
        return of(store, store.layout().months(READINGS.name()), knownKeys);
    }

    /** Of the readings of a month. */
    public static MeterFacts ofMonth(Store store, YearMonth month, Set<String> knownKeys) {
        return of(store, List.of(month), knownKeys);
    }

    private static MeterFacts of(Store store, Collection<YearMonth> months, Set<String> knownKeys) {
        List<LedgerRow> documents =
                store.documents().stream()
                        .filter(document -> document.dataset().equals(READINGS.name()))
                        .toList();
        Set<String> ids = documents.stream().map(LedgerRow::documentId).collect(Collectors.toSet());
        List<Path> files = store.layout().ofDocuments(READINGS.name(), months, ids);
        if (files.isEmpty()) {
            return none();
        }
        try (Database database = Database.over(store.root())) {
            database.create(DocumentsTable.of(documents));
            database.execute(
                    "create view meter_readings as " + FileRelation.select(READINGS, true, files));
            database.create(
                    new GivenTable(
                            "known_meters",
                            List.of("meter_key varchar"),
                            knownKeys.stream().map(key -> List.<Object>of(key)).toList()));
            database.execute("create table document_series as " + sql("document-series.sql"));
            return new MeterFacts(
                    database.list(sql("unknown-meters.sql"), MeterFacts::unknown),
                    database.list(sql("reading-conflicts.sql"), MeterFacts::conflict));
        }
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
