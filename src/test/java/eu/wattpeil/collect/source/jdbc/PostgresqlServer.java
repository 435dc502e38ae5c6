package eu.wattpeil.collect.source.jdbc;

import eu.wattpeil.collect.source.RealServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A PostgreSQL of its own; the test is skipped where there is none. */
public final class PostgresqlServer implements AutoCloseable {

    /** Of the user {@code wattpeil}. */
    public static final String PASSWORD = "geheim-1234";

    private final RealServer server;
    private final Path postgres;

    private PostgresqlServer(RealServer server, Path postgres) {
        this.server = server;
        this.postgres = postgres;
    }

    /** One that is there, in another zone than anybody else. */
    public static PostgresqlServer start() throws Exception {
        Path postgres =
                RealServer.program(
                        "WATTPEIL_POSTGRESQL",
                        "/usr/lib/postgresql/17/bin/postgres",
                        "/usr/lib/postgresql/16/bin/postgres",
                        "/usr/lib/postgresql/15/bin/postgres");
        RealServer server = new RealServer("postgresql", Optional.of("postgres"));
        PostgresqlServer started = new PostgresqlServer(server, postgres);
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
        started.startAgain();
        return started;
    }

    /** Breaks off all connections, and accepts none. */
    public void stop() throws Exception {
        server.end("INT");
    }

    /** After {@link #stop}, accepts connections. */
    public void startAgain() throws Exception {
        server.start(
                () -> connect().close(),
                postgres.toString(),
                "-D",
                server.folder().resolve("data").toString(),
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
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + server.port() + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "wattpeil", PASSWORD);
    }

    /** Runs some commands. */
    public void execute(String... commands) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /** Waits until an answer to Wattpeil has come to where its query sleeps. */
    void awaitSleep() throws SQLException, InterruptedException {
        String sleeping =
                "select 1 from pg_stat_activity where application_name = 'wattpeil'"
                        + " and wait_event = 'PgSleep'";
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            boolean isAsleep = false;
            while (!isAsleep) {
                Thread.sleep(20);
                try (ResultSet found = statement.executeQuery(sleeping)) {
                    isAsleep = found.next();
                }
            }
        }
    }

    /** Kills the process that answers Wattpeil, upon which the server ends all others, too. */
    public void killTheOneThatAnswers() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select pid from pg_stat_activity where application_name ="
                                        + " 'wattpeil'")) {
            found.next();
            ProcessHandle.of(found.getLong(1)).orElseThrow().destroyForcibly();
        }
    }

    /** Waits until it answers again. */
    public void await() throws InterruptedException {
        while (true) {
            try {
                connect().close();
                return;
            } catch (SQLException notYet) {
                Thread.sleep(100);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
