package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import eu.wattpeil.collect.source.jdbc.PostgresqlServer;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two hosts that share the work of one workspace by a PostgreSQL: processes that take themselves
 * for two, on one machine and its disk. Whatever becomes of one of them, the store and the reports
 * are those of a host that nobody disturbed.
 */
@DisabledOnOs(OS.WINDOWS)
class SeveralHostsIT {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final int SILENCE_SECONDS = 4;

    /** The log of runs tells when they were; the other files are of one host or of several. */
    private static final Predicate<String> WHAT_IS_KEPT =
            name -> !name.startsWith("runs/") && !name.startsWith(".");

    @TempDir static Path folder;

    private static PostgresqlServer database;
    private static Program undisturbed;

    private final List<Host> hosts = new ArrayList<>();
    private Program program;
    private String schema;

    /** A process that serves, or runs, on a host. */
    private record Host(String name, Process process, Path out, Path err) {

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

        String printed() {
            return read(out) + read(err);
        }
    }

    /** Where in its work a host is. */
    private enum Stage {
        COLLECT,
        COMPUTE,
        PUBLISH
    }

    @BeforeAll
    static void startServerAndRunUndisturbed() throws Exception {
        database = PostgresqlServer.start();
        undisturbed = new Program(folder.resolve("undisturbed"));
        undisturbed.inProcess("init", undisturbed.workspace().toString());
        assertThat(undisturbed.inProcess("run").code()).isZero();
    }

    @AfterAll
    static void endServer() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void makeWorkspace(TestInfo test) throws IOException {
        String name = test.getTestMethod().orElseThrow().getName() + test.getDisplayName();
        schema = "town_" + Integer.toHexString(name.hashCode());
        program = new Program(folder.resolve(schema));
        program.inProcess("init", program.workspace().toString());
        Path password = program.workspace().resolve("password");
        Files.writeString(password, PostgresqlServer.PASSWORD);
        Files.writeString(
                program.workspace().resolve("config/wattpeil.yaml"),
                "\njob-repository:\n  url: "
                        + database.url()
                        + "\n  user: wattpeil\n  password: {file: password}\n  schema: "
                        + schema
                        + "\n  silence: PT"
                        + SILENCE_SECONDS
                        + "S\n",
                StandardOpenOption.APPEND);
    }

    @AfterEach
    void endHosts() {
        hosts.forEach(Host::end);
    }

    @Test
    void twoRunsAtOnceAreOne() throws Exception {
        Host one = start("host-a", "run");
        await(() -> holder().isPresent());

        Host other = start("host-b", "run");

        assertThat(other.process().waitFor()).isEqualTo(1);
        assertThat(other.printed())
                .contains(
                        ": the work is held by process " + one.process().pid() + " on host-a since",
                        "expected it free; wait until that process has ended")
                .doesNotContain("Exception");
        assertThat(one.process().waitFor()).as(one.printed()).isZero();
        assertSame();
        assertThat(program.inProcess("run").out()).contains("nothing to do");
    }

