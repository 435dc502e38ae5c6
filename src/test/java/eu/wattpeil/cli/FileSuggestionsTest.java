package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import eu.wattpeil.collect.Intakes;
import eu.wattpeil.collect.TestWorkbook;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Init;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is suggested for files of all layouts, a folder each, named after what is odd in it: the
 * file, and in {@code expected.yaml} what is printed, which {@code check} accepts as it is. The
 * files name their users Kanarie.
 */
class FileSuggestionsTest {

    private static final Path CASES = Path.of("src/test/resources/suggest");
    private static final String EXPECTED = "expected.yaml";
    private static final Set<String> PRESETS =
            Set.of("shelly-3em-csv", "prometheus", "prometheus-instant", "redfish-power");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final Set<String> DATASETS =
            Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet());

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> suggestsWhatReadsTheFile() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            List<Path> all = cases.sorted().toList();
            return all.stream()
                    .map(each -> dynamicTest(each.getFileName().toString(), () -> check(each)));
        }
    }

    private void check(Path each) throws IOException {
        Path workspace = folder.resolve(each.getFileName());
        Init.write(workspace);
        Path file = copied(each, workspace);

        String printed = printed(workspace, file);

        assertThat(printed).isEqualTo(Files.readString(each.resolve(EXPECTED)));
        assertThat(printed).doesNotContainIgnoringCase("kanarie");
        if (printed.contains("format: ")) {
            Files.writeString(workspace.resolve("jobs/collect/suggested.yaml"), printed);
            Problems problems = new Problems();
            Workspace read = Workspace.load(workspace, DATASETS, problems);
            assertThat(Intakes.of(read, problems).all()).hasSize(3);
            // What no file tells is to be written before it can be read.
            if (printed.contains(": TODO")) {
                assertThat(problems.all()).anyMatch(it -> it.message().contains("TODO"));
            } else {
                assertThat(problems.all()).isEmpty();
            }
        }
    }

    @Test
    void tellsWhyThereIsNoneAndGoesOnWithTheNextFile() throws IOException {
        Path workspace = folder.resolve("town");
        Init.write(workspace);
        Path unknown = copied(CASES.resolve("nothing_that_can_be_told"), workspace);
        Path known = workspace.resolve("inbox/example/meters-2026-09.csv");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code =
                CommandLineInterface.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "suggest",
                        unknown.toString(),
                        known.toString(),
                        "--workspace",
                        workspace.toString());

        assertThat(code).isEqualTo(CommandLineInterface.FAILED);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "input.csv: the columns are those of no dataset that can be told: Colour,"
                                + " Weight");
        assertThat(out.toString())
                .startsWith("# meters-2026-09.csv: for a file such as")
                .contains("format: delimited")
                .doesNotContain("---");
    }

    private static Path copied(Path each, Path workspace) throws IOException {
        try (Stream<Path> files = Files.list(each)) {
            Path found = files.filter(file -> !file.endsWith(EXPECTED)).findFirst().orElseThrow();
            boolean isWorkbook = found.toString().endsWith(".cells");
            Path input = isWorkbook ? TestWorkbook.write(found) : found;
            Path target = workspace.resolve("inbox/new").resolve(input.getFileName());
            Files.createDirectories(target.getParent());
            Files.copy(input, target);
            Files.setLastModifiedTime(target, FileTime.from(NOW));
            return target;
        }
    }

    static String printed(Path workspace, Path file) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        try {
            // Of the presets a few, so that the others are tried by their own cases.
            new FileSuggestions(
                            workspace,
                            Clock.fixed(NOW, ZoneOffset.UTC),
                            preset -> PRESETS.contains(preset.name()))
                    .print(file, out, out);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
