package eu.wattpeil.collect.source.http;

import static eu.wattpeil.collect.source.http.FakeServer.give;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import eu.wattpeil.collect.source.SourceBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer of several pages is asked for to its end, and is there as a whole or not at all. */
class HttpPagingTest {

    private static final int ROWS = 5;
    private static final String PAGE = "20260304T100000Z";

    @TempDir Path root;

    private FakeServer server;
    private SourceBench bench;
    private FakeServer.Reply reply = exchange -> {};

    @BeforeEach
    void start() throws IOException {
        bench = FakeServer.bench(root);
        server = new FakeServer(exchange -> reply.give(exchange));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void followsTheAddressInThePage() throws IOException {
        reply =
                exchange ->
                        json(
                                exchange,
                                switch (exchange.getRequestURI().toString()) {
                                    case "/items" -> "{\"links\":{\"next\":\"?after=2\"}}";
                                    case "/items?after=2" ->
                                            "{\"links\":{\"next\":\"http://localhost/items?z=1\"}}";
                                    default -> "{\"links\":{\"next\":null}}";
                                });
        fetch("/items", "paging: {by: next, next: /links/next}");

        assertThat(server.asked()).containsExactly("/items", "/items?after=2", "/items?z=1");
        assertThat(bench.landed())
                .containsExactly(PAGE + ".json", PAGE + ".p2.json", PAGE + ".p3.json");
    }

    @Test
    void followsTheHeaderLink() throws IOException {
        reply =
                exchange -> {
                    if (exchange.getRequestURI().getQuery() == null) {
                        exchange.getResponseHeaders()
                                .set("Link", "</x?p=9>; rel=\"last\", </x?p=2>; rel=\"next\"");
                    }
                    json(exchange, "[]");
                };
        fetch("/x", "paging: {by: link-header}");

        assertThat(server.asked()).containsExactly("/x", "/x?p=2");
    }

    @Test
    void countsPagesUntilTheTotal() throws IOException {
        reply = exchange -> rows(exchange, 2, (number("page", exchange) - 1) * 2);
        fetch("/x", "paging: {by: page, rows: /rows, total: /total}");

        assertThat(server.asked()).containsExactly("/x?page=1", "/x?page=2", "/x?page=3");
    }

    @Test
    void countsRowsUntilTheTotalHoweverManyAPageHas() throws IOException {
        reply = exchange -> rows(exchange, 2, number("offset", exchange));
        fetch("/x", "paging: {by: offset, size: 500, rows: /rows, total: /total}");

        assertThat(server.asked())
                .containsExactly(
                        "/x?offset=0&limit=500", "/x?offset=2&limit=500", "/x?offset=4&limit=500");
    }

    @Test
    void takesAShortPageForTheLastOnlyAfterAFullOne() throws IOException {
        reply = exchange -> rows(exchange, 2, number("offset", exchange));
        fetch("/x", "paging: {by: offset, size: 2, rows: /rows}");
        assertThat(server.asked()).hasSize(3);

        server.forget();
        bench.setNow("2026-03-04T11:00:00Z");
        fetch("/x", "paging: {by: offset, size: 3, rows: /rows}");
        assertThat(server.asked())
                .containsExactly(
                        "/x?offset=0&limit=3",
                        "/x?offset=2&limit=3",
                        "/x?offset=4&limit=3",
                        "/x?offset=5&limit=3");
    }

    @Test
    void followsRangesAsGlpiHasThem() throws IOException {
        reply =
                exchange -> {
                    String range = exchange.getRequestURI().getQuery().substring("range=".length());
                    int first = Integer.parseInt(range.split("-")[0]);
                    int last = Math.min(first + 1, ROWS - 1);
                    exchange.getResponseHeaders()
                            .set("Content-Range", first + "-" + last + "/" + ROWS);
                    give(exchange, 206, "[]");
                };
        fetch("/Computer", "paging: {by: range, size: 2}");

        assertThat(server.asked())
                .containsExactly(
                        "/Computer?range=0-1", "/Computer?range=2-3", "/Computer?range=4-5");
    }

    @Test
    void landsNoPageBeforeTheLastOne() throws IOException {
        reply =
                exchange -> {
                    if (number("offset", exchange) >= 2) {
                        give(exchange, 403, "");
                    } else {
                        rows(exchange, 2, 0);
                    }
                };
        String message =
                bench.failure(
                        "http: " + server.url("/x"),
                        "paging: {by: offset, size: 2, rows: /rows, total: /total}");

        assertThat(message)
                .isEqualTo("the server: answers 403 (who asks has no right to this), expected 200");
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void refusesPagesThatLeadElsewhereOrInARound() throws IOException {
        reply = exchange -> json(exchange, "{\"next\":\"http://elsewhere.example/x?token=1\"}");
        assertThat(bench.failure("http: " + server.url("/x"), "paging: {by: next}"))
                .isEqualTo(
                        "the server: names a next page of another host, expected one of its own");

        reply = exchange -> json(exchange, "{\"next\":\"/x\"}");
        assertThat(bench.failure("http: " + server.url("/x"), "paging: {by: next}"))
                .isEqualTo("the server: names a page as the next one that came before");
    }

    @Test
    void tellsWhereRowsAreMissing() throws IOException {
        reply = exchange -> json(exchange, "{\"total\":9,\"rows\":[]}");
        assertThat(
                        bench.failure(
                                "http: " + server.url("/x"),
                                "paging: {by: page, rows: /rows, total: /total}"))
                .isEqualTo("the server: gives 0 rows, but says it has 9");
    }

    @Test
    void removesPagesOfAnOlderLongerAnswer() throws IOException {
        String window = "window: {from: 2026-03-03, again-for: P9D}";
        String query = "query: {day: '{from}'}";
        String paging = "paging: {by: page, rows: /rows, total: /total}";
        reply = exchange -> rows(exchange, 2, (number("page", exchange) - 1) * 2);
        bench.fetch("http: " + server.url("/x"), query, window, paging);
        assertThat(bench.landed()).hasSize(3);

        reply = exchange -> rows(exchange, 5, 0);
        bench.fetch("http: " + server.url("/x"), query, window, paging);
        assertThat(bench.landed()).containsExactly("2026-03-03--2026-03-04.json");
    }

    @Test
    void landsNoneOfThePagesWhereOneIsALogin() throws IOException {
        reply =
                exchange -> {
                    if (number("page", exchange) < 2) {
                        rows(exchange, 2, 0);
                    } else {
                        give(exchange, 200, "\r\n<!-- x -->\n<HTML lang=nl><form>Log in");
                    }
                };
        assertThat(
                        bench.failure(
                                "http: " + server.url("/x"),
                                "paging: {by: page, rows: /rows, total: /total}"))
                .startsWith("the server: gives a web page, such as one to log in, expected data");
        assertThat(bench.landed()).isEmpty();
    }

    private void fetch(String path, String paging) throws IOException {
        bench.fetch("http: " + server.url(path), paging);
    }

    private static void rows(HttpExchange exchange, int most, int before) throws IOException {
        List<Integer> rows =
                IntStream.range(before, Math.min(ROWS, before + most)).boxed().toList();
        json(exchange, "{\"total\":" + ROWS + ",\"rows\":" + rows + "}");
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        give(exchange, 200, body);
    }

    private static int number(String parameter, HttpExchange exchange) {
        Map<String, String> query =
                List.of(exchange.getRequestURI().getQuery().split("&")).stream()
                        .map(part -> part.split("="))
                        .collect(
                                Collectors.toMap(
                                        part -> part[0],
                                        part -> part[1],
                                        (a, b) -> b,
                                        TreeMap::new));
        return Integer.parseInt(query.get(parameter));
    }
}
