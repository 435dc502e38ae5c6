package eu.wattpeil.collect.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.RealServer;
import eu.wattpeil.collect.source.SourceBench;
import java.io.IOException;
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

/** The source jdbc, against a MariaDB whose tables of zones are empty, as Debian leaves them. */
class JdbcMariaDbIT {

    private static final String PASSWORD = "geheim-1234";

    private static RealServer server;
    private static String[] command;

    @TempDir Path root;

    private SourceBench bench;

    @BeforeAll
    static void start() throws Exception {
        Path mariadbd = RealServer.program("WATTPEIL_MARIADB", "/usr/sbin/mariadbd");
        server = new RealServer("mariadb", Optional.of("mysql"));
        Path data = server.folder().resolve("data");
        server.run(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + data,
                "--skip-test-db",
                "--auth-root-authentication-method=normal");
        Path users = server.folder().resolve("users.sql");
        Files.writeString(
                users,
                "create database if not exists building;\n"
                        + "create user if not exists wattpeil@'%' identified by '"
                        + PASSWORD
                        + "';\ngrant all on building.* to wattpeil@'%';\n");
        command =
                new String[] {
                    mariadbd.toString(),
                    "--no-defaults",
                    "--datadir=" + data,
                    "--bind-address=127.0.0.1",
                    "--port=" + server.port(),
                    "--socket=" + server.folder().resolve("socket"),
                    "--pid-file=" + server.folder().resolve("pid"),
                    "--skip-name-resolve",
                    "--default-time-zone=-05:00",
                    "--init-file=" + users
                };
        server.start(() -> connect().close(), command);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table readings (meter varchar(20), local datetime, at timestamp null,"
                            + " kwh decimal(18, 3), note varchar(20), share double, on_ups boolean)");
            statement.execute("set time_zone = '+00:00'");
            statement.execute(
                    "insert into readings values"
                            + " ('UPS1', '2026-03-02 00:00:00', '2026-03-01 23:00:00', 1.5, null,"
                            + " 0.1, true),"
                            + " ('UPS1', '2026-03-02 23:59:59', '2026-03-02 22:59:59',"
                            + " 123456789012345.678, '', 2.5, false),"
                            + " ('UPS1', '2026-03-03 00:00:00', '2026-03-02 23:00:00', 3, 'a', null,"
                            + " null)");
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
    }

    @Test
    void landsADayExactlyAsItIs() throws Exception {
        for (String column : new String[] {"local", "at"}) {
            bench.fetch(
                    lines(
                            "select meter, local, at, kwh, note, share, on_ups from readings where "
                                    + column
                                    + " >= :from and "
                                    + column
                                    + " < :to order by local # :to",
                            "window: {from: 2026-03-02, again-for: P9D}"));

            assertThat(bench.text("2026-03-02--2026-03-03.csv"))
                    .isEqualTo(
                            """
                            "meter","local","at","kwh","note","share","on_ups"
                            "UPS1","2026-03-02T00:00:00","2026-03-02T00:00:00","1.500",,"0.1","true"
                            "UPS1","2026-03-02T23:59:59","2026-03-02T23:59:59","123456789012345.678","","2.5","false"
                            """);
        }
    }

    @Test
    void wantsZonesForAClockChangeUnlessSecondsAreAskedFor() throws Exception {
        bench.setNow("2026-03-30T00:00:00Z");
        assertThat(
                        bench.failure(
                                lines(
                                        "select 1 from readings where at >= :from and at < :to",
                                        "window: {from: 2026-03-29}")))
                .contains("does not know the zone Europe/Brussels");
        bench.fetch(lines("select :from_epoch as a, :to_epoch as b", "window: {from: 2026-03-29}"));
        assertThat(bench.text("2026-03-29--2026-03-30.csv"))
                .isEqualTo("\"a\",\"b\"\n\"1774738800\",\"1774821600\"\n");
    }

    @Test
    void changesNothingAndEndsInTime() throws Exception {
        assertThat(bench.failure(lines("delete from readings returning meter", "")))
                .isEqualTo(
                        "the database: is asked to change something, expected a query that only"
                                + " reads");
        assertThat(bench.failure(lines("select sleep(20)", "time-limit: PT1S")))
                .isEqualTo("the database: takes longer than its time-limit");
        assertThat(
                        bench.failure(
                                lines(
                                        "select repeat('x', 1000) from seq_1_to_5000000",
                                        "size-limit: 20 MB")))
                .isEqualTo("the database: gives more than 20000000 bytes (size-limit)");
    }

    @Test
    void tellsWhatIsWrongWithoutNames() throws Exception {
        assertThat(bench.failure(lines("select kanarie from readings", "")))
                .startsWith("the database: does not understand the query (")
                .contains("Unknown column 'kanarie'")
                .doesNotContain("localhost", "wattpeil");
        assertThat(bench.failure(lines("select 1 from nowhere", "")))
                .startsWith("the database: does not understand the query (")
                .contains("nowhere' doesn't exist")
                .doesNotContain("localhost", "wattpeil", "127.0.0.1");
        assertThat(
                        bench.failure(
                                "jdbc: " + url(),
                                "user: wattpeil",
                                "password: {env: WRONG}",
                                "query: select 1"))
                .isEqualTo("the database: does not accept the user or the password");
    }

    /** As many rows as reach the file before it dies: some thousand. */
    @Test
    void landsNothingOfAnAnswerInWhichTheServerIsKilled() throws Exception {
        execute("create table pause (seconds int)", "insert into pause values (60)");
        String[] asked =
                lines(
                        "select seq, if(seq = 15000, sleep((select seconds from pause)), 0) as"
                                + " pause from seq_1_to_20000",
                        "");
        Thread killer =
                new Thread(
                        () -> {
                            try {
                                bench.awaitDraft();
                            } catch (IOException | InterruptedException failure) {
                                throw new AssertionError(failure);
                            }
                            server.kill();
                        });
        killer.start();
        assertThat(bench.failure(asked))
                .isEqualTo("the database: accepts no connection, or breaks it off");
        killer.join();
        assertThat(bench.landed()).isEmpty();
        assertThat(bench.failure(asked))
                .isEqualTo("the database: accepts no connection, or breaks it off");

        server.start(() -> connect().close(), command);
        execute("update pause set seconds = 0");
        bench.fetch(asked);
        assertThat(bench.text("20260304T100000Z.csv").lines()).hasSize(20001);
    }

    private static void execute(String... commands) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : commands) {
                statement.execute(each);
            }
        }
    }

    private static String[] lines(String query, String more) {
        return new String[] {
            "jdbc: " + url(),
            "user: wattpeil",
            "password: {env: PASSWORD}",
            "query: |\n  " + query,
            more
        };
    }

    private static String url() {
        return "jdbc:mariadb://127.0.0.1:" + server.port() + "/building";
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(url(), "wattpeil", PASSWORD);
    }
}
