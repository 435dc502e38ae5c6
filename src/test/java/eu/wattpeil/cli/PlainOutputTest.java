package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainOutputTest {

    @TempDir private Path folder;

    @Test
    void passesOnWhatIsPrintedWithoutWhatTurnsTheTextOfATerminal() {
        StringWriter shown = new StringWriter();
        PrintWriter out = PlainOutput.over(new PrintWriter(shown));

        out.print("a\u202eb");
        out.print('\u2067');
        out.write("xx\u2069c".toCharArray(), 1, 3);
        out.println(" d");

        assertThat(shown.toString()).isEqualTo("abxc d" + System.lineSeparator());
    }

    @Test
    void isWhatEveryCommandPrintsTo() throws IOException {
        String town = folder.resolve("town").toString();
        run("init", town);
        assertThat(
                        run(
                                "query",
                                "select 'a\u202eb' as name",
                                "--format",
                                "json",
                                "--workspace",
                                town))
                .contains("\"a\\u202eb\"");
        Files.writeString(
                Path.of(town, "config/goals.yaml"), "goals:\n  - {id: \"evil\u202e\u2066\"}\n");

        assertThat(run("check", "--workspace", town))
                .contains("id is \"evil\"")
                .doesNotContain("\u202e", "\u2066");
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLineInterface.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments);
        return out.toString();
    }
}
