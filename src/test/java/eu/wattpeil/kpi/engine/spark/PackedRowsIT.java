package eu.wattpeil.kpi.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.wattpeil.kpi.edition.TestWorkspace;
import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.duckdb.DuckDbEngine;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.DocumentFiles;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both engines see the same rows of packs, of files beside them, and of packs that have rows of
 * other documents, too. It needs {@code mvn -f src/spark package}; without it it is skipped.
 */
final class PackedRowsIT {

    private static final Dataset TABLE = Datasets.METER_READINGS;
    private static final List<YearMonth> MONTHS =
            List.of(YearMonth.of(2026, 8), YearMonth.of(2026, 9));
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "spark.driver.host", "127.0.0.1",
                    "spark.driver.bindAddress", "127.0.0.1",
                    "spark.sql.shuffle.partitions", "2");

    @TempDir Path folder;

    @Test
    void sparkReadsPacksAsDuckDbDoes() throws Exception {
        assumeTrue(SparkEngine.lacking().isEmpty(), "mvn -f src/spark package");
        TestWorkspace workspace = new TestWorkspace(folder.resolve("store"));
        Store store = workspace.store();
        workspace.readings("a", "hall", "2026-08-31T20:00:00Z", 5, 1000);
        workspace.readings("b", "hall", "2026-08-31T21:00:00Z", 6, 2000);
        List<String> loose = rows(new DuckDbEngine(), store, store.documentIds());
        for (YearMonth month : MONTHS) {
            assertThat(store.compaction().pack(TABLE, month, store.documents())).isTrue();
        }
        assertThat(rows(new DuckDbEngine(), store, store.documentIds())).isEqualTo(loose);
        workspace.readings("c", "annex", "2026-09-02T00:00:00Z", 2, 3000);

        Engine spark = SparkEngine.at("local[2]", SETTINGS, 0);
        Set<String> ofOne =
                store.documents().stream()
                        .filter(row -> !row.name().contains("/b"))
                        .map(LedgerRow::documentId)
                        .collect(Collectors.toSet());
        for (Set<String> documents : List.of(store.documentIds(), ofOne)) {
            List<String> expected = rows(new DuckDbEngine(), store, documents);
            assertThat(rows(spark, store, documents)).isEqualTo(expected);
        }
        assertThat(rows(spark, store, ofOne)).hasSize(7);
    }

    private static List<String> rows(Engine engine, Store store, Set<String> documents) {
        DocumentFiles files = store.layout().ofDocuments(TABLE.name(), MONTHS, documents);
        List<String> rows = new ArrayList<>();
        try (Session session = engine.open(store.root(), ZoneId.of("Europe/Brussels"))) {
            session.files("readings", FileTable.of(TABLE, files));
            session.each(
                    """
                    select
                        month,
                        meter_key,
                        document_id,
                        cast(line as varchar) as line,
                        cast(value as varchar) as value
                    from readings
                    order by document_id, readings.line, month
                    """,
                    row ->
                            rows.add(
                                    Stream.of("month", "meter_key", "document_id", "line", "value")
                                            .map(column -> row.text(column).orElse("null"))
                                            .collect(Collectors.joining(" "))));
        }
        return rows;
    }
}
