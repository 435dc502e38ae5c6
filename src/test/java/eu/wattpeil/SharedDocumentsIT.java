package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/**
 * Two hosts that collect sixty documents together: processes that take themselves for two, on one
 * machine and its disk, with a PostgreSQL. Whoever of them dies, the store has each document once
 * and the bytes that one host alone leaves.
 */
@DisabledOnOs(OS.WINDOWS)
class SharedDocumentsIT {

    private static final int DOCUMENTS = 60;
    private static final int ROWS = 20_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    /** The log of runs tells when they were; the other files are of one host or of several. */
    private static final Predicate<String> WHAT_IS_KEPT =
            name -> !name.startsWith("runs/") && !name.startsWith(".");

    @TempDir static Path folder;

    private static PostgresqlServer database;
    private static Program alone;

    private final List<Host> hosts = new ArrayList<>();
    private Program program;
    private String schema;

    /** A process on a host. */
    private record Host(String name, Process process, Path out, Path err) {

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

        /** How many documents it says that it read for another one. */
        int documentsRead() {
            Matcher told = Pattern.compile(": read ([0-9]+) document").matcher(printed());
            return told.find() ? Integer.parseInt(told.group(1)) : 0;
        }
    }

    @BeforeAll
    static void collectAlone() throws Exception {
        database = PostgresqlServer.start();
        alone = town("alone");
        assertThat(alone.inProcess("run").code()).isZero();
    }

    @AfterAll
    static void endServer() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void makeWorkspace(TestInfo test) throws IOException {
        String name = test.getTestMethod().orElseThrow().getName();
        schema = "town_" + Integer.toHexString(name.hashCode());
        program = town(schema);
    }

    /**
     * Has hosts share the work.
     *
     * @param silence seconds after which one has died; a test may hold one up for as long
     */
    private void share(int silence) throws IOException {
        Files.writeString(program.workspace().resolve("password"), PostgresqlServer.PASSWORD);
        Files.writeString(
                program.workspace().resolve("config/wattpeil.yaml"),
                "\njob-repository:\n  url: "
                        + database.url()
                        + "\n  user: wattpeil\n  password: {file: password}\n  schema: "
                        + schema
                        + "\n  silence: PT"
                        + silence
                        + "S\n",
                StandardOpenOption.APPEND);
    }

    @AfterEach
    void endHosts() {
        hosts.forEach(
                host -> {
                    host.process().descendants().forEach(ProcessHandle::destroyForcibly);
                    host.process().destroyForcibly();
                });
    }

    @Test
    void twoHostsShareTheDocumentsAndDoEachOnce() throws Exception {
        share(120);
        Host holder = start("host-a", "run");
        awaitOffers();
        holder.signal("STOP");
        Host helper = start("host-b", "run");
        await(() -> count("outcome = 'staged'") >= 4);
        holder.signal("CONT");

        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();
        assertThat(helper.process().waitFor()).as(helper.printed()).isZero();

        assertThat(helper.documentsRead()).as(helper.printed()).isBetween(4, DOCUMENTS + 2);
        assertThat(helper.printed()).contains("helped " + holder.who() + ": read ");
        assertThat(holder.printed())
                .contains("many: 60 documents, 1,200,000 records")
                .contains(
                        "collected with "
                                + helper.who()
                                + ", which read "
                                + helper.documentsRead()
                                + " documents");
        assertSame();
    }

    @Test
    void whatAHelperHadBegunIsReadByAnotherOnceItWasKilled() throws Exception {
        share(30);
        Host holder = start("host-a", "run");
        awaitOffers();
        holder.signal("STOP");
        Host helper = start("host-b", "run");
        await(() -> count("taken_by is not null and outcome is null") > 0 && isStaging());
        helper.signal("KILL");
        int lost = count("taken_by is not null and outcome is null");
        holder.signal("CONT");

        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();

        assertThat(lost).isPositive();
        assertSame();
    }

    @Test
    void aHelperGoesOnWithTheWorkOfWhoWasKilled() throws Exception {
        share(30);
        Host holder = start("host-a", "run");
        awaitOffers();
        holder.signal("STOP");
        Host helper = start("host-b", "run");
        await(() -> count("outcome = 'staged'") > 0);
        holder.signal("KILL");

        assertThat(helper.process().waitFor()).as(helper.printed()).isZero();

        assertThat(helper.printed()).contains(" documents, ").doesNotContain("Exception");
        assertSame();
        assertThat(program.inProcess("run").out()).contains("nothing to do");
    }

