package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.jdbc.PostgresqlServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
    private static final int SILENCE_SECONDS = 8;
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
        makeDocuments();
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
        Files.writeString(program.workspace().resolve("password"), PostgresqlServer.PASSWORD);
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
        hosts.forEach(
                host -> {
                    host.process().descendants().forEach(ProcessHandle::destroyForcibly);
                    host.process().destroyForcibly();
                });
    }

    @Test
    void twoHostsShareTheDocumentsAndDoEachOnce() throws Exception {
        Host holder = start("host-a", "run");
        await(this::isShared);
        Host helper = start("host-b", "run");

        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();
        assertThat(helper.process().waitFor()).as(helper.printed()).isZero();

        assertThat(helper.documentsRead()).as(helper.printed()).isBetween(1, DOCUMENTS + 2);
        assertThat(helper.printed()).contains("helped " + holder.who() + ": read ");
        assertThat(holder.printed())
                .contains("many: 60 documents, 1,200,000 records")
                .contains(
                        "collected with "
                                + helper.who()
                                + ", which read "
                                + helper.documentsRead()
                                + " document");
        assertSame();
    }

    @Test
    void whatAHelperHadBegunIsReadByAnotherOnceItWasKilled() throws Exception {
        Host holder = start("host-a", "run");
        await(this::isShared);
        Host helper = start("host-b", "run");
        await(() -> isReading(helper));
        helper.signal("KILL");

        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();

        assertSame();
    }

    @Test
    void aHelperGoesOnWithTheWorkOfWhoWasKilled() throws Exception {
        Host holder = start("host-a", "run");
        await(this::isShared);
        Host helper = start("host-b", "run");
        await(() -> isReading(helper));
        holder.signal("KILL");

        assertThat(helper.process().waitFor()).as(helper.printed()).isZero();

        assertThat(helper.printed()).contains("many: ").doesNotContain("Exception");
        assertSame();
        assertThat(program.inProcess("run").out()).contains("nothing to do");
    }

    @Test
    void aHelperThatWakesUpTooLateChangesNothing() throws Exception {
        Host holder = start("host-a", "run");
        await(this::isShared);
        Host helper = start("host-b", "run");
        await(() -> isReading(helper));
        helper.signal("STOP");
        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();
        assertSame();

        helper.signal("CONT");

        assertThat(helper.process().waitFor()).as(helper.printed()).isZero();
        assertThat(helper.printed()).doesNotContain("Exception");
        assertSame();
    }

    @Test
    void aServersHelperTellsTheServerWhatItDoes() throws Exception {
        Host holder = start("host-a", "run");
        await(this::isShared);
        Host helper = start("host-b", "run", "--events", "--helping");
        await(() -> isReading(helper));
        String status = program.inProcess("status").out();

        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();
        helper.process().getOutputStream().close();
        assertThat(helper.process().waitFor()).as(helper.printed()).isZero();

        assertThat(status)
                .contains("at work: " + holder.who(), "helping: " + helper.who() + ", documents");
        assertThat(read(helper.out())).contains("\"event\":\"Helped\"");
        assertSame();
    }

    private Host start(String name, String... arguments) throws IOException {
        Path out = program.workspace().resolve(name + ".out");
        Path err = program.workspace().resolve(name + ".err");
        Host host = new Host(name, program.startOn(name, out, err, arguments), out, err);
        hosts.add(host);
        return host;
    }

    /** One with documents that a link leads to, as a share is often mounted. */
    private static Program town(String name) throws IOException {
        Program town = new Program(folder.resolve(name));
        town.inProcess("init", town.workspace().toString());
        Path example = town.workspace().resolve("jobs/collect/example.yaml");
        String definition = Files.readString(example);
        for (String other : List.of("archive", "many")) {
            Files.writeString(
                    example.resolveSibling(other + ".yaml"),
                    definition.replace("inbox/example/*.csv", "inbox/" + other + "/*"));
            Files.createSymbolicLink(
                    town.workspace().resolve("inbox").resolve(other), folder.resolve(other));
        }
        Files.writeString(
                town.workspace().resolve("config/wattpeil.yaml"),
                """

                # Of what is collected no month is computed, and its files stay as they are.
                first-month: 2027-01
                compact: false
                """,
                StandardOpenOption.APPEND);
        return town;
    }

    /** Some registers a minute apart, of a meter for each document. */
    private static void makeDocuments() throws IOException {
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int number = 0; number < DOCUMENTS; number++) {
            Files.writeString(
                    many.resolve("meter-%03d.csv".formatted(number)),
                    document("many-" + number, ROWS));
        }
        // What is in an archive is not shared: while the holder reads it, the others come.
        Path archive = Files.createDirectories(folder.resolve("archive"));
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(archive.resolve("first.zip")))) {
            zip.putNextEntry(new ZipEntry("first.csv"));
            zip.write(document("first", 30 * ROWS).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String document(String meter, int rows) {
        StringBuilder text = new StringBuilder("Meter;Time;Register (kWh)\n");
        LocalDateTime time = LocalDateTime.of(2025, 1, 1, 0, 0);
        for (int row = 0; row < rows; row++) {
            text.append(meter).append(';');
            text.append(TIME.format(time.plusMinutes(row))).append(';');
            text.append(1000 + row).append(",5\n");
        }
        return text.toString();
    }

    /** Whether the holder lets others help, though it may have nothing for them yet. */
    private boolean isShared() {
        return count("wattpeil_sharing", "true") > 0;
    }

    private boolean isReading(Host helper) {
        return count("wattpeil_offer", "outcome is null and taken_by = '" + helper.who() + "'") > 0;
    }

    /** The rows of which something is true. */
    private int count(String table, String condition) {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), "wattpeil", PostgresqlServer.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*) from "
                                        + schema
                                        + "."
                                        + table
                                        + " where "
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
        assertThat(count("wattpeil_offer", "true")).isZero();
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
