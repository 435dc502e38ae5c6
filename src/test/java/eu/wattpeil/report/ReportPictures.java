package eu.wattpeil.report;

import eu.wattpeil.monitor.ServerMonitor;
import eu.wattpeil.serve.ServerJournal;
import eu.wattpeil.web.WebPages;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of the README from the sample's newest report, which a run has published
 * before: {@code mvn -q test -Dtest=ReportPictures}. No test: nothing runs it by itself.
 */
final class ReportPictures {

    private static final Path REPORTS = Path.of("reports");
    private static final Path PICTURES = Path.of("src/site");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1120;

    @Test
    void showTheFirstPageAndTheServerRoom() throws Exception {
        Path report = newest().resolve("report.en.html");
        try (Chromium browser = Chromium.start()) {
            browser.screen(WIDTH, HEIGHT, false);
            browser.open(report);
            Files.write(PICTURES.resolve("report.png"), browser.picture(WIDTH, HEIGHT));
            browser.evaluate("location.hash = '#topic-server-room'; scrollTo(0, 0)");
            Files.write(PICTURES.resolve("report-server-room.png"), browser.picture(WIDTH, HEIGHT));
        }
    }

    @Test
    void showTheStatusOfAServer() throws Exception {
        Clock clock = Clock.systemUTC();
        ServerJournal journal = new ServerJournal(clock);
        try (WebPages pages =
                        WebPages.start(
                                new WebPages.Place(0, Set.of()),
                                Path.of(""),
                                journal,
                                new ServerMonitor(Path.of(""), clock, Runnable::run),
                                new WebPages.Host(List.of(), clock, message -> {}));
                Chromium browser = Chromium.start()) {
            browser.screen(WIDTH, HEIGHT, false);
            browser.open(URI.create("http://localhost:" + pages.port() + "/status?lang=en"));
            Files.write(PICTURES.resolve("serve-status.png"), browser.picture(WIDTH, HEIGHT));
        }
    }

    private static Path newest() throws Exception {
        try (Stream<Path> folders = Files.walk(REPORTS, 2)) {
            return folders.filter(it -> it.getFileName().toString().startsWith("edition-"))
                    .max(
                            Comparator.comparing((Path it) -> it.getParent().toString())
                                    .thenComparing(
                                            it ->
                                                    Integer.valueOf(
                                                            it.getFileName()
                                                                    .toString()
                                                                    .substring(
                                                                            "edition-".length()))))
                    .orElseThrow();
        }
    }
}
