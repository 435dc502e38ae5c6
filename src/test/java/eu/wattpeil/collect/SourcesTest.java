package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the {@code source} of a definition is told at its line. */
class SourcesTest {

    @TempDir Path root;

    @Test
    void takesOnePatternOrSeveral() throws IOException {
        assertThat(problems("files: inbox/*.csv")).isEmpty();
        assertThat(problems("files: [a/*.log, b/**.gz]")).isEmpty();
    }

    @Test
    void needsAtLeastOnePattern() throws IOException {
        assertThat(problems("files: []"))
                .containsExactly("ups.yaml:2: files is empty, expected at least one pattern");
    }

    @Test
    void knowsOnlyTheKindsThatThereAre() throws IOException {
        assertThat(problems("gopher: x"))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "ups.yaml:2: "
                                + String.join(" or ", Sources.names())
                                + " is missing, expected it here");
    }

    @Test
    void keepsPatternsInTheWorkspace() throws IOException {
        for (String pattern :
                List.of(
                        "/var/log/*.csv",
                        "../other/*.csv",
                        "inbox/../../x.csv",
                        "C:/data/*.csv",
                        "\\\\host\\x",
                        "~/x.csv",
                        "inbox/[a")) {
            assertThat(problems("files: ['" + pattern + "']"))
                    .containsExactly(
                            "ups.yaml:2: files has \""
                                    + pattern
                                    + "\", expected a pattern below the workspace such as"
                                    + " inbox/*.csv");
        }
    }

    private List<String> problems(String source) throws IOException {
        Path file = root.resolve("ups.yaml");
        Files.writeString(file, "source:\n  " + source + "\n");
        Problems problems = new Problems();
        Section definition = Sections.read(root, file, problems);
        Sources.of(TestSource.context(root, definition.section("source")));
        return problems.all().stream().map(Problem::toString).toList();
    }
}
