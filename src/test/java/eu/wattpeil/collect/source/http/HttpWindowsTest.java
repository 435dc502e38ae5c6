package eu.wattpeil.collect.source.http;

import static eu.wattpeil.collect.source.http.FakeServer.give;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.SourceBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is asked for each stretch of time once, and for no more than is over. */
class HttpWindowsTest {

    @TempDir Path root;

    private final AtomicReference<String> answer = new AtomicReference<>("[1]");
    private final AtomicReference<String> failing = new AtomicReference<>("none");
    private FakeServer server;
    private SourceBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = FakeServer.bench(root);
        server =
                new FakeServer(
                        exchange -> {
                            boolean fails =
                                    exchange.getRequestURI().toString().contains(failing.get());
                            exchange.getResponseHeaders().set("Content-Type", "application/json");
                            give(exchange, fails ? 404 : 200, answer.get());
                        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksForEachDayThatIsOverTheOldestFirst() throws IOException {
        fetch("window: {from: 2026-03-01}");

        assertThat(server.asked())
                .containsExactly(
                        "/?day=2026-03-01&s=1772319600",
                        "/?day=2026-03-02&s=1772406000",
                        "/?day=2026-03-03&s=1772492400");
        assertThat(bench.landed())
                .containsExactly(
                        "2026-03-01--2026-03-02.json",
                        "2026-03-02--2026-03-03.json",
                        "2026-03-03--2026-03-04.json");
    }

    @Test
    void asksForNothingAgainThatHasLanded() throws IOException {
        fetch("window: {from: 2026-03-01}");
        server.forget();
        fetch("window: {from: 2026-03-01}");
        assertThat(server.asked()).isEmpty();

        bench.setNow("2026-03-04T23:00:01Z");
        fetch("window: {from: 2026-02-28}");
        assertThat(server.asked())
                .containsExactly("/?day=2026-02-28&s=1772233200", "/?day=2026-03-04&s=1772578800");
    }

    @Test
    void goesOnFromTheWindowThatFailed() throws IOException {
        failing.set("day=2026-03-02");
        String message =
                bench.failure("http: " + server.url("/"), query(), "window: {from: 2026-03-01}");
        assertThat(message)
                .isEqualTo(
                        "the server, asked for 2026-03-01T23:00:00Z to 2026-03-02T23:00:00Z:"
                                + " answers 404 (there is nothing at this address), expected 200");
        assertThat(bench.landed()).containsExactly("2026-03-01--2026-03-02.json");

        failing.set("none");
        server.forget();
        fetch("window: {from: 2026-03-01}");
        assertThat(server.asked()).hasSize(2);
        assertThat(bench.landed()).hasSize(3);
    }

    /** By the calendar: 29 March 2026 has 23 hours in Brussels, 25 October 25. */
    @Test
    void followsTheClockChanges() throws IOException {
        bench.setNow("2026-03-30T06:00:00Z");
        bench.fetch(
                "http: " + server.url("/"),
                "query: {s: '{from:epoch-seconds}', e: '{to:epoch-seconds}', l: '{last}'}",
                "window: {from: 2026-03-29}");
        assertThat(server.asked())
                .containsExactly("/?s=1774738800&e=1774821600&l=2026-03-29T21%3A59%3A59Z");
        assertThat(1774821600 - 1774738800).isEqualTo(23 * 3600);

        server.forget();
        bench.setNow("2026-10-26T06:00:00Z");
        bench.fetch(
                "http: " + server.url("/"),
                "query: {s: '{from:epoch-seconds}', e: '{to:epoch-seconds}'}",
                "window: {from: 2026-10-25}");
        assertThat(server.asked()).containsExactly("/?s=1792879200&e=1792969200");
        assertThat(1792969200 - 1792879200).isEqualTo(25 * 3600);
    }

    @Test
    void countsMonthsByTheCalendarAndHoursByTheClock() throws IOException {
        fetch("window: {from: 2026-01-31, length: P1M}");
        assertThat(bench.landed()).containsExactly("2026-01-31--2026-02-28.json");

        fetch("window: {from: 2026-03-04, length: PT6H, zone: UTC}");
        assertThat(bench.landed())
                .containsExactly(
                        "2026-01-31--2026-02-28.json", "20260304T000000Z--20260304T060000Z.json");
    }

    @Test
    void asksAgainForWhatMayComeLateAndKeepsTheNewerAnswer() throws IOException {
        fetch("window: {from: 2026-03-01, again-for: PT30H}");
        server.forget();
        answer.set("[1, 2]");
        fetch("window: {from: 2026-03-01, again-for: PT30H}");

        assertThat(server.asked()).containsExactly("/?day=2026-03-03&s=1772492400");
        assertThat(bench.text("2026-03-02--2026-03-03.json")).isEqualTo("[1]");
        assertThat(bench.text("2026-03-03--2026-03-04.json")).isEqualTo("[1, 2]");
    }

    @Test
    void takesTheDayThatIsNotOverWhereItIsToldTo() throws IOException {
        fetch("window: {from: 2026-03-03, until: now}");
        assertThat(bench.landed())
                .containsExactly(
                        "2026-03-03--2026-03-04.json", "2026-03-04--so-far-20260304T100000Z.json");

        bench.setNow("2026-03-04T11:00:00Z");
        fetch("window: {from: 2026-03-03, until: now}");
        assertThat(bench.landed())
                .containsExactly(
                        "2026-03-03--2026-03-04.json", "2026-03-04--so-far-20260304T110000Z.json");

        bench.setNow("2026-03-04T23:00:00Z");
        fetch("window: {from: 2026-03-03, until: now}");
        assertThat(bench.landed())
                .containsExactly("2026-03-03--2026-03-04.json", "2026-03-04--2026-03-05.json");
    }

    @Test
    void asksOnceInEachRunWithoutWindows() throws IOException {
        bench.fetch("http: {srv-b: '" + server.url("/b") + "', A1: '" + server.url("/a") + "'}");
        bench.setNow("2026-03-04T10:05:00Z");
        bench.fetch("http: {srv-b: '" + server.url("/b") + "', A1: '" + server.url("/a") + "'}");

        assertThat(server.asked()).containsExactly("/b", "/a", "/b", "/a");
        assertThat(bench.landed())
                .containsExactly(
                        "A1.20260304T100000Z.json",
                        "A1.20260304T100500Z.json",
                        "srv-b.20260304T100000Z.json",
                        "srv-b.20260304T100500Z.json");
    }

    @Test
    void asksTheOtherTargetsWhereOneFails() throws IOException {
        failing.set("/a");
        String message =
                bench.failure(
                        "http: {a: '" + server.url("/a") + "', b: '" + server.url("/b") + "'}");

        assertThat(message)
                .isEqualTo("a: answers 404 (there is nothing at this address), expected 200");
        assertThat(bench.landed()).containsExactly("b.20260304T100000Z.json");
    }

    @Test
    void remembersThatThereWasNothing() throws IOException {
        try (FakeServer empty = new FakeServer(exchange -> give(exchange, 204, ""))) {
            bench.fetch("http: " + empty.url("/"), query(), "window: {from: 2026-03-02}");
            bench.fetch("http: " + empty.url("/"), query(), "window: {from: 2026-03-02}");

            assertThat(empty.asked()).hasSize(2);
            assertThat(bench.landed()).noneMatch(name -> !name.startsWith("."));
        }
    }

    @Test
    void asksForNothingFurtherOnceItIsToStop() throws IOException {
        bench.askToStop();
        fetch("window: {from: 2026-03-01}");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void keepsWhatLandedToItsOwner() throws IOException {
        fetch("window: {from: 2026-03-03}");
        assertThat(
                        Files.getPosixFilePermissions(
                                root.resolve("landed/meters/2026-03-03--2026-03-04.json")))
                .hasSize(2);
    }

    private void fetch(String window) throws IOException {
        bench.fetch("http: " + server.url("/"), query(), window);
    }

    private static String query() {
        return "query: {day: '{from:yyyy-MM-dd}', s: '{from:epoch-seconds}'}";
    }
}
