package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source over HTTP, as one would be added: what it fetches lands, and is found from then on. */
class FinderTest {

    @TempDir Path root;

    /** The answers of the origin by path, and what it was asked. */
    private final Map<String, String> origin = new TreeMap<>();

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        origin.put("2026-08.csv", "august\n");
        origin.put("2026-09.csv", "september\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsWhatHasLanded() throws IOException {
        Found found = finder().lacking(intake(), () -> false);

        assertThat(found.unreadable()).isEmpty();
        assertThat(found.documents())
                .extracting(Document::name)
                .containsExactly("landed/meters/2026-08.csv", "landed/meters/2026-09.csv");
        assertThat(text(found.documents().get(1))).isEqualTo("september\n");
    }

    @Test
    void asksForNothingAgainThatHasLanded() throws IOException {
        finder().lacking(intake(), () -> false);
        requests.clear();
        origin.put("2026-10.csv", "october\n");

        Found found = finder().lacking(intake(), () -> false);

        assertThat(requests).containsExactly("/", "/2026-10.csv");
        assertThat(found.documents()).hasSize(3);
    }

    @Test
    void looksAtWhatIsWaitingWithoutTheNetwork() throws IOException {
        assertThat(finder().waiting(intake()).documents()).isEmpty();
        finder().lacking(intake(), () -> false);
        server.stop(0);
        requests.clear();

        assertThat(finder().waiting(intake()).documents()).hasSize(2);
        assertThat(requests).isEmpty();
    }

    @Test
    void readsWhatHasLandedWhereTheOriginFails() throws IOException {
        finder().lacking(intake(), () -> false);
        server.stop(0);

        Found found = finder().lacking(intake(), () -> false);

        assertThat(found.documents()).hasSize(2);
        assertThat(found.unreadable()).hasSize(1);
        assertThat(found.unreadable().get(0).message())
                .startsWith("jobs/collect/meters.yaml: what is new cannot be fetched (")
                .endsWith("; what has landed is read, the next run tries again");
    }

    @Test
    void landsNothingOfAnAnswerThatBreaksOff() throws IOException {
        origin.put("2026-09.csv", "breaks off\n");

        Found broken = finder().lacking(intake(), () -> false);
        origin.put("2026-09.csv", "september\n");
        Found whole = finder().lacking(intake(), () -> false);

        assertThat(broken.unreadable()).hasSize(1);
        assertThat(broken.documents())
                .extracting(Document::name)
                .containsExactly("landed/meters/2026-08.csv");
        assertThat(text(whole.documents().get(1))).isEqualTo("september\n");
        assertThat(Files.list(root.resolve("landed/meters"))).hasSize(2);
    }

    @Test
    void removesTheDraftOfAKilledProcess() throws IOException {
        Path folder = Files.createDirectories(root.resolve("landed/meters"));
        Files.writeString(folder.resolve(".2026-09.csv.draft"), "sept");

        assertThat(finder().waiting(intake()).documents()).isEmpty();
        Found found = finder().lacking(intake(), () -> false);

        assertThat(found.documents()).hasSize(2);
        assertThat(Files.list(folder)).hasSize(2);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        String body =
                path.equals("/")
                        ? String.join("\n", origin.keySet())
                        : origin.get(path.substring(1));
        byte[] bytes = body.getBytes(UTF_8);
        boolean isBroken = body.startsWith("breaks off");
        exchange.sendResponseHeaders(200, isBroken ? bytes.length + 1000 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private final class HttpSource implements Source {

        @Override
        public Found known(Reach reach) throws IOException {
            return reach.landed();
        }

        @Override
        public void fetch(Landing landing) throws IOException {
            List<String> landed = landing.names();
            for (String name : get("/").lines().toList()) {
                if (!landed.contains(name)) {
                    landing.land(
                            name,
                            out -> {
                                try (InputStream in = open("/" + name)) {
                                    in.transferTo(out);
                                }
                            });
                }
            }
        }

        private String get(String path) throws IOException {
            try (InputStream in = open(path)) {
                return new String(in.readAllBytes(), UTF_8);
            }
        }

        private InputStream open(String path) throws IOException {
            URI address = URI.create("http://localhost:" + server.getAddress().getPort() + path);
            try {
                return HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(address).build(),
                                HttpResponse.BodyHandlers.ofInputStream())
                        .body();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }
    }

    private Finder finder() throws IOException {
        SeenFiles seen = SeenFiles.load(root.resolve("seen"), Clock.systemUTC());
        return new Finder(
                Store.open(root.resolve("store")), root, Set.of(), seen, Clock.systemUTC());
    }

    private Intake intake() {
        return TestIntake.of(
                "meters",
                Datasets.METER_READINGS,
                new HttpSource(),
                document -> List.of(),
                TestIntake.READING);
    }

    private static String text(Document document) throws IOException {
        try (InputStream in = document.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