    @Test
    void aHelperThatWakesUpTooLateChangesNothing() throws Exception {
        share(30);
        Host holder = start("host-a", "run");
        awaitOffers();
        holder.signal("STOP");
        Host helper = start("host-b", "run");
        await(() -> count("taken_by is not null and outcome is null") > 0 && isStaging());
        helper.signal("STOP");
        holder.signal("CONT");
        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();
        assertSame();

        helper.signal("CONT");

        assertThat(helper.process().waitFor()).as(helper.printed()).isZero();
        assertThat(helper.printed()).doesNotContain("Exception");
        assertSame();
    }

    @Test
    void aServerHelpsByItself() throws Exception {
        share(120);
        Host holder = start("host-a", "run");
        awaitOffers();
        holder.signal("STOP");
        Host server = start("host-b", "serve", "--no-pages");
        await(() -> count("outcome = 'staged'") > 0);
        String status = program.inProcess("status").out();
        holder.signal("CONT");

        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();

        await(() -> server.documentsRead() > 0);
        assertThat(status).contains("at work: " + holder.who(), "helping: process ");
        assertThat(server.printed()).contains("helped " + holder.who() + ": read ");
        assertThat(holder.printed()).contains("collected with process ");
        assertSame();
    }

    private Host start(String name, String... arguments) throws IOException {
        Path out = program.workspace().resolve(name + ".out");
        Path err = program.workspace().resolve(name + ".err");
        Host host = new Host(name, program.startOn(name, out, err, arguments), out, err);
        hosts.add(host);
        return host;
    }

    private static Program town(String name) throws IOException {
        Program town = new Program(folder.resolve(name));
        town.inProcess("init", town.workspace().toString());
        String example = Files.readString(town.workspace().resolve("jobs/collect/example.yaml"));
        Files.writeString(
                town.workspace().resolve("jobs/collect/many.yaml"),
                example.replace("inbox/example/*.csv", "inbox/many/*.csv"));
        Files.writeString(
                town.workspace().resolve("config/wattpeil.yaml"),
                "\n# Of what is collected no month is computed.\nfirst-month: 2027-01\n",
                StandardOpenOption.APPEND);
        addDocuments(town, 0, DOCUMENTS);
        return town;
    }

    /** Some registers a minute apart, of a meter for each document. */
    private static void addDocuments(Program town, int first, int count) throws IOException {
        Path inbox = Files.createDirectories(town.workspace().resolve("inbox/many"));
        for (int number = first; number < first + count; number++) {
            StringBuilder text = new StringBuilder("Meter;Time;Register (kWh)\n");
            LocalDateTime time = LocalDateTime.of(2026, 1, 1, 0, 0);
            for (int row = 0; row < ROWS; row++) {
                text.append("many-").append(number).append(';');
                text.append(TIME.format(time.plusMinutes(row))).append(';');
                text.append(1000 + row).append(",5\n");
            }
            Files.writeString(inbox.resolve("meter-%03d.csv".formatted(number)), text);
        }
    }

    private void awaitOffers() throws InterruptedException {
        await(() -> count("taken_by is null") > 0);
    }

    private boolean isStaging() {
        Path help = program.workspace().resolve("store/_staging/claim-1/help");
        try (Stream<Path> files = Files.walk(help)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException | java.io.UncheckedIOException notYet) {
            return false;
        }
    }

    /** The offers of which something is true. */
    private int count(String condition) {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), "wattpeil", PostgresqlServer.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*) from "
                                        + schema
                                        + ".wattpeil_offer where "
                                        + condition)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException notYet) {
            return 0;
        }
    }

    private void assertSame() {
        Map<String, byte[]> expected = alone.files("store", WHAT_IS_KEPT);
        Map<String, byte[]> found = program.files("store", WHAT_IS_KEPT);
        assertThat(expected).hasSizeGreaterThan(2 * DOCUMENTS);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
        assertThat(count("true")).isZero();
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
                hosts.forEach(it -> printed.append("\n--- " + it.name() + "\n" + it.printed()));
                throw new AssertionError(printed);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
