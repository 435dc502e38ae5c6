package eu.wattpeil.kpi.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.duckdb.DuckDbEngine;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitSessionTest {

    private static final long FROM_ROWS = 3;

    @TempDir Path folder;

    @Test
    void joinsNoClusterWhereAllIsShort() {
        try (Session session = session()) {
            session.given(table("rooms", 2));
            session.prelude(
                    engine -> Optional.of("create view ones as select 1 as number from rooms"));
            session.table(
                    "all_ones", "select rooms.number from rooms union all select number from ones");
            session.view("seen", "select number from all_ones");
            session.forOneReader("read", "select number from seen");

            assertThat(session.remake("made", "select number from read")).isTrue();
            assertThat(session.list("select number from made", row -> row.integer("number")))
                    .containsExactly(
                            Optional.of(1L), Optional.of(1L), Optional.of(1L), Optional.of(1L));
        }
    }

    @Test
    void joinsTheClusterForALongRelation() {
        try (Session session = session()) {
            assertThatThrownBy(() -> session.given(table("rooms", 3)))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("nobody answers");
        }
    }

    @Test
    void caresForTheMemoryOfShortRelationsOnly() {
        try (Session session =
                new SplitSession(
                        DuckDbEngine.withRoomFor(1).open(folder, ZoneOffset.UTC),
                        SplitSessionTest::refuse,
                        FROM_ROWS)) {
            assertThat(session.spill(1)).isEmpty();
            assertThat(session.spill(2)).isPresent();
            assertThat(session.spill(3)).isEmpty();
        }
    }

    private Session session() {
        return new SplitSession(
                new DuckDbEngine().open(folder, ZoneOffset.UTC),
                SplitSessionTest::refuse,
                FROM_ROWS);
    }

    private static SparkSession refuse() {
        throw new EngineException("nobody answers", null);
    }

    private static GivenTable table(String name, int rows) {
        return new GivenTable(
                name, List.of("number bigint"), Collections.nCopies(rows, List.of(1L)));
    }
}
