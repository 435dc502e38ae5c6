package eu.wattpeil.kpi.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.Session;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEngineTest {

    @TempDir Path store;

    @Test
    void sharesAStatementAmongThreadsOnlyWhereThereIsMuchToDo() {
        long processors = Runtime.getRuntime().availableProcessors();

        assertThat(threads(new DuckDbEngine())).isEqualTo(processors);
        assertThat(threads(new DuckDbEngine().forRows(1_000_000))).isEqualTo(processors);
        assertThat(threads(new DuckDbEngine().forRows(999_999))).isEqualTo(1);
    }

    @Test
    void computesOnDemandWhatHasOneReaderOnlyWhereThereIsMuchToDo() {
        assertThat(kindForOneReader(new DuckDbEngine())).isEqualTo("VIEW");
        assertThat(kindForOneReader(new DuckDbEngine().forRows(100_000))).isEqualTo("VIEW");
        assertThat(kindForOneReader(new DuckDbEngine().forRows(99_999))).isEqualTo("BASE TABLE");
    }

    private String kindForOneReader(Engine engine) {
        try (Session session = engine.open(store, ZoneOffset.UTC)) {
            session.forOneReader("read_once", "select 1 as one");
            return session.list(
                            "select table_type from information_schema.tables"
                                    + " where table_name = 'read_once'",
                            row -> row.text("table_type").orElseThrow())
                    .get(0);
        }
    }

    private long threads(Engine engine) {
        try (Session session = engine.open(store, ZoneOffset.UTC)) {
            return session.list(
                            "select current_setting('threads') as threads",
                            row -> row.integer("threads"))
                    .get(0)
                    .orElseThrow();
        }
    }
}
