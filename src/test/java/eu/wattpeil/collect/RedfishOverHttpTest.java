package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers say of their power over HTTP is of their alias, at the time of the fetch. */
class RedfishOverHttpTest {

    private static final Instant FETCHED = Instant.parse("2026-03-04T10:00:00Z");

    @TempDir private Path root;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", RedfishOverHttpTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The machine of a path draws as many watts as it has letters, and a half. */
    private static void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String next = query.equals("pages") ? "\"?second\"" : "null";
        int watts = exchange.getRequestURI().getPath().length();
        byte[] body =
                """
                {"@odata.type": "#Power.v1_5_0.Power", "Name": "Kanarie", "next": %s,
                 "PowerControl": [{"MemberId": "0", "PowerConsumedWatts": %d.5}]}
                """
                        .formatted(next, watts)
                        .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String targets(String query) {
        String address = "http://localhost:" + server.getAddress().getPort();
        return "http: {srv-db1: '%s/a%s', rack--2_b: '%s/bcd%s'}\n"
                .formatted(address, query, address, query);
    }

    private MemoryRecords read(String preset, String source) throws IOException {
        Problems problems = new Problems();
        Path file = Files.writeString(root.resolve("servers.yaml"), source);
        Section section = Sections.read(root, file, problems);
        Source servers =
                Sources.of(new SourceContext(section, false, root, FormatWorkbench.ZONE, Map.of()))
                        .orElseThrow();
        problems.throwIfAny();
        Landing landing =
                new Landing(root, "servers", Clock.fixed(FETCHED, ZoneOffset.UTC), () -> false);
        servers.fetch(landing);
        List<Document> documents =
                servers.known(
                                new Reach(
                                        root,
                                        landing,
                                        SeenFiles.load(root.resolve("seen"), landing.clock())))
                        .documents();

        FormatWorkbench bench = new FormatWorkbench(root);
        MemoryRecords records = new MemoryRecords(FormatWorkbench.dataset("meter_readings"));
        for (Document document : documents) {
            FormatCases.read(bench.format(preset, "meter_readings", ""), document, records);
        }
        return records;
    }

    @Test
    void metersAreAliasesAndTimesThoseOfTheFetch() throws IOException {
        MemoryRecords records = read("redfish-power", targets(""));

        assertThat(records.rejects()).isEmpty();
        assertThat(records.accepted())
                .extracting(row -> row.get("meter_key"), row -> row.get("measured_at"))
                .containsExactlyInAnyOrder(
                        tuple("srv-db1", FETCHED.toString()),
                        tuple("rack--2_b", FETCHED.toString()));
        assertThat(records.accepted())
                .extracting(row -> row.get("value"))
                .containsExactlyInAnyOrder("2.5", "4.5");
    }

    @Test
    void furtherPagesAreOfTheSameMeterAndTime() throws IOException {
        MemoryRecords records =
                read("redfish-power", targets("?pages") + "paging: {by: next, next: /next}\n");

        assertThat(records.rejects()).isEmpty();
        assertThat(records.accepted())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.get("measured_at")).isEqualTo(FETCHED.toString()))
                .extracting(row -> row.get("meter_key"))
                .containsOnly("srv-db1", "rack--2_b");
    }

    /** A window is asked for later than it was: what is said then is not of its time. */
    @Test
    void answersForWindowsAreNoReadingsOfTheirTimes() throws IOException {
        for (String window :
                List.of(
                        "window: {from: 2026-03-03}",
                        "window: {from: 2026-03-03, until: now}",
                        "window: {from: 2026-03-04, length: PT6H, zone: UTC}")) {
            MemoryRecords records =
                    read(
                            "redfish-power",
                            targets("") + "query: {day: '{from:yyyy-MM-dd}'}\n" + window + "\n");

            assertThat(records.accepted()).isEmpty();
            assertThat(records.rejects())
                    .isNotEmpty()
                    .allMatch(reject -> reject.reason() == Reason.NOT_THIS_FORMAT);
        }
    }
}
