package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepublishedReportsTest {

    @TempDir private Path folder;

    @Test
    void areThoseThatWouldReadOtherwiseAndNotThoseOfWhichAFileHasARemarkMore() throws IOException {
        String town = folder.resolve("town").toString();
        run("init", town);
        Path goals = Path.of(town, "config/goals.yaml");
        Path measures = Path.of(town, "config/measures.yaml");
        assertThat(run("run", "--workspace", town)).contains("2026-09");

        Files.writeString(goals, "# A remark.\n" + Files.readString(goals));
        Files.writeString(measures, "# A remark.\n" + Files.readString(measures));
        assertThat(run("run", "--workspace", town)).contains("nothing to do");

        String owner = Files.readString(goals).replaceFirst("owner: .*", "owner: The council");
        Files.writeString(goals, owner);
        assertThat(run("run", "--workspace", town)).contains("2026-09");

        Path month = Path.of(town, "reports/2026-09");
        Files.writeString(
                Path.of(town, "config/sources.csv"),
                "en,nl\nno rights in a fact,een feit is vrij\n");
        assertThat(run("run", "--workspace", town)).contains("2026-09");
        Files.writeString(
                Path.of(town, "config/findings.yaml"),
                """
                findings:
                  - {rule: recycled_paper, status: accepted, since: 2026-09-15}
                """);
        assertThat(run("run", "--workspace", town)).contains("2026-09");
        assertThat(run("run", "--workspace", town)).contains("nothing to do");
        assertThat(month).isDirectoryContaining("glob:**/edition-1");
        assertThat(month).isDirectoryNotContaining("glob:**/edition-2");
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLineInterface.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments);
        return out.toString();
    }
}
