package eu.wattpeil.kpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.edition.TestWorkspace;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.DocumentFiles;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run puts files into a pack while somebody reads them. */
class ExchangedFilesTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final int DOCUMENTS = 40;
    private static final String COUNT = "select count(*) as n from meter_readings";

    @TempDir Path folder;

    private TestWorkspace workspace;
    private Store store;

    @BeforeEach
    void readManyDocuments() {
        workspace = new TestWorkspace(folder.resolve("store"));
        store = workspace.store();
        bring(0);
    }

    @Test
    void readsAgainWithTheFilesThatThereAreThen() {
        AtomicInteger readings = new AtomicInteger();

        List<Long> counts =
                store.reading(
                        () -> {
                            DocumentFiles listed = listed();
                            if (readings.incrementAndGet() == 1) {
                                pack();
                            }
                            return count(listed);
                        });

        assertThat(counts).containsExactly((long) DOCUMENTS);
        assertThat(readings).hasValue(2);
    }

    @Test
    void failsOnceWhereNothingWasExchanged() {
        AtomicInteger readings = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                store.reading(
                                        () -> {
                                            readings.incrementAndGet();
                                            throw new SqlException("no", 0);
                                        }))
                .isInstanceOf(SqlException.class)
                .hasMessage("no");
        assertThat(readings).hasValue(1);
    }

    @Test
    void saysThatRowsWhichWereToldAreNotAll() {
        assertThatThrownBy(
                        () ->
                                store.reading(
                                        () -> {
                                            DocumentFiles listed = listed();
                                            pack();
                                            return count(listed);
                                        },
                                        () -> false))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        store.root()
                                + ": files were exchanged by a run while their rows were told,"
                                + " expected them to stay; what was told is not all, ask again");
    }

    /** The moments are those of a seed, and of the machine. */
    @Test
    void aQueryCountsAllRowsWheneverTheirFilesAreExchanged() throws Exception {
        Random moments = new Random(7);
        for (int round = 1; round <= 12; round++) {
            int pause = moments.nextInt(60);
            Thread packing =
                    new Thread(
                            () -> {
                                try {
                                    Thread.sleep(pause);
                                } catch (InterruptedException ended) {
                                    Thread.currentThread().interrupt();
                                }
                                pack();
                            });
            packing.start();
            List<String> answers = new ArrayList<>();
            do {
                StringBuilder out = new StringBuilder();
                Query.over(workspace.workspace(), store).run(COUNT, Query.Format.CSV, out);
                answers.add(out.toString());
            } while (packing.isAlive());
            packing.join();
            assertThat(answers).as("round " + round).containsOnly("n\n" + DOCUMENTS * round + "\n");
            bring(round);
        }
    }

    private void bring(int round) {
        for (int i = 0; i < DOCUMENTS; i++) {
            workspace.readings("r" + round + "d" + i, "hall", "2026-09-02T00:00:00Z", 1, 1000);
        }
    }

    private void pack() {
        store.compaction()
                .pack(
                        Datasets.METER_READINGS,
                        SEPTEMBER,
                        store.compaction()
                                .smallFiles(
                                        Datasets.METER_READINGS,
                                        store.documents(),
                                        Long.MAX_VALUE,
                                        Long.MAX_VALUE)
                                .get(SEPTEMBER));
    }

    private DocumentFiles listed() {
        return store.layout()
                .ofDocuments("meter_readings", List.of(SEPTEMBER), store.documentIds());
    }

    private List<Long> count(DocumentFiles files) {
        String rows = FileRelation.select(FileTable.of(Datasets.METER_READINGS, files));
        try (Database database = Database.over(store.root())) {
            return database.list("select count(*) from (" + rows + ")", row -> row.getLong(1));
        }
    }
}
