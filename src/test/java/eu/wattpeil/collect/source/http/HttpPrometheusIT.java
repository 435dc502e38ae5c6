package eu.wattpeil.collect.source.http;

import static eu.wattpeil.collect.source.http.FakeServer.give;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.RealServer;
import eu.wattpeil.collect.source.SourceBench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The source http, against a Prometheus that scrapes a meter. */
class HttpPrometheusIT {

    private static final int SCRAPES = 4;

    @TempDir Path root;

    @Test
    void landsWhatTheMeterShowed() throws Exception {
        Path prometheus = RealServer.program("WATTPEIL_PROMETHEUS", "/usr/bin/prometheus");
        Set<String> shown = Collections.synchronizedSet(new TreeSet<>());
        AtomicInteger watts = new AtomicInteger(400);
        try (FakeServer meter =
                        new FakeServer(
                                exchange -> {
                                    String value = watts.incrementAndGet() + ".5";
                                    shown.add(value);
                                    exchange.getResponseHeaders()
                                            .set("Content-Type", "text/plain; version=0.0.4");
                                    give(exchange, 200, "ups_watts{ups=\"a\"} " + value + "\n");
                                });
                RealServer server = new RealServer("prometheus", Optional.empty())) {
            Path settings = server.folder().resolve("prometheus.yml");
            Files.writeString(
                    settings,
                    """
                    global: {scrape_interval: 1s}
                    scrape_configs:
                      - job_name: meter
                        static_configs: [{targets: ["localhost:%d"]}]
                    """
                            .formatted(meter.port()));
            server.start(
                    () -> assertThat(shown).hasSizeGreaterThan(SCRAPES),
                    prometheus.toString(),
                    "--config.file=" + settings,
                    "--storage.tsdb.path=" + server.folder().resolve("data"),
                    "--web.listen-address=127.0.0.1:" + server.port());
            String url = "http://127.0.0.1:" + server.port() + "/api/v1/query_range";
            awaitPoints(url);

            SourceBench bench = FakeServer.bench(root);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            bench.setNow(now.toString());
            bench.fetch(
                    "http: " + url,
                    "query: {query: 'ups_watts{ups=\"a\"}', start: '{from:epoch-seconds}', end:"
                            + " '{to:epoch-seconds}', step: '1'}",
                    "window: {from: "
                            + now.toString().substring(0, 10)
                            + ", zone: UTC, length: PT1H, until: now}");

            Set<String> landed = new TreeSet<>();
            for (String name : bench.landed()) {
                assertThat(name).endsWith(".json");
                JsonNode values =
                        JsonMapper.shared().readTree(bench.text(name)).at("/data/result/0/values");
                values.forEach(point -> landed.add(point.get(1).asString()));
            }
            assertThat(landed).isNotEmpty().isSubsetOf(shown);
        }
    }

    private static void awaitPoints(String url) throws Exception {
        long now = Instant.now().getEpochSecond();
        URI address =
                URI.create(url + "?query=ups_watts&step=1&start=" + (now - 60) + "&end=" + now);
        for (int look = 0; look < 100; look++) {
            String answer =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(address).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            if (answer.contains("values")) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("nothing was scraped");
    }
}
