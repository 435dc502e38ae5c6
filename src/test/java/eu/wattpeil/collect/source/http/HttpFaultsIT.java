package eu.wattpeil.collect.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.SourceBench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server process does wrong is told, ends in time, and leaves nothing that has landed. */
@Timeout(60)
class HttpFaultsIT {

    private static final String BREAKS_OFF =
            "the server: breaks the connection off before the answer is whole";

    private static FaultyServer server;

    @TempDir Path root;

    private final List<Duration> pauses = new ArrayList<>();
    private SourceBench bench;

    @BeforeAll
    static void start() throws Exception {
        server = FaultyServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void recover() throws IOException {
        server.recover();
        bench =
                new SourceBench(
                        root,
                        Map.of("TOKEN", "geheim-1234"),
                        context -> HttpSource.of(context, pauses::add));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hang    | gives no answer within PT0.5S (read-timeout)
                    stall   | stalls: no byte of the answer came for PT0.5S (read-timeout)
                    endless | gives more than 1000000 bytes (size-limit)
                    """)
    void endsInTime(String fault, String message) throws IOException {
        server.fault(fault, "");
        assertThat(bench.failure(url(), "retries: 0", "read-timeout: PT0.5S", "size-limit: 1 MB"))
                .isEqualTo("the server: " + message);
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void endsInTimeThoughByteAfterByteComes() throws IOException {
        server.fault("trickle", "");
        assertThat(bench.failure(url(), "retries: 0", "read-timeout: PT2S", "time-limit: PT3S"))
                .isEqualTo("the server: is not there after PT3S (time-limit)");
        assertThat(bench.landed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut",
                "cut-in-a-chunk",
                "cut-between-chunks",
                "cut-gzip",
                "reset",
                "reset-in-the-answer"
            })
    void landsNothingOfAnAnswerThatBreaksOff(String fault) throws IOException {
        server.fault(fault, "");
        assertThat(bench.failure(url(), "retries: 1")).isEqualTo(BREAKS_OFF + ", 2 times");
        assertThat(bench.landed()).isEmpty();

        server.recover();
        bench.fetch(url());
        assertThat(bench.text("20260304T100000Z.txt").lines()).hasSize(97);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7                             | PT7S
                    Wed, 04 Mar 2026 10:00:30 GMT | PT30S
                    Wed, 04 Mar 2026 09:00:00 GMT | PT0S
                    """)
    void waitsAsLongAsItIsAskedTo(String retryAfter, Duration pause) throws IOException {
        server.fault("busy-once", retryAfter);
        bench.fetch(url());
        assertThat(pauses).containsExactly(pause);
        assertThat(bench.landed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "502", "503", "504"})
    void asksAServerAgainThatFailsForAWhile(String status) throws IOException {
        server.fault("status-once", status);
        bench.fetch(url());
        assertThat(pauses).hasSize(1);
        assertThat(bench.landed()).hasSize(1);

        server.fault("status", status);
        assertThat(bench.failure(url(), "retries: 1"))
                .isEqualTo(
                        "the server: answers "
                                + status
                                + " (it fails, or is being worked on), 2 times");
    }

    @Test
    void keepsSecretsFromTheHostThatItIsLedOnTo() throws IOException {
        server.fault("lead-on", "http://127.0.0.1:" + server.port() + "/elsewhere", "/secret");
        bench.fetch(
                "http: " + server.url("/secret"),
                "auth: {bearer: {env: TOKEN}}",
                "headers: {X-Api-Key: {env: TOKEN}}");

        assertThat(headOf("/secret")).contains("geheim-1234").contains("X-Api-Key");
        assertThat(headOf("/elsewhere")).doesNotContain("geheim").doesNotContain("X-Api-Key");
    }

    @Test
    void takesNoPageForPeopleForData() throws IOException {
        server.fault("page", "");
        assertThat(bench.failure(url()))
                .isEqualTo(
                        "the server: gives a web page, such as one to log in, expected data: look"
                                + " at auth and at the address");
        assertThat(bench.landed()).isEmpty();

        bench.fetch(url(), "headers: {Accept: text/html}");
        assertThat(bench.landed()).hasSize(1);
    }

    @Test
    void goesOnWhereAServerDiedInTheMiddleOfAnAnswer() throws Exception {
        String[] days = {
            "http: " + server.url("/killed"),
            "query: {day: '{from:yyyy-MM-dd}'}",
            "window: {from: 2026-03-01}",
            "retries: 1"
        };
        server.fault("stall", "", "2026-03-02");
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
        assertThat(bench.failure(days))
                .isEqualTo(
                        "the server, asked for 2026-03-01T23:00:00Z to 2026-03-02T23:00:00Z:"
                                + " accepts no connection, 2 times");
        killer.join();
        assertThat(bench.landed()).containsExactly("2026-03-01--2026-03-02.txt");

        server.recover();
        server.startAgain();
        bench.fetch(days);
        assertThat(bench.landed())
                .containsExactly(
                        "2026-03-01--2026-03-02.txt",
                        "2026-03-02--2026-03-03.txt",
                        "2026-03-03--2026-03-04.txt");
        assertThat(server.asked("/killed?day=2026-03-01")).hasSize(1);
        assertThat(bench.text("2026-03-02--2026-03-03.txt").lines()).hasSize(97);
    }

    private static String headOf(String path) throws IOException {
        return server.heads().stream()
                .filter(head -> head.contains(path))
                .findFirst()
                .orElseThrow();
    }

    private static String url() {
        return "http: " + server.url("/export");
    }
}
