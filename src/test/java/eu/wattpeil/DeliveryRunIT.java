package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import eu.wattpeil.deliver.FakeMailServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From raw files to the mail of a reader, once. */
class DeliveryRunIT {

    private static final String AN_ATTEMPT = "delivery management, 2026-09: mail server localhost:";

    @TempDir Path folder;

    private Program program;
    private FakeMailServer server;

    @BeforeEach
    void start() throws IOException {
        program = new Program(folder.resolve("town"));
        program.inProcess("init", program.workspace().toString());
        server = FakeMailServer.start();
        Files.writeString(
                program.workspace().resolve("config/delivery.yaml"),
                """
                smtp: {host: localhost, port: %d, security: none, from: w@town.example}
                deliveries:
                  - {id: management, report: monthly, forms: [html], to: [a@town.example, b@town.example]}
                  - {id: share, report: monthly, forms: [csv], folder: ../share}
                """
                        .formatted(server.port()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void deliversOnceWhatItPublishes() throws IOException {
        Files.createDirectory(folder.resolve("share"));

        Ended first = program.inProcess("run");
        Ended second = program.inProcess("run");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("delivered: management, 2026-09 edition 1: 2 mails\n")
                .contains("delivered: share, 2026-09 edition 1: ")
                .containsPattern("1 report in .* s, 2 deliveries in .* s\n$");
        assertThat(second.out())
                .isEqualTo("nothing to do: the store and the reports are up to date\n");
        assertThat(server.recipients()).containsExactly("a@town.example", "b@town.example");
        assertThat(folder.resolve("share/2026-09/edition-1/kpis.csv"))
                .hasSameBinaryContentAs(
                        program.workspace().resolve("reports/2026-09/edition-1/kpis.csv"));
        assertThat(program.inProcess("status").out())
                .contains(
                        """
                        Deliveries
                          management       2026-09 edition 1: done; 2 mails sent
                          share            2026-09 edition 1: done
                        """);
        assertThat(addresses()).isEmpty();
    }

    @Test
    void tellsWhatFailsAndSendsItWhenItIsAsked() throws IOException {
        int port = server.port();
        server.close();

        assertThat(program.inProcess("check").out())
                .contains("config/delivery.yaml:4: folder ../share is not there, expected one; is");
        Ended down = program.inProcess("run");
        assertThat(down.code()).isEqualTo(1);
        assertThat(down.err())
                .contains(AN_ATTEMPT + port + " accepts no connection; attempt 1 of 12, runs from ")
                .contains("delivery share, 2026-09: folder ../share is not there, expected one; is")
                .doesNotContain("fault");
        Files.createDirectory(folder.resolve("share"));
        server = FakeMailServer.startAt(port);
        assertThat(program.inProcess("run").out()).startsWith("nothing to do");
        assertThat(program.inProcess("status").out())
                .containsPattern(
                        "management       2026-09 edition 1: 1 attempt failed, the next from .*"
                                + " on: mail server localhost:\\d+ accepts no connection\n");

        Ended again = program.inProcess("run", "--month", "2026-09", "--again", "management");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(server.recipients()).containsExactly("a@town.example", "b@town.example");
        assertThat(folder.resolve("share")).isEmptyDirectory();
        assertThat(down.out() + down.err() + again.out() + again.err()).doesNotContain("@");
        assertThat(addresses()).isEmpty();
    }

    @Test
    void saysWhatCanBeSentAgain() {
        assertWrong("--again needs a month, expected --month too", "--again", "management");
        assertWrong(
                "--again is \"managment\", did you mean \"management\"?",
                "--month",
                "2026-09",
                "--again",
                "managment");
        assertWrong(
                "--month is 2025-01, expected a month that is over, published, and not before the"
                        + " first one of delivery share",
                "--month",
                "2025-01",
                "--again",
                "share");
        assertWrong(
                "--again stands beside --job compute, expected one of them",
                "--month",
                "2026-09",
                "--job",
                "compute",
                "--again",
                "share");
    }

    /** The process dies when the server has the whole mail, and before it hears of that. */
    @Test
    void sendsNothingTwiceThoughItIsKilledInTheWorstMoment() throws Exception {
        AtomicReference<Process> process = new AtomicReference<>();
        server.atTheEndOfEach(() -> process.get().destroyForcibly().onExit().join());
        process.set(program.start(folder.resolve("out"), folder.resolve("err"), "run"));
        assertThat(process.get().waitFor()).isNotZero();
        server.atTheEndOfEach(() -> {});
        assertThat(server.recipients()).containsExactly("a@town.example");

        assertThat(program.inProcess("status").out())
                .containsPattern("management .* 1 attempt failed, .*; 1 mail in doubt\n");
        Path record = program.workspace().resolve("store/_deliveries/management/2026-09.json");
        Files.writeString(
                record,
                Files.readString(record)
                        .replaceFirst("\"tried_at\":\"20..", "\"tried_at\":\"2020"));
        Ended next = program.inProcess("run");

        assertThat(next.err())
                .contains("delivery management, 2026-09: nobody knows whether it came to 1 of 2");
        assertThat(server.recipients()).containsExactly("a@town.example", "b@town.example");
    }

    private void assertWrong(String message, String... arguments) {
        Ended ended =
                program.inProcess(
                        Stream.concat(Stream.of("run"), Stream.of(arguments))
                                .toArray(String[]::new));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().strip()).isEqualTo(message);
        assertThat(server.received()).isEmpty();
    }

    /** Files that an address stands in, beside the one that it is written in. */
    private List<Path> addresses() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("config/delivery.yaml"))
                    .filter(DeliveryRunIT::hasAddress)
                    .toList();
        }
    }

    private static boolean hasAddress(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains("town.example");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
