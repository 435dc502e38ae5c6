package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.SharingHosts.Host;
import eu.wattpeil.collect.source.jdbc.PostgresqlServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @TempDir static Path folder;

    private static PostgresqlServer database;
    private static Program alone;

    private Program program;
    private SharingHosts hosts;

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
        String name = SharingHosts.nameFor(test);
        program = town(name);
        hosts = SharingHosts.of(program, database, name, SILENCE_SECONDS, LONGEST);
    }

    @AfterEach
    void endHosts() {
        hosts.close();
    }

    @Test
    void twoHostsShareTheDocumentsAndDoEachOnce() throws Exception {
        Host holder = hosts.start("host-a", "run");
        hosts.await(this::isShared);
        Host helper = hosts.start("host-b", "run");

        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();
        assertThat(helper.process().waitFor()).as(helper.printed()).isZero();

        assertThat(documentsRead(helper)).as(helper.printed()).isBetween(1, DOCUMENTS + 2);
        assertThat(helper.printed()).contains("helped " + holder.who() + ": read ");
        assertThat(holder.printed())
                .contains("many: 60 documents, 1,200,000 records")
                .contains(
                        "collected with "
                                + helper.who()
                                + ", which read "
                                + documentsRead(helper)
                                + " document");
        assertSame();
    }

    @Test
    void whatAHelperHadBegunIsReadByAnotherOnceItWasKilled() throws Exception {
        Host holder = hosts.start("host-a", "run");
        hosts.await(this::isShared);
        Host helper = hosts.start("host-b", "run");
        hosts.await(() -> isReading(helper));
        helper.signal("KILL");

        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();

        assertSame();
    }

    @Test
    void aHelperGoesOnWithTheWorkOfWhoWasKilled() throws Exception {
        Host holder = hosts.start("host-a", "run");
        hosts.await(this::isShared);
        Host helper = hosts.start("host-b", "run");
        hosts.await(() -> isReading(helper));
        holder.signal("KILL");

        assertThat(helper.process().waitFor()).as(helper.printed()).isZero();

        assertThat(helper.printed()).contains("many: ").doesNotContain("Exception");
        assertSame();
        assertThat(program.inProcess("run").out()).contains("nothing to do");
    }

    @Test
    void aHelperThatWakesUpTooLateChangesNothing() throws Exception {
        Host holder = hosts.start("host-a", "run");
        hosts.await(this::isShared);
        Host helper = hosts.start("host-b", "run");
        hosts.await(() -> isReading(helper));
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
        Host holder = hosts.start("host-a", "run");
        hosts.await(this::isShared);
        Host helper = hosts.start("host-b", "run", "--events", "--helping");
        hosts.await(() -> isReading(helper));
        String status = program.inProcess("status").out();

        assertThat(holder.process().waitFor()).as(holder.printed()).isZero();
        helper.process().getOutputStream().close();
        assertThat(helper.process().waitFor()).as(helper.printed()).isZero();

        assertThat(status)
                .contains("at work: " + holder.who(), "helping: " + helper.who() + ", documents");
        assertThat(helper.printed()).contains("\"event\":\"Helped\"");
        assertSame();
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
        return !hosts.answerIfThere("select claim_number from wattpeil_sharing").isEmpty();
    }

    private boolean isReading(Host helper) {
        return hosts.answerIfThere("select taken_by from wattpeil_offer where outcome is null")
                .contains(helper.who());
    }

    /** How many documents a host says that it read for another one. */
    private static int documentsRead(Host helper) {
        Matcher told = Pattern.compile(": read ([0-9]+) document").matcher(helper.printed());
        return told.find() ? Integer.parseInt(told.group(1)) : 0;
    }

    private void assertSame() throws SQLException {
        hosts.assertSame("store", alone);
        assertThat(alone.count("store")).isGreaterThan(2 * DOCUMENTS);
        assertThat(hosts.answer("select offer_id from wattpeil_offer")).isEmpty();
    }
}
