package eu.wattpeil.collect.source.http;

import static eu.wattpeil.collect.source.http.FakeServer.give;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import eu.wattpeil.collect.source.SourceBench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails for a while is tried again, within bounds; nothing of a bad answer lands. */
class HttpRetriesTest {

    @TempDir Path root;

    private final Queue<FakeServer.Reply> replies = new ArrayDeque<>();
    private FakeServer server;
    private SourceBench bench;
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        bench = new SourceBench(root, Map.of(), context -> HttpSource.of(context, pauses::add));
        server =
                new FakeServer(
                        exchange -> {
                            FakeServer.Reply next = replies.poll();
                            if (next == null) {
                                give(exchange, 200, "[1]");
                            } else {
                                next.give(exchange);
                            }
                        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void waitsAsLongAsItIsAskedTo() throws IOException {
        replies.add(exchange -> busy(exchange, 429, "7"));
        replies.add(exchange -> busy(exchange, 503, "Wed, 4 Mar 2026 10:00:30 GMT"));
        replies.add(exchange -> busy(exchange, 503, "Wed, 4 Mar 2026 09:00:00 GMT"));
        bench.fetch(url());

        assertThat(pauses)
                .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(30), Duration.ZERO);
        assertThat(bench.landed()).hasSize(1);
    }

    @Test
    void leavesAServerAloneThatAsksForMore() throws IOException {
        replies.add(exchange -> busy(exchange, 429, "3600"));

        assertThat(bench.failure(url()))
                .isEqualTo(
                        "the server: answers 429 (it was asked too often), and asks to be left"
                                + " alone for PT1H");
        assertThat(pauses).isEmpty();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void waitsLongerEachTimeAndGivesUp() throws IOException {
        for (int time = 0; time < 4; time++) {
            replies.add(exchange -> give(exchange, 500, "Kanarie"));
        }

        assertThat(bench.failure(url()))
                .isEqualTo("the server: answers 500 (it fails, or is being worked on), 4 times");
        assertThat(pauses).hasSize(3);
        for (int time = 0; time < 3; time++) {
            long longestMs = 1000L << time;
            assertThat(pauses.get(time).toMillis()).isBetween(longestMs / 2, longestMs);
        }
    }

    @Test
    void asksOnceWhereTryingAgainIsOfNoUse() throws IOException {
        replies.add(exchange -> give(exchange, 400, "Kanarie"));

        assertThat(bench.failure(url())).isEqualTo("the server: answers 400, expected 200");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void triesAgainWhereAnAnswerIsCutOff() throws IOException {
        replies.add(
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                });
        bench.fetch(url());

        assertThat(pauses).hasSize(1);
        assertThat(bench.text("20260304T100000Z.txt")).isEqualTo("[1]");
    }

    @Test
    void tellsThatNobodyIsThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(bench.failure("http: http://localhost:" + free + "/", "retries: 1"))
                .isEqualTo("the server: accepts no connection, 2 times");
    }

    @Test
    void endsWithinItsTimeWhereNothingComesOrTooSlowly() throws IOException {
        replies.add(exchange -> sleep(3000));
        assertThat(bench.failure(url(), "retries: 0", "read-timeout: PT0.2S"))
                .isEqualTo("the server: gives no answer within PT0.2S (read-timeout)");

        replies.add(
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    sleep(3000);
                });
        assertThat(bench.failure(url(), "retries: 0", "read-timeout: PT0.2S"))
                .isEqualTo(
                        "the server: stalls: no byte of the answer came for PT0.2S"
                                + " (read-timeout)");

        replies.add(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int drop = 0; drop < 100; drop++) {
                        exchange.getResponseBody().write('.');
                        exchange.getResponseBody().flush();
                        sleep(50);
                    }
                });
        assertThat(bench.failure(url(), "retries: 0", "read-timeout: PT1S", "time-limit: PT0.5S"))
                .isEqualTo("the server: is not there after PT0.5S (time-limit)");
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void endsWhereAnAnswerHasNoEnd() throws IOException {
        replies.add(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(new byte[1 << 16]);
                    }
                });
        assertThat(bench.failure(url(), "size-limit: 1 MB"))
                .isEqualTo("the server: gives more than 1000000 bytes (size-limit)");
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void unpacksAnAnswerAndBoundsWhatItUnpacksTo() throws IOException {
        replies.add(exchange -> packed(exchange, "name;value\n".getBytes()));
        bench.fetch(url());
        assertThat(bench.text("20260304T100000Z.txt")).isEqualTo("name;value\n");

        replies.add(exchange -> packed(exchange, new byte[20_000_000]));
        assertThat(bench.failure(url(), "size-limit: 1 MB"))
                .isEqualTo("the server: gives more than 1000000 bytes (size-limit)");
    }

    @Test
    void takesADocumentThatIsPackedItselfAsItIs() throws IOException {
        replies.add(exchange -> give(exchange, 200, gzip("name;value\n".getBytes())));
        bench.fetch(url());
        assertThat(bench.landed()).containsExactly("20260304T100000Z.gz");
    }

    @Test
    void refusesAPartThatNobodyAskedFor() throws IOException {
        replies.add(exchange -> give(exchange, 206, "[1"));
        assertThat(bench.failure(url()))
                .isEqualTo(
                        "the server: gives a part (206), expected all, or paging: {by: range} in"
                                + " the definition");
    }

    private String url() {
        return "http: " + server.url("/");
    }

    private static void busy(HttpExchange exchange, int status, String retryAfter)
            throws IOException {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
        give(exchange, status, "");
    }

    private static void packed(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        give(exchange, 200, gzip(body));
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
