package eu.wattpeil.kpi.query;

import eu.wattpeil.kpi.engine.DocumentsTable;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is in the store, by source.
 *
 * @param sources one per definition and dataset, in order of name
 * @param rejects one per definition and reason
 */
public record StoreFacts(List<SourceFacts> sources, List<RejectFacts> rejects) {

    private static final int MAX_EXAMPLES = 5;

    public StoreFacts {
        sources = List.copyOf(sources);
        rejects = List.copyOf(rejects);
    }

    /**
     * Of all documents.
     *
     * @param documents that are in
     */
    public static StoreFacts of(Store store, List<LedgerRow> documents) {
        return of(store, documents, Instant.MAX);
    }

    /** Of the documents that say something of a month; later instants count as its end. */
    public static StoreFacts ofMonth(Store store, YearMonth month, ZoneId zone) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        List<LedgerRow> documents =
                store.documents().stream()
                        .filter(document -> isAbout(document, month, zone))
                        .toList();
        return of(store, documents, end);
    }

    private static StoreFacts of(Store store, List<LedgerRow> documents, Instant latest) {
        return new StoreFacts(sources(documents, latest), rejects(store, documents));
    }

    /** Of all documents, without what was rejected of them. */
    public static List<SourceFacts> sources(Store store) {
        return sources(store.documents(), Instant.MAX);
    }

    private static List<SourceFacts> sources(List<LedgerRow> documents, Instant latest) {
        Map<String, List<LedgerRow>> byDefinition =
                documents.stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.definition() + "\n" + it.dataset(),
                                        TreeMap::new,
                                        Collectors.toList()));
        return byDefinition.values().stream().map(it -> source(it, latest)).toList();
    }

    private static boolean isAbout(LedgerRow document, YearMonth month, ZoneId zone) {
        return Datasets.named(document.dataset())
                .flatMap(table -> document.months(table, zone))
                .filter(span -> !month.isBefore(span.first()) && !month.isAfter(span.last()))
                .isPresent();
    }

    private static SourceFacts source(List<LedgerRow> documents, Instant latest) {
        LedgerRow last =
                documents.stream()
                        .max(
                                Comparator.comparing(
                                                (LedgerRow it) -> it.lastAt().orElse(Instant.MIN))
                                        .thenComparing(LedgerRow::batch))
                        .orElseThrow();
        return new SourceFacts(
                last.definition(),
                last.dataset(),
                documents.size(),
                documents.stream().mapToLong(LedgerRow::records).sum(),
                documents.stream().mapToLong(LedgerRow::rejects).sum(),
                last.lastAt().map(it -> it.isAfter(latest) ? latest : it));
    }

    private static List<RejectFacts> rejects(Store store, List<LedgerRow> documents) {
        List<LedgerRow> withRejects =
                documents.stream().filter(document -> document.rejects() > 0).toList();
        if (withRejects.isEmpty()) {
            return List.of();
        }
        try (Database database = Database.toRead(store.root())) {
            database.create(DocumentsTable.of(withRejects));
            String files =
                    FileRelation.select(
                            Datasets.REJECTS,
                            false,
                            store.layout()
                                    .ofDocuments(
                                            Datasets.REJECTS.name(),
                                            withRejects.stream()
                                                    .map(LedgerRow::documentId)
                                                    .collect(Collectors.toSet())));
            database.execute("create view rejects as " + files);
            List<RejectFacts> rejects = new ArrayList<>();
            database.each(
                    Sql.resource(StoreFacts.class, "reject-examples.sql"),
                    row -> add(rejects, row),
                    MAX_EXAMPLES);
            return rejects;
        }
    }

    /** Rows come by definition and reason. */
    private static void add(List<RejectFacts> rejects, ResultSet row) throws SQLException {
        RejectFacts.Example example =
                new RejectFacts.Example(
                        row.getString("name"),
                        row.getLong("line"),
                        text(row, "field"),
                        row.getString("expected"),
                        text(row, "found"));
        String definition = row.getString("definition");
        String reason = row.getString("reason");
        List<RejectFacts.Example> examples = new ArrayList<>();
        if (!rejects.isEmpty()) {
            RejectFacts last = rejects.get(rejects.size() - 1);
            if (last.definition().equals(definition) && last.reason().equals(reason)) {
                examples.addAll(last.examples());
                rejects.remove(rejects.size() - 1);
            }
        }
        examples.add(example);
        rejects.add(new RejectFacts(definition, reason, row.getLong("reject_count"), examples));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
