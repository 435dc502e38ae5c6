package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import eu.wattpeil.collect.suggest.Suggester;
import eu.wattpeil.collect.suggest.Vocabulary;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A document of a format is suggested to be read by that format. */
class SuggestedFormatsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Those whose first case is read otherwise, and why. */
    private static final Map<String, String> NOT_BY_THEIR_NAME =
            Map.of(
                    "json", "nothing tells what its paths are of",
                    "xml", "nothing tells what its paths are of",
                    "lines", "nothing tells what its lines are of",
                    "glpi-page-counters", "the same reports are of devices, which come first",
                    "grafana", "a header that tells the unit is read as it is, with fewer options",
                    "influx-annotated", "one table alone is read as delimited text");

    private final Suggester suggester =
            new Suggester(
                    new Trial(
                            TestPresets.PRESETS,
                            FormatWorkbench.ZONE,
                            Set.of(),
                            TestPresets.CATEGORIES,
                            NOW),
                    TestPresets.all(),
                    Vocabulary.read(WorkspaceFiles.packaged(), new Problems()));

    @TestFactory
    Stream<DynamicTest> aDocumentOfAFormatIsSuggestedForIt() {
        return Formats.names(TestPresets.PRESETS).stream()
                .filter(name -> !NOT_BY_THEIR_NAME.containsKey(name))
                .map(name -> dynamicTest(name, () -> check(name)));
    }

    @Test
    void exceptionsAreOfFormatsThatThereAre() {
        assertThat(Formats.names(TestPresets.PRESETS)).containsAll(NOT_BY_THEIR_NAME.keySet());
    }

    private void check(String name) throws IOException {
        Path folder = firstGood(name).orElseThrow();
        FormatCases.Opened opened = FormatCases.open(name, folder);

        Suggester.Suggestion suggestion =
                suggester.of(
                        FormatCases.document(opened.name(), opened.input()),
                        new Suggester.Origin("inbox/new/*", "new", LocalDate.EPOCH));

        assertThat(suggestion.yaml())
                .as("%s: %s", folder, suggestion.doubts())
                .containsPattern("(?m)^format: " + name + "( |$)");
    }

    /**
     * The first case with more rows than rejects, or else with rows, unless it says that it is not
     * recognised.
     */
    private static Optional<Path> firstGood(String name) throws IOException {
        Optional<Path> other = Optional.empty();
        for (Path folder : FormatCases.folders(name)) {
            Section definition =
                    Sections.read(folder, folder.resolve("definition.yaml"), new Problems());
            long rows = rows(folder.resolve("expected.csv"));
            boolean isShown =
                    !definition.optionalText("is-recognised").equals(Optional.of("false"));
            if (isShown && rows > rows(folder.resolve("rejects.csv"))) {
                return Optional.of(folder);
            }
            other = other.isEmpty() && isShown && rows > 0 ? Optional.of(folder) : other;
        }
        return other;
    }

    private static long rows(Path table) throws IOException {
        return Files.exists(table) ? Files.readAllLines(table).size() - 1 : 0;
    }
}
