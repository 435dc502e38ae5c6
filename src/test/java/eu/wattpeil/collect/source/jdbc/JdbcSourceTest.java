package eu.wattpeil.collect.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.SourceBench;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is asked for each window once; its rows land exactly as they are. */
class JdbcSourceTest {

    private static final String URL = "jdbc:h2:mem:meters";

    @TempDir Path root;

    private SourceBench bench;
    private Connection open;

    @BeforeEach
    void start() throws SQLException {
        bench = new SourceBench(root, Map.of("PASSWORD", "geheim"), JdbcSource::of);
        open = DriverManager.getConnection(URL, "sa", "geheim");
        try (Statement statement = open.createStatement()) {
            statement.execute(
                    "create table readings (meter varchar(20), at timestamp, kwh decimal(18, 3))");
            statement.execute(
                    "insert into readings values ('UPS1', timestamp '2026-03-02 00:00:00', 1.500),"
                            + " ('UPS1', timestamp '2026-03-02 23:59:59', 2),"
                            + " ('UPS1', timestamp '2026-03-03 00:00:00', 123456789012345.678)");
        }
    }

    @AfterEach
    void stop() throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("drop all objects");
        }
        open.close();
    }

    @Test
    void asksForEachWindowOnce() throws IOException {
        fetch("select * from readings where at >= :from and at < :to order by at");
        fetch("select * from readings where at >= :from and at < :to order by at");

        assertThat(bench.landed())
                .containsExactly("2026-03-02--2026-03-03.csv", "2026-03-03--2026-03-04.csv");
        assertThat(bench.text("2026-03-02--2026-03-03.csv"))
                .isEqualTo(
                        """
                        "METER","AT","KWH"
                        "UPS1","2026-03-02T00:00:00","1.500"
                        "UPS1","2026-03-02T23:59:59","2.000"
                        """);
        assertThat(bench.text("2026-03-03--2026-03-04.csv")).contains("\"123456789012345.678\"");
    }

    @Test
    void tellsNullFromAnEmptyTextAndKeepsTextsWhole() throws IOException {
        bench.fetch(
                "jdbc: " + URL,
                "user: sa",
                "password: {env: PASSWORD}",
                "query: |",
                "  select cast(null as varchar) as a, '' as b, 'x, \"y\"' as c, true as d,",
                "    cast(0.1 as double precision) as e, cast(1e-10 as double precision) as f,",
                "    date '2026-01-31' as g,",
                "    timestamp with time zone '2026-01-31 10:00:00.25+01:00' as h");

        assertThat(bench.text("20260304T100000Z.csv").lines().skip(1))
                .containsExactly(
                        ",\"\",\"x, \"\"y\"\"\",\"true\",\"0.1\",\"0.00000000010\",\"2026-01-31\","
                                + "\"2026-01-31T09:00:00.250000Z\"");
    }

    @Test
    void landsNothingOfAnAnswerThatIsTooLarge() throws IOException {
        assertThat(
                        bench.failure(
                                "jdbc: " + URL,
                                "user: sa",
                                "password: {env: PASSWORD}",
                                "query: select x from system_range(1, 1000000)",
                                "size-limit: 1 MB"))
                .isEqualTo("the database: gives more than 1000000 bytes (size-limit)");
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void tellsWhyWithoutValuesOrNames() throws IOException {
        assertThat(bench.failure("jdbc: " + URL, "user: sa", "query: select Kanarie"))
                .isEqualTo("the database: does not accept the user or the password");
        assertThat(
                        bench.failure(
                                "jdbc: " + URL,
                                "user: sa",
                                "password: {env: PASSWORD}",
                                "query: select cast('Kanarie' as int)"))
                .isEqualTo("the database: fails at the query (SQL state 22018, error 22018)");
    }

    @Test
    void tellsWhatIsWrongInADefinition() throws IOException {
        for (String url :
                new String[] {
                    "jdbc:postgresql://host/db?user=x&password=Kanarie",
                    "jdbc:mariadb://me:Kanarie@host/db",
                    "jdbc:oracle:thin:scott/Kanarie@//host/db",
                    "jdbc:sqlserver://host;user=x;Password=Kanarie"
                }) {
            assertThat(bench.problems("jdbc: " + url, "query: select 1"))
                    .containsExactly(
                            "meters.yaml:2: jdbc has a password in it, expected it under password"
                                    + " as {env: NAME} or {file: PATH}");
        }
        assertThat(bench.problems("jdbc: postgres://host/db", "query: select :to"))
                .containsExactly(
                        "meters.yaml:2: jdbc is no address of a database, expected one such as"
                                + " jdbc:postgresql://host/database",
                        "meters.yaml:3: query has :from or :to, but there is no window, expected"
                                + " one such as {from: 2026-01-01}");
        assertThat(
                        bench.problems(
                                "jdbc: " + URL,
                                "query: select ':from'",
                                "password: Kanarie",
                                "window: {from: 2026-01-01}"))
                .containsExactly(
                        "meters.yaml:4: password is given openly, expected {env: NAME} or {file:"
                                + " PATH}",
                        "meters.yaml:5: window is given, but query has neither :from nor :to,"
                                + " expected them where it chooses the time");
    }

    @Test
    void tellsBeforeItAsksThatADriverIsMissing() throws IOException {
        assertThat(bench.concerns("jdbc: jdbc:oracle:thin:@kanarie", "query: select 1"))
                .containsExactly(
                        "there is no driver for jdbc:oracle, expected its jar in lib/ beside"
                                + " wattpeil.jar");
        assertThat(bench.concerns("jdbc: jdbc:mariadb://kanarie/db", "query: select 1")).isEmpty();
        assertThat(bench.concerns("jdbc: jdbc:postgresql://kanarie/db", "query: select 1"))
                .isEmpty();
    }

    private void fetch(String query) throws IOException {
        bench.fetch(
                "jdbc: " + URL,
                "user: sa",
                "password: {env: PASSWORD}",
                "query: " + query,
                "window: {from: 2026-03-02}");
    }
}
