package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {

    private static final Set<String> DATASETS = Set.of("meter_readings", "devices", "print_jobs");

    @TempDir private Path temporary;

    @Test
    void writesAWorkspaceThatLoadsWithoutProblems() {
        Path root = temporary.resolve("new/workspace");
        Problems problems = new Problems();

        List<String> written = Init.write(root);
        Workspace workspace = Workspace.load(root, DATASETS, Map.of(), problems);

        assertThat(written)
                .containsExactly(
                        "config/departments.csv",
                        "config/events.csv",
                        "config/goals.yaml",
                        "config/headcount.csv",
                        "config/measures.yaml",
                        "config/meters.csv",
                        "config/printers.csv",
                        "config/wattpeil.yaml",
                        "inbox/example/meters-2026-09.csv",
                        "inbox/print/page_log-2026-09",
                        "jobs/collect/example.yaml",
                        "jobs/collect/print.yaml");
        assertThat(problems.all()).isEmpty();
        assertThat(workspace.meters()).isNotEmpty();
        assertThat(workspace.goals()).isNotEmpty();
    }

    @Test
    void bringsAFileForEachOfItsSources() throws IOException {
        Init.write(temporary);

        for (Definition definition :
                Workspace.load(temporary, DATASETS, Map.of(), new Problems()).definitions()) {
            String pattern = definition.source().texts("files").get(0);
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            try (Stream<Path> files = Files.walk(temporary)) {
                assertThat(files.map(temporary::relativize).filter(matcher::matches))
                        .as(definition.name())
                        .hasSize(1);
            }
        }
    }

    @Test
    void showsTheReadingsOfAMonthWithAGapThatIsTooLongToBridge() {
        Init.write(temporary);
        List<String> lines =
                CaseFolders.lines(temporary.resolve("inbox/example/meters-2026-09.csv"));

        assertThat(lines).filteredOn(line -> line.contains(";MAIN;")).hasSize(30 * 24);
        assertThat(lines).filteredOn(line -> line.contains(";UPS1;")).hasSize(30 * 24 - 29);
    }

    @Test
    void explainsEveryFileThatAPersonFillsIn() {
        for (String written : Init.write(temporary)) {
            if (!written.startsWith("inbox/")) {
                assertThat(CaseFolders.lines(temporary.resolve(written)))
                        .as(written)
                        .first()
                        .asString()
                        .startsWith("# ");
            }
        }
    }

    @Test
    void refusesAFolderThatHoldsAnything() throws IOException {
        Files.writeString(temporary.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> Init.write(temporary))
                .isInstanceOf(InvalidWorkspaceException.class)
                .hasMessage(
                        temporary
                                + ": the folder is not empty, expected an empty one or a new one");
        assertThat(temporary).isDirectoryNotContaining("glob:**config");
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> Init.write(file))
                .isInstanceOf(InvalidWorkspaceException.class)
                .hasMessage(file + ": this is a file, expected an empty folder or a new one");
        assertThat(file).hasContent("mine");
    }
}
