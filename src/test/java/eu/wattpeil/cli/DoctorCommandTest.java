package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the doctor prints and how it ends. */
class DoctorCommandTest {

    private static final String CURRENT = "store/kpi_values/month=2026-09/current.json";

    @TempDir private Path folder;

    private Path town;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        town = folder.resolve("town");
        run("init", town.toString());
        Files.createDirectories(town.resolve("jobs/reports"));
        Files.writeString(
                town.resolve("jobs/reports/monthly.yaml"),
                """
                forms: [csv]
                sections:
                  - {id: all, title: {nl: Alles, en: All}, kpis: [dc_energy_total]}
                """);
        assertThat(run("run").code()).isZero();
    }

    private record Ended(int code, List<String> out) {}

    @Test
    void tellsRepairsAndIsContentOnceTheNextRunMendsTheRest() throws IOException {
        assertThat(run("doctor"))
                .isEqualTo(new Ended(0, List.of("sound: 2 documents, 1 edition, 1 report")));
        Files.writeString(town.resolve(CURRENT), "{");
        Path seen = town.resolve(".wattpeil/seen-files");
        Files.writeString(seen, "x");

        Ended told = run("doctor");
        Ended repaired = run("doctor", "--repair");

        assertThat(told.code()).isEqualTo(CommandLineInterface.FAILED);
        assertThat(told.out())
                .containsExactly(
                        seen
                                + ": the file is damaged, expected what a run wrote there; wattpeil"
                                + " doctor --repair sets it aside; the next run does without and"
                                + " makes a new one",
                        town.resolve(CURRENT)
                                + ": the file is missing or damaged, expected which edition is"
                                + " shown; the next run computes the month again and puts it"
                                + " right; until then the last edition is shown",
                        "2 documents, 1 edition, 1 report; 2 defects, of which wattpeil doctor"
                                + " --repair mends 1");
        assertThat(repaired.code()).isZero();
        assertThat(repaired.out())
                .startsWith(
                        "repaired: "
                                + seen
                                + ": the file is damaged; set aside as seen-files.damaged")
                .endsWith("2 documents, 1 edition, 1 report; 2 defects, all mended");
        assertThat(run("run").code()).isZero();
        assertThat(run("doctor").code()).isZero();
    }

    @Test
    void endsWithOneWhereARepairLeavesSomething() throws IOException {
        Files.writeString(town.resolve("store/documents/x.parquet"), "");

        Ended repaired = run("doctor", "--repair", "--format", "json");

        assertThat(repaired.code()).isEqualTo(CommandLineInterface.FAILED);
        JsonNode told = JsonMapper.shared().readTree(String.join("\n", repaired.out()));
        assertThat(told.path("defects")).hasSize(1);
        assertThat(told.path("defects").path(0).path("kind").asString()).isEqualTo("lost");
        assertThat(told.path("defects").path(0).has("done")).isFalse();
    }

    private Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        List<String> line = new ArrayList<>(List.of("--workspace", town.toString()));
        line.addAll(List.of(arguments));
        int code = CommandLineInterface.run(writer, writer, line.toArray(String[]::new));
        return new Ended(code, out.toString().lines().toList());
    }
}
