package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Editions of a small workspace: why there is another one, and whether each can be made again. */
class VerifyCommandTest {

    private static final String EQUAL = ": computed again, equal byte for byte";
    private static final String MONTH = "2026-09";
    private static final String VALUES = "kpi_values/month=2026-09/edition-1.parquet";

    @TempDir private Path folder;

    private Path town;

    @BeforeEach
    void publishAMonth() {
        town = folder.resolve("town");
        run("init", town.toString());
        assertThat(run("run")).contains("edition-1");
    }

    /**
     * What was printed and how it ended.
     *
     * @param out the first line
     * @param further the last one
     */
    private record Ended(int code, String out, String further) {}

    @Test
    void aLateDocumentMakesAnEditionThatSaysSoAndBothAreEqual() throws IOException {
        write(
                "inbox/print/page_log-late",
                "MFP-HALL someone 901 [30/Sep/2026:16:59:42 +0200] total 900 ADM localhost"
                        + " untitled A4 one-sided\n");

        assertThat(run("run")).contains("edition-2");

        assertThat(whys("impressions")).containsExactly("late_data");
        assertThat(whys("dc_energy_total")).isEmpty();
        assertThat(Files.readString(report("report.en.html"))).contains("late data");
        assertThat(Files.readString(report("report.nl.html"))).contains("late gegevens");
        assertEqual(1);
        assertEqual(2);
    }

    @Test
    void anotherFactorMakesAnEditionThatSaysSoAndBothAreEqual() throws IOException {
        String factors = packaged("config/factors.csv");
        String row =
                factors.lines()
                        .filter(it -> it.startsWith("paper_virgin_desnz_2025"))
                        .findFirst()
                        .orElseThrow();
        write("config/factors.csv", factors.replace(row, row.replace(",1345.0779,", ",1400,")));

        assertThat(run("run")).contains("edition-2");

        assertThat(whys("paper_co2e")).containsExactly("factor");
        assertEqual(1);
        assertEqual(2);
    }

    @Test
    void anotherModelMakesAnEditionThatSaysSoAndBothAreEqual() throws IOException {
        String model = packaged("jobs/models/kpi/impressions.sql");
        write("jobs/models/kpi/impressions.sql", twice(model));

        assertThat(run("run")).contains("edition-2");

        assertThat(whys("impressions")).containsExactly("definition");
        assertEqual(1);
        assertEqual(2);
    }

    @Test
    void aByteThatWasChangedIsFound() throws IOException {
        Path file = town.resolve("store").resolve(VALUES);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);

        Ended ended = verify();

        assertThat(ended.code()).isEqualTo(CommandLineInterface.FAILED);
        assertThat(ended.out())
                .isEqualTo(
                        "2026-09 edition 1: not equal: "
                                + VALUES
                                + " was changed after it was written; computed again it is what the"
                                + " manifest says");
    }

    @Test
    void publishedFilesAreMadeAgainAsLongAsTheyShowWhatThereIs() throws IOException {
        assertThat(verify().further()).endsWith("of monthly, made again, equal byte for byte");

        Path goals = town.resolve("config/goals.yaml");
        String others = Files.readString(goals).replaceFirst("owner: .*", "owner: The council");
        Files.writeString(goals, others);

        assertThat(verify().further())
                .endsWith(
                        "of monthly, as they were published; not made again, as they show what has"
                                + " changed since");
        assertThat(verify().code()).isEqualTo(CommandLineInterface.DONE);
    }

    @Test
    void aPublishedFileThatWasChangedIsFound() throws IOException {
        Path page = town.resolve("reports/2026-09/edition-1/report.nl.html");
        Files.writeString(page, Files.readString(page) + "<p>");

        Ended ended = verify();

        assertThat(ended.further())
                .endsWith(
                        "of monthly, not equal: report.nl.html missing or changed after it was"
                                + " published");
        assertThat(ended.code()).isEqualTo(CommandLineInterface.FAILED);
    }

    @Test
    void whatIsNotKeptAnyMoreIsNamed() throws IOException {
        Path kept = town.resolve("store/_kept/workspace");
        List<Path> files;
        try (Stream<Path> all = Files.list(kept)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.writeString(file, "no archive");
        }

        Ended ended = verify();

        assertThat(ended.code()).isEqualTo(CommandLineInterface.FAILED);
        assertThat(ended.out())
                .startsWith("2026-09 edition 1: cannot be computed again: " + kept)
                .endsWith("has other files than were kept there");
    }

    @Test
    void nothingOfAPersonOrThisMachineIsInTheManifest() throws IOException {
        String manifest = Files.readString(town.resolve("reports/2026-09/edition-1/manifest.json"));

        assertThat(manifest)
                .isEqualTo(
                        Files.readString(
                                town.resolve("store/kpi_values/month=2026-09/edition-1.json")))
                .contains("\"config/headcount.csv\"", "\"jobs/models/kpi/impressions.sql\"")
                .doesNotContain("page_log-2026-09", "inbox", folder.toString());
    }

    private void assertEqual(int edition) {
        Ended ended = verify("--edition", "" + edition);
        assertThat(ended.out()).startsWith(MONTH + " edition " + edition + EQUAL);
        assertThat(ended.code()).isEqualTo(CommandLineInterface.DONE);
    }

    private Ended verify(String... further) {
        StringWriter out = new StringWriter();
        List<String> line = new java.util.ArrayList<>(List.of("--workspace", town.toString()));
        line.addAll(List.of("verify", "--month", MONTH));
        line.addAll(List.of(further));
        PrintWriter writer = new PrintWriter(out, true);
        int code = CommandLineInterface.run(writer, writer, line.toArray(String[]::new));
        List<String> lines = out.toString().lines().toList();
        return new Ended(code, lines.get(0), lines.get(lines.size() - 1));
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        String[] line =
                arguments.length > 1
                        ? arguments
                        : new String[] {"--workspace", town.toString(), arguments[0]};
        CommandLineInterface.run(writer, writer, line);
        return out.toString();
    }

    /** Why the second edition has other values of a KPI. */
    private Set<String> whys(String kpiId) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(Files.readString(report("report.json")));
        Set<String> whys = new TreeSet<>();
        for (JsonNode restated : json.path("restated")) {
            if (restated.path("kpi_id").asString("").equals(kpiId)) {
                restated.path("why").forEach(it -> whys.add(it.asString("")));
            }
        }
        return whys;
    }

    private Path report(String file) {
        return town.resolve("reports/2026-09/edition-2").resolve(file);
    }

    private void write(String path, String text) throws IOException {
        Path file = town.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A file that comes with the program. */
    private static String packaged(String path) throws IOException {
        return Files.readString(Path.of(path));
    }

    private static String twice(String model) {
        return model.replace("impressions as numerator", "2 * impressions as numerator");
    }
}
