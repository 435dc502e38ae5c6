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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Devices of a category that {@code config/device-profiles.csv} does not have: of their energy, and
 * of the age that they should reach, nothing is known.
 *
 * @param definition that brought them
 * @param category as the inventory says it
 * @param devices how many, as they were last told
 */
public record CategoryFacts(String definition, String category, long devices) {

    private static final Dataset DEVICES = Datasets.DEVICES;

    /**
     * Of the last snapshot of each definition, and the last report of each device that speaks for
     * itself; by definition, those of most devices first.
     *
     * @param all documents that are in
     * @param known the categories of {@code config/device-profiles.csv}
     */
    public static List<CategoryFacts> unknown(Store store, List<LedgerRow> all, Set<String> known) {
        return unknown(store, all, known, store.layout().months(DEVICES.name()), "true");
    }

    /**
     * The same of what was told until a day.
     *
     * @param oldest day of a snapshot that still speaks for that day
     */
    public static List<CategoryFacts> unknown(
            Store store, Set<String> known, LocalDate oldest, LocalDate last) {
        List<YearMonth> months =
                store.layout().months(DEVICES.name()).stream()
                        .filter(month -> !month.isBefore(YearMonth.from(oldest)))
                        .filter(month -> !month.isAfter(YearMonth.from(last)))
                        .toList();
        String isMeant = "observed_on between date '" + oldest + "' and date '" + last + "'";
        return unknown(store, store.documents(), known, months, isMeant);
    }

    private static List<CategoryFacts> unknown(
            Store store,
            List<LedgerRow> all,
            Set<String> known,
            Collection<YearMonth> months,
            String isMeant) {
        List<LedgerRow> documents =
                all.stream().filter(document -> document.dataset().equals(DEVICES.name())).toList();
        Set<String> ids = documents.stream().map(LedgerRow::documentId).collect(Collectors.toSet());
        DocumentFiles files = store.layout().ofDocuments(DEVICES.name(), months, ids);
        if (files.isEmpty()) {
            return List.of();
        }
        try (Database database = Database.toRead(store.root())) {
            database.create(DocumentsTable.of(documents));
            database.execute(
                    "create view devices as select * from ("
                            + FileRelation.select(FileTable.of(DEVICES, files))
                            + ") where "
                            + isMeant);
            database.create(
                    new GivenTable(
                            "known_categories",
                            List.of("category varchar"),
                            known.stream().map(it -> List.<Object>of(it)).toList()));
            return database.list(
                    Sql.resource(CategoryFacts.class, "unknown-categories.sql"), CategoryFacts::of);
        }
    }

    private static CategoryFacts of(ResultSet row) throws SQLException {
        return new CategoryFacts(
                row.getString("definition"), row.getString("category"), row.getLong("devices"));
    }
}
