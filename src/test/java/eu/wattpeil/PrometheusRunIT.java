package eu.wattpeil;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.wattpeil.Program.Ended;
import eu.wattpeil.collect.source.RealServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a UPS's power: scraped by a Prometheus, fetched, read by the preset, stored. */
class PrometheusRunIT {

    private static final int SCRAPES = 8;

    @TempDir Path folder;

    private final Set<String> shown = Collections.synchronizedSet(new TreeSet<>());
    private final AtomicInteger watts = new AtomicInteger(400);

    @Test
    void storesWhatTheMeterShowed() throws Exception {
        Path prometheus = RealServer.program("WATTPEIL_PROMETHEUS", "/usr/bin/prometheus");
        assumeTrue(
                Files.exists(Path.of("jobs/formats/prometheus.yaml")),
                "skipped: there is no preset prometheus");
        HttpServer meter =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        meter.createContext("/", this::answer);
        meter.start();
        try (RealServer server = new RealServer("prometheus", Optional.empty())) {
            Path settings = server.folder().resolve("prometheus.yml");
            Files.writeString(
                    settings,
                    """
                    global: {scrape_interval: 1s}
                    scrape_configs:
                      - job_name: room
                        static_configs: [{targets: ["localhost:%d"]}]
                    """
                            .formatted(meter.getAddress().getPort()));
            server.start(
                    () -> assertThat(shown).hasSizeGreaterThan(SCRAPES),
                    prometheus.toString(),
                    "--config.file=" + settings,
                    "--storage.tsdb.path=" + server.folder().resolve("data"),
                    "--web.listen-address=127.0.0.1:" + server.port());

            Program program = new Program(folder.resolve("town"));
            program.inProcess("init", program.workspace().toString());
            Files.delete(program.workspace().resolve("jobs/collect/example.yaml"));
            Files.writeString(
                    program.workspace().resolve("jobs/collect/ups.yaml"),
                    definition(server.port()));
            Ended run = program.inProcess("run", "--job", "ups");

            assertThat(run.err()).doesNotContain("reject", "fault");
            assertThat(run.code()).isZero();
            List<String> stored =
                    program.inProcess(
                                    "query",
                                    "select distinct meter_key || ' ' || value from meter_readings"
                                            + " order by 1",
                                    "--format",
                                    "csv")
                            .out()
                            .lines()
                            .skip(1)
                            .toList();
            assertThat(stored).hasSizeGreaterThan(SCRAPES / 2).isSubsetOf(shown);
        } finally {
            meter.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        int value = watts.incrementAndGet();
        shown.add("room " + value + ".500");
        byte[] body =
                ("upsOutputPower{upsOutputLineIndex=\"1\"} " + value + ".5\n").getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** A range gives the times of the scrapes themselves. */
    private static String definition(int port) {
        return """
                format: prometheus
                source:
                  http: http://127.0.0.1:%d/api/v1/query
                  query: {query: "upsOutputPower[1h]", time: "{to:epoch-seconds}"}
                  window: {from: %s, zone: UTC, length: P1D, until: now}
                options:
                  columns:
                    meter_key: ../../metric/job
                """
                .formatted(port, LocalDate.now(ZoneOffset.UTC));
    }
}
