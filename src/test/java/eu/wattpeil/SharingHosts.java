package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.jdbc.PostgresqlServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInfo;

/**
 * Hosts that share the work of one workspace by a PostgreSQL: processes that take themselves for
 * several, on one machine and its disk. They end when this is closed.
 */
final class SharingHosts implements AutoCloseable {

    /** The log of runs tells when they were; the other files are of one host or of several. */
    private static final Predicate<String> WHAT_IS_KEPT =
            name -> !name.startsWith("runs/") && !name.startsWith(".");

    private final Program program;
    private final PostgresqlServer database;
    private final String schema;
    private final Duration longest;
    private final List<Host> hosts = new ArrayList<>();

    private SharingHosts(
            Program program, PostgresqlServer database, String schema, Duration longest) {
        this.program = program;
        this.database = database;
        this.schema = schema;
        this.longest = longest;
    }

    /** A process on a host. */
    record Host(String name, Process process, Path out, Path err) {

        void end() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        void signal(String signal) throws Exception {
            List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
            Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .forEach(it -> command.add(Long.toString(it.pid())));
            new ProcessBuilder(command).start().waitFor();
        }

        String who() {
            return "process " + process.pid() + " on " + name;
        }

        String printed() {
            return read(out) + read(err);
        }

        private static String read(Path file) {
            try {
                return Files.exists(file) ? Files.readString(file) : "";
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** A name for the workspace and the schema of a test, which no other one has. */
    static String nameFor(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName() + test.getDisplayName();
        return "town_" + Integer.toHexString(name.hashCode());
    }

    /**
     * Those of a workspace, which is told of them.
     *
     * @param schema of the database, for this workspace alone
     * @param silenceSeconds after which a host is taken for dead
     * @param longest that is waited for anything
     */
    static SharingHosts of(
            Program program,
            PostgresqlServer database,
            String schema,
            int silenceSeconds,
            Duration longest)
            throws IOException {
        Files.writeString(program.workspace().resolve("password"), PostgresqlServer.PASSWORD);
        Files.writeString(
                program.workspace().resolve("config/wattpeil.yaml"),
                """

                job-repository:
                  url: %s
                  user: wattpeil
                  password: {file: password}
                  schema: %s
                  silence: PT%dS
                """
                        .formatted(database.url(), schema, silenceSeconds),
                StandardOpenOption.APPEND);
        return new SharingHosts(program, database, schema, longest);
    }

    /** Starts the program on a host, with what it prints in files of the workspace. */
    Host start(String name, String... arguments) throws IOException {
        Path out = program.workspace().resolve(name + ".out");
        Path err = program.workspace().resolve(name + ".err");
        Host host = new Host(name, program.startOn(name, out, err, arguments), out, err);
        hosts.add(host);
        return host;
    }

    /** Those that were started, in that order. */
    List<Host> all() {
        return List.copyOf(hosts);
    }

    /** The other one of two. */
    Host otherThan(Host host) {
        return hosts.get(1 - hosts.indexOf(host));
    }

    /** The one that the claim names; empty where nobody holds the work. */
    Optional<Host> holder() {
        List<String> named = answerIfThere("select holder from wattpeil_claim");
        return hosts.stream().filter(it -> named.contains(it.who())).findFirst();
    }

    /** The first column of what the shared database answers, without nulls. */
    List<String> answer(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), "wattpeil", PostgresqlServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            connection.setSchema(schema);
            try (ResultSet row = statement.executeQuery(sql)) {
                List<String> answers = new ArrayList<>();
                while (row.next()) {
                    Optional.ofNullable(row.getString(1)).ifPresent(answers::add);
                }
                return answers;
            }
        }
    }

    /** The same; nothing where the database, or the table, is not there. */
    List<String> answerIfThere(String sql) {
        try {
            return answer(sql);
        } catch (SQLException notYet) {
            return List.of();
        }
    }

    /** Waits until something is so, or fails with what all hosts have printed. */
    void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(longest);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                StringBuilder printed = new StringBuilder("in vain; printed:");
                hosts.forEach(
                        it ->
                                printed.append("\n--- ")
                                        .append(it.name())
                                        .append('\n')
                                        .append(it.printed()));
                throw new AssertionError(printed);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** The files of a folder are, byte for byte, those of a host that worked alone. */
    void assertSame(String folder, Program alone) {
        Map<String, byte[]> expected = alone.files(folder, WHAT_IS_KEPT);
        Map<String, byte[]> found = program.files(folder, WHAT_IS_KEPT);
        assertThat(expected).isNotEmpty();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
    }

    @Override
    public void close() {
        hosts.forEach(Host::end);
    }
}
