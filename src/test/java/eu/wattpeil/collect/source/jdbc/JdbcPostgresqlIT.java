package eu.wattpeil.collect.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.collect.source.FetchException;
import eu.wattpeil.collect.source.SourceBench;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The source jdbc, against a PostgreSQL. */
class JdbcPostgresqlIT {

    private static PostgresqlServer server;

    @TempDir Path root;

    private SourceBench bench;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresqlServer.start();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table readings (meter text, at timestamptz, local timestamp, kwh"
                            + " numeric(18, 3), note text, share real, on_ups boolean)");
            statement.execute(
                    "insert into readings values"
                            + " ('UPS1', '2026-03-28 23:00:00Z', '2026-03-29 00:00:00', 1.500,"
                            + " null, 0.1, true),"
                            + " ('UPS1', '2026-03-29 21:59:59.25Z', '2026-03-29 23:59:59.25',"
                            + " 123456789012345.678, '', 1e-7, false),"
                            + " ('UPS1', '2026-03-29 22:00:00Z', '2026-03-30 00:00:00', 3, 'a \"b\","
                            + " c', null, null)");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void makeAWorkspace() {
        bench =
                new SourceBench(
                        root,
                        Map.of("PASSWORD", PostgresqlServer.PASSWORD, "WRONG", "x"),
                        JdbcSource::of);
        bench.setNow("2026-03-31T00:00:00Z");
    }

    /** A day of 23 hours, whatever zone the server is in. */
    @Test
    void landsADayExactlyAsItIs() throws Exception {
        fetch("select * from readings where at >= :from and at < :to order by at /* ':to' */");

        assertThat(bench.landed())
                .containsExactly("2026-03-29--2026-03-30.csv", "2026-03-30--2026-03-31.csv");
        assertThat(bench.text("2026-03-29--2026-03-30.csv"))
                .isEqualTo(
                        """
                        "meter","at","local","kwh","note","share","on_ups"
                        "UPS1","2026-03-28T23:00:00Z","2026-03-29T00:00:00","1.500",,"0.1","true"
                        "UPS1","2026-03-29T21:59:59.250000Z","2026-03-29T23:59:59.250000","123456789012345.678","","0.0000001","false"
                        """);
        assertThat(bench.text("2026-03-30--2026-03-31.csv").lines().skip(1))
                .containsExactly(
                        "\"UPS1\",\"2026-03-29T22:00:00Z\",\"2026-03-30T00:00:00\",\"3.000\","
                                + "\"a \"\"b\"\", c\",,");
    }

    @Test
    void readsLocalTimesInTheZoneOfTheWindow() throws Exception {
        fetch("select local::text from readings where local >= :from and local < :to");

        assertThat(bench.text("2026-03-29--2026-03-30.csv").lines()).hasSize(3);
        assertThat(bench.text("2026-03-30--2026-03-31.csv").lines()).hasSize(2);
    }

    @Test
    void changesNothing() throws Exception {
        assertThat(failure("with gone as (delete from readings returning *) select * from gone"))
                .isEqualTo(
                        "the database: is asked to change something, expected a query that only"
                                + " reads");
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from readings")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    void endsAQueryThatTakesTooLong() throws Exception {
        assertThat(failure("select pg_sleep(20)", "time-limit: PT1S"))
                .isEqualTo("the database: takes longer than its time-limit");
    }

    @Test
    void keepsNoAnswerInMemory() throws Exception {
        assertThat(
                        failure(
                                "select repeat('x', 1000) from generate_series(1, 5000000)",
                                "size-limit: 20 MB"))
                .isEqualTo("the database: gives more than 20000000 bytes (size-limit)");
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithoutNames() throws Exception {
        assertThat(failure("select kanarie from readings"))
                .isEqualTo(
                        "the database: does not understand the query (ERROR: column \"kanarie\""
                                + " does not exist Position: 8)");
        assertThat(failure("select 1 from nowhere"))
                .isEqualTo(
                        "the database: does not understand the query (ERROR: relation \"nowhere\""
                                + " does not exist Position: 15)");
        assertThat(
                        bench.failure(
                                "jdbc: " + server.url(),
                                "user: wattpeil",
                                "password: {env: WRONG}",
                                "query: select 1"))
                .isEqualTo("the database: does not accept the user or the password");
        assertThat(
                        bench.failure(
                                "jdbc: jdbc:postgresql://localhost:1/postgres",
                                "user: wattpeil",
                                "query: select 1"))
                .isEqualTo("the database: accepts no connection, or breaks it off");
    }

    /** As many rows as reach the file before it dies: some thousand. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void landsNothingOfAnAnswerInWhichTheServerDies(boolean isKilled) throws Exception {
        server.execute(
                "drop table if exists pause",
                "create table pause as select '2026-03-30'::date as day, 60 as seconds");
        String query =
                "select number, case when number = 15000 then pg_sleep((select seconds from pause"
                        + " where day = (:from at time zone 'Europe/Brussels')::date)) end"
                        + " from generate_series(1, 20000) number where :from < :to";
        Thread killer =
                new Thread(
                        () -> {
                            try {
                                server.awaitSleep();
                                bench.awaitDraft();
                                if (isKilled) {
                                    server.killTheOneThatAnswers();
                                } else {
                                    server.execute(
                                            "select pg_terminate_backend(pid) from pg_stat_activity"
                                                    + " where application_name = 'wattpeil'");
                                }
                            } catch (Exception failure) {
                                throw new AssertionError(failure);
                            }
                        });
        killer.start();
        assertThatThrownBy(() -> fetch(query))
                .isInstanceOf(FetchException.class)
                .hasMessage(
                        "the database, asked for 2026-03-29T22:00:00Z to 2026-03-30T22:00:00Z:"
                                + " accepts no connection, or breaks it off");
        killer.join();
        assertThat(bench.landed()).containsExactly("2026-03-29--2026-03-30.csv");

        server.await();
        server.execute("update pause set seconds = 0");
        fetch(query);
        assertThat(bench.landed())
                .containsExactly("2026-03-29--2026-03-30.csv", "2026-03-30--2026-03-31.csv");
        assertThat(bench.text("2026-03-30--2026-03-31.csv").lines()).hasSize(20001);
    }

    private void fetch(String query) throws Exception {
        bench.fetch(
                "jdbc: " + server.url(),
                "user: wattpeil",
                "password: {env: PASSWORD}",
                "query: >\n  " + query,
                "window: {from: 2026-03-29}");
    }

    private String failure(String query, String... more) throws Exception {
        return bench.failure(
                "jdbc: " + server.url(),
                "user: wattpeil",
                "password: {env: PASSWORD}",
                "query: >\n  " + query,
                String.join("\n", more));
    }
}
