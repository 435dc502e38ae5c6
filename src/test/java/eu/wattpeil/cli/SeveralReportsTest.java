package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace with a report beside the one that comes with Wattpeil. */
class SeveralReportsTest {

    private static final String MONTH = "2026-09";

    @TempDir private Path folder;

    private Path town;

    @BeforeEach
    void publishAMonth() throws IOException {
        town = folder.resolve("town");
        run("init", town.toString());
        Path managers = Files.createDirectory(folder.resolve("managers"));
        Path printers = Files.createDirectory(folder.resolve("printers"));
        Files.writeString(
                Files.createDirectories(town.resolve("jobs/reports")).resolve("printing.yaml"),
                """
                forms: [html, csv, json]
                sections:
                  - id: printing
                    title: {nl: Afdrukken, en: Printing}
                    kpis: [impressions]
                """);
        Files.writeString(
                town.resolve("config/delivery.yaml"),
                """
                deliveries:
                  - id: main
                    report: monthly
                    forms: [html]
                    folder: %s
                    since: 2026-09
                  - id: printers
                    report: printing
                    forms: [html]
                    folder: %s
                    since: 2026-09
                """
                        .formatted(managers, printers));
        assertThat(runTown("run")).contains("printing" + "/" + MONTH + "/edition-1");
    }

    @Test
    void eachStandsInAFolderOfItsOwnAsIfItWereTheOnlyOne() throws IOException {
        assertThat(names("reports"))
                .contains("2026-09", "index.html", "explorer.html", "kpis-all.csv", "printing");
        assertThat(names("reports/printing"))
                .contains("2026-09", "index.html", "explorer.html", "kpis-all.csv");
        assertThat(names("reports/printing/2026-09/edition-1"))
                .containsExactly(
                        "kpis.csv",
                        "manifest.json",
                        "report.en.html",
                        "report.json",
                        "report.nl.html",
                        "report.schema.json");

        assertThat(text("reports/2026-09/edition-1/report.en.html"))
                .contains("Server room")
                .contains("<a href=\"report.en.pdf\">");
        assertThat(text("reports/printing/2026-09/edition-1/report.en.html"))
                .doesNotContain("Server room</h2>")
                .contains("<a href=\"../../index.html\"", "../../explorer.en.html#month=2026-09");
    }

    @Test
    void theMainListLeadsToTheOthers() throws IOException {
        assertThat(text("reports/index.html"))
                .contains("<a href=\"printing/index.html\">printing</a>")
                .contains("<a href=\"2026-09/edition-1/report.nl.html\"");
        assertThat(text("reports/index.en.html")).contains("<a href=\"printing/index.en.html\">");
        assertThat(text("reports/printing/index.html"))
                .contains("<a href=\"2026-09/edition-1/report.nl.html\"")
                .doesNotContain("report.nl.pdf", "printing/");
    }

    @Test
    void eachIsVerifiedWhereItStands() throws IOException {
        assertThat(runTown("verify", "--month", MONTH))
                .contains("of monthly, made again, equal byte for byte")
                .contains(
                        town.resolve("reports/printing/2026-09/edition-1")
                                + ": 6 files of printing");

        Path page = town.resolve("reports/printing/2026-09/edition-1/report.nl.html");
        Files.writeString(page, Files.readString(page) + "<p>");

        assertThat(runTown("verify", "--month", MONTH))
                .contains("of monthly, made again, equal byte for byte")
                .contains(
                        "of printing, not equal: report.nl.html missing or changed after it was"
                                + " published");
    }

    @Test
    void eachIsDeliveredToItsReaders() {
        for (String file :
                List.of("2026-09/edition-1/report.nl.html", "2026-09/edition-1/report.en.html")) {
            assertThat(folder.resolve("managers").resolve(file))
                    .hasSameBinaryContentAs(town.resolve("reports").resolve(file));
            assertThat(folder.resolve("printers").resolve(file))
                    .hasSameBinaryContentAs(town.resolve("reports/printing").resolve(file));
        }
    }

    @Test
    void oneThatIsTakenAwayIsPublishedAgainAlone() throws IOException {
        Path main = town.resolve("reports/2026-09/edition-1/report.nl.html");
        Object written = Files.getLastModifiedTime(main);
        Files.delete(town.resolve("reports/printing/2026-09/edition-1/kpis.csv"));
        Files.delete(town.resolve("reports/printing/index.html"));

        assertThat(runTown("run")).contains("printing/2026-09/edition-1");

        assertThat(names("reports/printing")).contains("index.html");
        assertThat(names("reports/printing/2026-09/edition-1")).contains("kpis.csv");
        assertThat(Files.getLastModifiedTime(main)).isEqualTo(written);
        assertThat(runTown("run")).contains("nothing to do");
    }

    private List<String> names(String path) throws IOException {
        try (Stream<Path> all = Files.list(town.resolve(path))) {
            return all.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    private String text(String path) throws IOException {
        return Files.readString(town.resolve(path));
    }

    private String runTown(String... arguments) {
        return run(
                Stream.concat(Stream.of("--workspace", town.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static String run(String... line) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        CommandLineInterface.run(writer, writer, line);
        return out.toString();
    }
}
