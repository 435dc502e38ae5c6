package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import eu.wattpeil.collect.source.http.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a server does in the middle of three days, the next runs have each reading once. */
@Timeout(120)
class NetworkFaultsIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final LocalDate FIRST = LocalDate.now(ZONE).minusDays(3);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final int OF_A_DAY = 96;

    @TempDir Path folder;

    private FaultyServer server;
    private Program program;

    @BeforeEach
    void start() throws Exception {
        server = FaultyServer.start();
        program = new Program(folder.resolve("town"));
        program.inProcess("init", program.workspace().toString());
        Files.delete(program.workspace().resolve("jobs/collect/example.yaml"));
        Files.writeString(
                program.workspace().resolve("jobs/collect/meters.yaml"),
                """
                dataset: meter_readings
                format: delimited
                source:
                  http: %s
                  query: {day: "{from:yyyy-MM-dd}"}
                  window: {from: %s}
                  retries: 1
                  read-timeout: PT20S
                options:
                  columns:
                    meter_key: Meter
                    measured_at: Time
                    value: {column: kWh, unit: kWh, kind: counter}
                  constants: {quantity: electricity}
                """
                        .formatted(server.url("/export"), FIRST));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cut-in-a-chunk |      | breaks the connection off before the answer is whole, 2 times
                    busy           | 3600 | answers 429 (it was asked too often), and asks to be left alone for PT1H
                    page           |      | gives a web page, such as one to log in, expected data: look at auth and at the address
                    """)
    void goesOnAfterADayThatFailed(String fault, String argument, String message)
            throws IOException {
        server.fault(fault, argument == null ? "" : argument, "day=" + SECOND);
        Ended failed = program.inProcess("run", "--job", "meters");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains("jobs/collect/meters.yaml: what is new cannot be");
        assertThat(failed.err()).contains(message).doesNotContain("localhost", "Exception");
        assertThat(readings()).isEqualTo(OF_A_DAY + "," + OF_A_DAY);

        server.recover();
        assertThatTheNextRunHasAll();
    }

    @Test
    void goesOnAfterTheServerWasKilledInTheMiddleOfAnAnswer() throws Exception {
        server.fault("stall", "", "day=" + SECOND);
        CompletableFuture<Ended> run =
                CompletableFuture.supplyAsync(() -> program.inProcess("run", "--job", "meters"));
        await(this::isHalfThere);
        server.kill();

        assertThat(run.get().code()).isEqualTo(1);
        assertThat(run.get().err())
                .contains("jobs/collect/meters.yaml: what is new cannot be fetched (the server,")
                .contains("accepts no connection, 2 times); what has landed is read, the next run")
                .doesNotContain("localhost");
        assertThat(readings()).isEqualTo(OF_A_DAY + "," + OF_A_DAY);

        server.recover();
        server.startAgain();
        assertThatTheNextRunHasAll();
    }

    @Test
    void goesOnAfterBothWereKilledInTheMiddleOfAnAnswer() throws Exception {
        server.fault("stall", "", "day=" + SECOND);
        Path log = folder.resolve("log");
        Process run = program.start(log, log, "run", "--job", "meters");
        await(this::isHalfThere);
        run.destroyForcibly().waitFor();
        server.kill();

        server.recover();
        server.startAgain();
        assertThatTheNextRunHasAll();
    }

    private void assertThatTheNextRunHasAll() throws IOException {
        Ended next = program.inProcess("run", "--job", "meters");
        assertThat(next.err()).isEmpty();
        assertThat(next.code()).isZero();
        // Three days, or four where midnight has passed since.
        long all = OF_A_DAY * ChronoUnit.DAYS.between(FIRST, LocalDate.now(ZONE));
        assertThat(readings()).isEqualTo(all + "," + all);
        assertThat(server.asked("day=" + FIRST)).hasSize(1);
        assertThat(program.inProcess("run", "--job", "meters").out()).contains("nothing to do");
    }

    /** How many readings there are, and of how many times. */
    private String readings() {
        return program.inProcess(
                        "query",
                        "select count(*), count(distinct measured_at) from meter_readings",
                        "--format",
                        "csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }

    /** Whether a part of an answer has come. */
    private boolean isHalfThere() {
        Path landed = program.workspace().resolve("landed/meters");
        if (!Files.isDirectory(landed)) {
            return false;
        }
        try (Stream<Path> files = Files.list(landed)) {
            return files.anyMatch(NetworkFaultsIT::isDraftWithBytes);
        } catch (IOException changing) {
            return false;
        }
    }

    private static boolean isDraftWithBytes(Path file) {
        return file.getFileName().toString().contains("." + SECOND)
                && file.toString().endsWith(".draft")
                && file.toFile().length() > 0;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }
}