    @ParameterizedTest
    @EnumSource
    void anotherHostGoesOnWhereOneHasDied(Stage stage) throws Exception {
        serve("host-a");
        serve("host-b");
        await(() -> isAt(stage));
        Host dead = working();

        dead.end();

        Host other = hosts.get(1 - hosts.indexOf(dead));
        // The one who died may have been through with all of it.
        await(
                () ->
                        other.printed()
                                .contains(
                                        "goes on with the work of process "
                                                + dead.process().pid()
                                                + " on "));
        awaitFree();
        assertThat(other.printed()).doesNotContain("Exception", "failed");
        assertSame();
        assertNothingRuns();
        assertThat(program.inProcess("run").out()).contains("nothing to do");
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatWakesUpAfterItsPlaceWasTakenChangesNothing(Stage stage) throws Exception {
        serve("host-a");
        serve("host-b");
        await(() -> isAt(stage));
        Host paused = working();

        paused.signal("STOP");

        Host other = hosts.get(1 - hosts.indexOf(paused));
        await(() -> other.printed().contains("goes on with the work of "));
        if (stage != Stage.COLLECT) {
            awaitFree();
            assertSame();
        }
        paused.signal("CONT");

        await(() -> paused.printed().contains("as this process gave no sign of life for "));
        awaitFree();
        assertThat(paused.printed()).doesNotContain("Exception", "fault", "done:");
        assertThat(paused.process().isAlive()).isTrue();
        assertSame();
        assertThat(program.inProcess("run").out()).contains("nothing to do");
        assertNothingRuns();
    }

    @Test
    void goesOnOnceARepositoryThatWentAwayIsBack() throws Exception {
        serve("host-a");
        serve("host-b");
        await(() -> isAt(Stage.COMPUTE));
        Host working = working();

        database.stop();
        try {
            await(() -> hasGivenUp(working));
        } finally {
            database.startAgain();
        }

        await(() -> hosts.stream().anyMatch(it -> it.printed().contains("done: compute")));
        assertThat(working.printed()).doesNotContain("Exception", "fault", "failed:");
        awaitFree();
        assertSame();
        assertNothingRuns();
    }

    /** As its run asked for the repository in vain, or it could give no sign of life. */
    private static boolean hasGivenUp(Host host) {
        return host.printed().contains("nothing is lost, and the next run goes on from here")
                || host.printed().contains("what it had not put in place is left to the next run");
    }

    @Test
    void allHostsTellTheSameOfTheWork() throws Exception {
        serve("host-a");
        serve("host-b");
        await(() -> hosts.stream().anyMatch(it -> it.printed().contains("done: compute")));
        awaitFree();

        Ended status = program.inProcess("status");

        assertThat(status.out())
                .contains(
                        "process " + hosts.get(0).process().pid() + " on host-a since ",
                        "process " + hosts.get(1).process().pid() + " on host-b since ")
                .containsPattern("compute +20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9:]{5} +20");
        assertThat(hosts.stream().filter(it -> it.printed().contains("done: ")).count())
                .isEqualTo(1);
        assertSame();
    }

    private void serve(String host) throws IOException {
        start(host, "serve", "--no-pages");
    }

    private Host start(String name, String... arguments) throws IOException {
        Path out = program.workspace().resolve(name + ".out");
        Path err = program.workspace().resolve(name + ".err");
        Host host = new Host(name, program.startOn(name, out, err, arguments), out, err);
        hosts.add(host);
        return host;
    }

    /** As files and the claim tell it. */
    private boolean isAt(Stage stage) {
        boolean isCollected = program.count("store/documents") == 2;
        boolean isComputed = program.count("store/kpi_values") > 0;
        return switch (stage) {
            case COLLECT -> isWorking() && program.count("store/_staging") > 0;
            case COMPUTE -> isCollected && program.count("store/hourly_energy") > 0;
            case PUBLISH -> isComputed && program.count("reports") > 0;
        };
    }

    private boolean isWorking() {
        return holder().isPresent()
                && Files.exists(program.workspace().resolve("store/_staging/claim-1"));
    }

    private Host working() {
        String holder = holder().orElseThrow();
        return hosts.stream()
                .filter(it -> holder.equals("process " + it.process().pid() + " on " + it.name()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> holder() {
        try {
            return answer("select holder from " + schema + ".wattpeil_claim").stream().findFirst();
        } catch (SQLException notYet) {
            return Optional.empty();
        }
    }

    private void awaitFree() throws InterruptedException {
        await(() -> holder().isEmpty());
    }

    /** No execution is left running, or in a state that a person has to look at. */
    private void assertNothingRuns() throws SQLException {
        for (String table : List.of("batch_job_execution", "batch_step_execution")) {
            assertThat(answer("select distinct status from " + schema + "." + table))
                    .isSubsetOf("COMPLETED", "FAILED", "STOPPED");
        }
    }

    private static List<String> answer(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), "wattpeil", PostgresqlServer.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (row.next()) {
                Optional.ofNullable(row.getString(1)).ifPresent(answers::add);
            }
            return answers;
        }
    }

    private void assertSame() {
        for (String part : List.of("store", "reports")) {
            Map<String, byte[]> expected = undisturbed.files(part, WHAT_IS_KEPT);
            Map<String, byte[]> found = program.files(part, WHAT_IS_KEPT);
            assertThat(expected).isNotEmpty();
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            expected.forEach(
                    (name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
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
}
