package eu.wattpeil.kpi.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.SqlException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers of a store share a database and nothing that is in it. */
class SharedDatabaseTest {

    private static final String SCHEMAS =
            "select count(*) from information_schema.schemata where schema_name like 'reader%'";

    @TempDir Path store;

    @Test
    void readersHaveRelationsOfTheSameNameSideBySide() {
        try (SharedDatabase kept = SharedDatabase.keep(store);
                Database one = Database.toRead(store);
                Database other = Database.toRead(store)) {
            one.create(table("first"));
            other.create(table("second"));
            other.execute("create view said as select word from words");

            assertThat(words(one, "words")).containsExactly("first");
            assertThat(words(other, "said")).containsExactly("second");
            assertThatThrownBy(() -> words(one, "said")).isInstanceOf(SqlException.class);
        }
    }

    @Test
    void anotherConnectionOfAReaderSeesItsRelations() {
        try (SharedDatabase kept = SharedDatabase.keep(store);
                Database one = Database.toRead(store);
                Database same = one.another()) {
            one.create(table("first"));

            assertThat(words(same, "words")).containsExactly("first");
        }
    }

    @Test
    void nothingIsLeftOfAReaderThatClosed() {
        try (SharedDatabase kept = SharedDatabase.keep(store)) {
            for (int i = 0; i < 3; i++) {
                try (Database reader = Database.toRead(store)) {
                    reader.create(table("some"));
                    assertThat(number(reader, SCHEMAS)).isOne();
                }
            }
        }
    }

    @Test
    void isKeptUntilAllWhoKeepItHaveClosedIt() {
        try (SharedDatabase first = SharedDatabase.keep(store)) {
            try (SharedDatabase second = SharedDatabase.keep(store)) {
                assertThat(isShared()).isTrue();
            }
            assertThat(isShared()).isTrue();
        }
        assertThat(isShared()).isFalse();
    }

    @Test
    void aReaderOutlivesWhoKeptIt() {
        SharedDatabase kept = SharedDatabase.keep(store);
        try (Database reader = Database.toRead(store)) {
            kept.close();
            reader.create(table("late"));

            assertThat(words(reader, "words")).containsExactly("late");
        }
    }

    @Test
    void reachesTheStoreAndNothingElse() {
        try (SharedDatabase kept = SharedDatabase.keep(store);
                Database reader = Database.toRead(store)) {
            assertThatThrownBy(() -> words(reader, "read_csv('/etc/hostname')"))
                    .isInstanceOfAny(SqlException.class, EngineException.class);
            assertThatThrownBy(() -> reader.execute("set threads = 1"))
                    .isInstanceOf(SqlException.class);
        }
    }

    @Test
    void sessionsToReadHaveRelationsOfTheirOwn() {
        DuckDbEngine engine = new DuckDbEngine();
        try (SharedDatabase kept = SharedDatabase.keep(store);
                DuckDbSession one = engine.openToRead(store, ZoneOffset.UTC);
                DuckDbSession other = engine.openToRead(store, ZoneOffset.UTC)) {
            one.given(table("first"));
            other.given(table("second"));

            assertThat(one.list("select word from words", row -> row.text("word").orElse("")))
                    .containsExactly("first");
        }
    }

    private boolean isShared() {
        try (Database reader = Database.toRead(store)) {
            return number(reader, SCHEMAS) == 1;
        }
    }

    private static GivenTable table(String word) {
        return new GivenTable("words", List.of("word varchar"), List.of(List.<Object>of(word)));
    }

    private static List<String> words(Database database, String relation) {
        return database.list("select word from " + relation, row -> row.getString(1));
    }

    private static long number(Database database, String select) {
        return database.list(select, row -> row.getLong(1)).get(0);
    }
}
