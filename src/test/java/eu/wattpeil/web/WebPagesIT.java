package eu.wattpeil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.cli.CommandLineInterface;
import eu.wattpeil.monitor.ServerMonitor;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.report.Chromium;
import eu.wattpeil.report.PageReader;
import eu.wattpeil.serve.ServerJournal;
import eu.wattpeil.serve.Timetable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a server, as clients and a browser get them. */
class WebPagesIT {

    private static final Set<String> JOBS = Set.of("compute", "ups");
    private static final String EXPLAINED =
            "/explain?kpi=dc_energy_total&month=2026-09&scope=organisation:all&period=month";

    private static final List<String> PAGES =
            List.of(
                    "/?",
                    "/status?",
                    "/documents?",
                    "/dictionary?",
                    "/explain?",
                    "/explain?kpi=dc_energy_total&scope=none:x&",
                    EXPLAINED + "&");
    private static final List<Integer> WIDTHS = List.of(360, 1280, 2560);
    private static final int HEIGHT = 800;

    /** What no name may become. */
    private static final String NAME = "=cmd()<script>alert(1)</script><b>& 'Town'";

    @TempDir static Path folder;

    private static final WebPages.Host HOST =
            new WebPages.Host(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "eu.wattpeil.Wattpeil"),
                    Clock.systemUTC(),
                    message -> {});

    private static Path root;
    private static ServerJournal journal;
    private static ServerMonitor monitor;
    private static WebPages pages;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        root = folder.resolve("town");
        run("init", root.toString());
        Path settings = root.resolve("config/wattpeil.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst("name: [^,}\\n]+", "name: \"" + NAME + "\"")
                        .replaceFirst("languages: \\[[^]]+]", "languages: [en, nl, fr]"));
        Files.writeString(root.resolve("config/goals.yaml"), "goals: []\n");
        Files.writeString(root.resolve("config/measures.yaml"), "measures: []\n");
        run("run", "--workspace", root.toString());
        journal = new ServerJournal(Clock.systemUTC());
        monitor = new ServerMonitor(root, Clock.systemUTC(), Runnable::run);
        pages =
                WebPages.start(
                        new WebPages.Place(0, Set.of("wattpeil.town.example")),
                        root,
                        journal,
                        monitor,
                        HOST);
    }

    @AfterAll
    static void end() {
        if (pages != null) {
            pages.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/?lang=nl, Overzicht, Alle maanden",
        "/?lang=fr, Aperçu, Tous les mois",
        "/status?lang=en, Status, example",
        "/documents?lang=nl&source=print, Documenten, 1 tot 1 van 1",
        "/dictionary?lang=fr, Dictionnaire, pue_interim"
    })
    void speakTheLanguageOfTheReader(String address, String title, String shown) throws Exception {
        assertThat(get(address).body()).contains("<h1>" + title + "</h1>").contains(shown);
    }

    @Test
    void takeTheLanguageThatTheBrowserPrefers() throws Exception {
        HttpRequest dutch =
                HttpRequest.newBuilder(at("/")).header("Accept-Language", "nl-BE,en").build();

        assertThat(send(dutch).body()).contains("<html lang=\"nl\"");
    }

    @Test
    void keepTheLanguageFromPageToPage() throws Exception {
        assertThat(get("/status?lang=nl").body())
                .contains("/documents?lang=nl&amp;source=print", "/dictionary?lang=nl");
    }

    @Test
    void tellWhatTheServerIsDoing() throws Exception {
        journal.begins(JOBS);
        journal.on(new RunEvent.Progressed("compute 2026-09", 0.5));
        String working = get("/status?lang=en").body();
        journal.on(new RunEvent.Failed("inbox/ups.csv:7: <b>no number"));
        journal.stopped();
        String failed = get("/?lang=en").body();

        assertThat(working).contains("compute and ups. Now compute 2026-09, 50");
        assertThat(failed)
                .contains("Nothing is at work.")
                .contains("inbox/ups.csv:7: &lt;b&gt;no number");
    }

    @Test
    void leadToThePublishedFiles() throws Exception {
        for (String file : List.of("index.html", "index.nl.html", "explorer.html")) {
            HttpResponse<String> published = get("/reports/" + file);

            assertThat(published.statusCode()).isEqualTo(200);
            assertThat(published.body())
                    .isEqualTo(Files.readString(root.resolve("reports/" + file)));
        }
        assertThat(get("/?lang=nl").body())
                .contains("/reports/2026-09/edition-1/report.nl.html", "/reports/index.nl.html");
    }

    @Test
    void explainAValueAsTheCommandDoesInAllLanguages() throws Exception {
        String english = explained(EXPLAINED + "&lang=en");
        String dutch = get(EXPLAINED + "&lang=nl").body();

        assertThat(english)
                .contains("(dc_energy_total)</h2>", "organisation:all, September 2026: ")
                .contains("<h2 id=\"part-2\">Formula</h2>", "sha-256".toUpperCase(Locale.ROOT))
                .contains("lang=nl&amp;kpi=dc_energy_total&amp;month=2026-09")
                .contains("/reports/explorer.html#kpi=dc_energy_total")
                .doesNotContain("<script", "<b>");
        assertThat(dutch).contains("organisation:all, september 2026: ", ">Formule</h2>");
    }

    @Test
    void leadToExplanationsWhereOneIsChosen() throws Exception {
        assertThat(get("/?lang=en").body()).contains("<a href=\"/explain?lang=en\">");
        assertThat(get("/explain?lang=en").body())
                .contains("/explain?lang=en&amp;kpi=dc_energy_total&amp;month=2026-09");
        assertThat(get("/dictionary?lang=en").body())
                .contains("/explain?lang=en&amp;kpi=dc_energy_total\">");
        assertThat(get("/explain?lang=en&kpi=dc_energy_total&scope=room:none").body())
                .contains("scope=organisation%3Aall", "organisation:all</a>");
    }

    /** Also of a month that is computed and not published. */
    @Test
    void sayTheSameOfAllThatIsNotPublished() throws Exception {
        List<String> nothing =
                List.of(
                        "?kpi=none",
                        "?kpi=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8),
                        "?kpi=dc_energy_total&month=2026-08",
                        "?kpi=dc_energy_total&month=x");

        for (String asked : nothing) {
            HttpResponse<String> answer = get("/explain" + asked);
            assertThat(answer.statusCode()).as(asked).isEqualTo(404);
            assertThat(answer.body())
                    .contains("There is no such value in what is published.")
                    .doesNotContain("<script", "<b>&");
        }
        Path published = root.resolve("reports/2026-09/edition-1");
        Path away = root.resolve("edition-1");
        Files.move(published, away);
        HttpResponse<String> unpublished = get(EXPLAINED);
        Files.move(away, published);
        assertThat(unpublished.statusCode()).isEqualTo(404);
    }

    @Test
    void leadFromThePageOfAllFiguresToAnExplanationWhereThereIsAServer() throws Exception {
        String figure = "#kpi=dc_energy_total&month=2026-09";
        try (PageReader reader = PageReader.start()) {
            reader.open(at("/reports/explorer.html" + figure));
            assertThat(
                            reader.strings(
                                    "[document.getElementById('explained')?.getAttribute('href')]"))
                    .containsExactly(
                            "/explain?lang=en&kpi=dc_energy_total&month=2026-09"
                                    + "&scope=organisation%3Aall&period=month");
            assertThat(reader.browser().complaints()).isEmpty();
            reader.open(URI.create(root.resolve("reports/explorer.html").toUri() + figure));
            assertThat(reader.said("#command")).hasSize(1);
            assertThat(reader.said("#explained")).isEmpty();
        }
    }

    @Test
    void showMetricsToProgramsThatWatch() throws Exception {
        HttpResponse<String> metrics = get("/metrics");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("content-type"))
                .hasValueSatisfying(
                        type ->
                                assertThat(type.replace(" ", ""))
                                        .isEqualToIgnoringCase(
                                                "text/plain;version=0.0.4;charset=utf-8"));
        assertThat(metrics.body().lines())
                .contains("wattpeil_source_waiting_documents{source=\"example\"} 0.0")
                .anyMatch(line -> line.matches("wattpeil_coverage_ratio\\{kpi=\"\\w+\"} .+"))
                .anyMatch(line -> line.startsWith("wattpeil_last_month_timestamp_seconds 1.78"))
                .allMatch(line -> line.matches("# (HELP|TYPE) wattpeil_.+|wattpeil_[^<>]+"));
    }

    @Test
    void sayWhetherAllIsWell() throws Exception {
        HttpResponse<String> well = get("/health");
        monitor.unusable(List.of("config/goals.yaml:1: wrong"));
        HttpResponse<String> wrong = get("/health");
        monitor.read(Timetable.of(Setup.readWorkspace(root)), Optional.empty());

        assertThat(well.statusCode()).isEqualTo(200);
        assertThat(well.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(well.body()).isEqualTo("{\"status\":\"up\",\"reasons\":[]}\n");
        assertThat(wrong.statusCode()).isEqualTo(503);
        assertThat(wrong.body()).startsWith("{\"status\":\"down\",\"reasons\":[\"the workspace");
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/../config/wattpeil.yaml",
                "/reports/..%2fconfig/wattpeil.yaml",
                "/reports/%2e%2e/config/wattpeil.yaml",
                "/reports/..;/config/wattpeil.yaml",
                "/reports//etc/passwd",
                "/reports/",
                "/config/wattpeil.yaml",
                "/store/",
                "/design.css/../../etc/passwd",
                "/nothing"
            })
    void giveNothingElse(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1", "Host: localhost");

        assertThat(answer).containsPattern("^HTTP/1.1 40[0-9]").doesNotContain("organisation:");
    }

    @Test
    void onlyRead() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
            assertThat(raw(method + " / HTTP/1.1", "Host: localhost", "Content-Length: 0"))
                    .as(method)
                    .startsWith("HTTP/1.1 405");
        }
    }

    @Test
    void answerToTheirOwnNamesOnly() throws Exception {
        for (String host : List.of("localhost", "127.0.0.1:80", "[::1]", "WATTPEIL.town.example")) {
            assertThat(raw("GET / HTTP/1.1", "Host: " + host)).as(host).startsWith("HTTP/1.1 200");
        }
        for (String host : List.of("town.example", "localhost.evil.example", "10.0.0.1")) {
            assertThat(raw("GET / HTTP/1.1", "Host: " + host)).as(host).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void letBrowsersLoadNothingFromElsewhere() throws Exception {
        assertThat(get("/").headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("cache-control", List.of("no-store"))
                .doesNotContainKeys("server", "x-powered-by", "set-cookie")
                .hasEntrySatisfying(
                        "content-security-policy",
                        policy ->
                                assertThat(policy.get(0))
                                        .contains("default-src 'none'", "frame-ancestors 'none'")
                                        .doesNotContain("unsafe"));
    }

    @Test
    void tellThatTheWorkspaceIsWrongAndShowItAgainOnceItIsRight() throws Exception {
        Path goals = root.resolve("config/goals.yaml");
        String right = Files.readString(goals);
        Files.writeString(goals, "goalz: []\n");
        HttpResponse<String> wrong = get("/status");
        Files.writeString(goals, right);

        assertThat(wrong.statusCode()).isEqualTo(500);
        assertThat(wrong.body()).contains("config/goals.yaml:1: unknown key \"goalz\"");
        assertThat(get("/status").statusCode()).isEqualTo(200);
    }

    @Test
    void sayThatThePortIsTaken() {
        assertThatThrownBy(
                        () ->
                                WebPages.start(
                                        new WebPages.Place(pages.port(), Set.of()),
                                        root,
                                        journal,
                                        monitor,
                                        HOST))
                .isInstanceOf(WebPages.PortException.class)
                .hasMessage(
                        "--port is "
                                + pages.port()
                                + ", which another process listens at, expected one that is free;"
                                + " --port 0 takes any, --no-pages does without");
    }

    @Test
    void areForEveryoneOnEveryScreen() throws Exception {
        journal.on(new RunEvent.Failed("x".repeat(300) + "\nline"));
        List<String> faults = new ArrayList<>();
        explained(EXPLAINED + "&lang=en");
        try (PageReader reader = PageReader.start()) {
            Chromium browser = reader.browser();
            for (String page : PAGES) {
                for (String language : List.of("en", "nl", "fr")) {
                    browser.screen(WIDTHS.get(0), HEIGHT, false);
                    reader.open(at(page + "lang=" + language));
                    assertThat(browser.complaints()).isEmpty();
                    assertThat(browser.requests())
                            .allMatch(it -> it.startsWith(at("/").toString()));
                    assertThat(reader.said("h1 b, main b")).isEmpty();
                    for (int width : WIDTHS) {
                        for (boolean isDark : List.of(false, true)) {
                            browser.screen(width, HEIGHT, isDark);
                            String at = page + " " + language + " " + width + ": ";
                            reader.strings("page.violations(" + PageReader.rules() + ")")
                                    .forEach(fault -> faults.add(at + fault));
                            reader.strings("page.over()").forEach(fault -> faults.add(at + fault));
                        }
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void run(String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        assertThat(CommandLineInterface.run(out, out, arguments)).as(printed.toString()).isZero();
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + pages.port() + path);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** Asks again as a browser does. */
    private static String explained(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        for (int i = 0; i < 100 && answer.headers().firstValue("refresh").isPresent(); i++) {
            Thread.sleep(1000);
            answer = get(path);
        }
        return answer.body();
    }

    /** As no client that keeps to the rules would ask. */
    private static String raw(String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", pages.port())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
