package eu.wattpeil.collect.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.RealServer;
import eu.wattpeil.collect.source.SourceBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source jdbc, against a PostgreSQL. */
class JdbcPostgresqlIT {

    private static final String PASSWORD = "geheim-1234";

    private static RealServer server;

    @TempDir Path root;

    private SourceBench bench;

    @BeforeAll
    static void start() throws Exception {
        Path postgres =
                RealServer.program(
                        "WATTPEIL_POSTGRESQL",
                        "/usr/lib/postgresql/17/bin/postgres",
                        "/usr/lib/postgresql/16/bin/postgres",
                        "/usr/lib/postgresql/15/bin/postgres");
        server = new RealServer("postgresql", Optional.of("postgres"));
        Path password = server.folder().resolve("password");
        Files.writeString(password, PASSWORD);
        Path data = server.folder().resolve("data");
        server.run(
                postgres.resolveSibling("initdb").toString(),
                "--pgdata=" + data,
                "--username=wattpeil",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--pwfile=" + password);
        server.start(
                () -> connect().close(),
                postgres.toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(server.port()),
                "-c",
                "listen_addresses=localhost",
                "-c",
                "unix_socket_directories=" + server.folder(),
                "-c",
                "timezone=America/New_York",
                "-c",
                "fsync=off");
        try (Connection connection = connect();
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
        bench = new SourceBench(root, Map.of("PASSWORD", PASSWORD, "WRONG", "x"), JdbcSource::of);
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
        try (Connection connection = connect();
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
        assertThat(
                        bench.failure(
                                "jdbc: " + url(),
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

    private void fetch(String query) throws Exception {
        bench.fetch(
                "jdbc: " + url(),
                "user: wattpeil",
                "password: {env: PASSWORD}",
                "query: >\n  " + query,
                "window: {from: 2026-03-29}");
    }

    private String failure(String query, String... more) throws Exception {
        return bench.failure(
                "jdbc: " + url(),
                "user: wattpeil",
                "password: {env: PASSWORD}",
                "query: >\n  " + query,
                String.join("\n", more));
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + server.port() + "/postgres";
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(url(), "wattpeil", PASSWORD);
    }
}
