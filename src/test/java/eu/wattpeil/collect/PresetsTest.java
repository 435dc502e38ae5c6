package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import eu.wattpeil.collect.suggest.Head;
import eu.wattpeil.collect.suggest.Recognition;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Init;
import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What holds of each file of {@code jobs/formats}, and of a workspace's own. */
class PresetsTest {

    @TempDir private Path folder;

    @Test
    void nothingIsWrongInThoseThatComeWithWattpeil() {
        Problems problems = new Problems();

        Formats.presets(new WorkspaceFiles(Path.of("")), problems).own();

        assertThat(problems.all()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> examplesAreWholeDefinitions() {
        FormatGuide guide = new FormatGuide(TestPresets.PRESETS);
        return guide.names().stream()
                .map(name -> dynamicTest(name, () -> checkExample(guide.example(name))));
    }

    private void checkExample(String definition) throws IOException {
        assertThat(problems(Map.of("jobs/collect/example.yaml", definition))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> recogniseTheirOwnFilesAndNoOthers() {
        return TestPresets.all().stream()
                .map(preset -> dynamicTest(preset.name(), () -> checkRecognition(preset)));
    }

    private static void checkRecognition(Preset preset) throws IOException {
        List<Path> good = new ArrayList<>();
        for (Path each : FormatCases.folders(preset.name())) {
            if (isGood(each)) {
                good.add(each);
            }
        }
        assertThat(good).isNotEmpty();
        for (Path each : good) {
            assertThat(recognised(FormatCases.input(each)))
                    .as("formats that recognise %s", each)
                    .containsExactly(preset.name());
        }
    }

    /** A case with rows, unless it says that it is not recognised. */
    private static boolean isGood(Path folder) throws IOException {
        Section definition =
                Sections.read(folder, folder.resolve("definition.yaml"), new Problems());
        Path expected = folder.resolve("expected.csv");
        return !definition.optionalText("is-recognised").equals(Optional.of("false"))
                && Files.exists(expected)
                && Files.readAllLines(expected).size() > 1;
    }

    private static Set<String> recognised(Path input) throws IOException {
        try (InputStream in = Files.newInputStream(input)) {
            Recognition recognition = new Recognition(Head.of(in));
            return TestPresets.all().stream()
                    .filter(preset -> recognition.fits(preset.recognise()))
                    .map(Preset::name)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void optionsOfADefinitionGoOverThoseOfItsPreset() throws IOException {
        Intake plain = intake("format: logger\nsource: {files: a.csv}\n");
        Intake other =
                intake(
                        """
                        format: logger
                        source: {files: a.csv}
                        options: {columns: {meter_key: Name}, decimal: null, constants: {quantity: heat}}
                        """);
        Intake written =
                intake(
                        """
                        dataset: meter_readings
                        format: delimited
                        source: {files: a.csv}
                        options:
                          delimiter: ";"
                          constants: {quantity: heat}
                          columns:
                            meter_key: Name
                            measured_at: {column: Time, pattern: yyyy-MM-dd HH:mm}
                            value: {column: Value, unit: kWh, kind: counter}
                        """);

        assertThat(plain.dataset().name()).isEqualTo("meter_readings");
        assertThat(other.definition().options().has("decimal")).isFalse();
        assertThat(other.reading()).isEqualTo(written.reading()).isNotEqualTo(plain.reading());
    }

    @Test
    void mistakesAreToldWhereTheyStand() throws IOException {
        assertThat(
                        problems(
                                Map.of(
                                        "jobs/formats/logger.yaml",
                                        LOGGER.replace("decimal", "decmial"),
                                        "jobs/collect/a.yaml",
                                        """
                                        format: logger
                                        dataset: devices
                                        source: {files: a.csv}
                                        """,
                                        "jobs/collect/b.yaml",
                                        """
                                        format: logger
                                        source: {files: b.csv}
                                        options:
                                          header: maybe
                                        """,
                                        "jobs/collect/c.yaml",
                                        """
                                        format: loger
                                        dataset: meter_readings
                                        source: {files: c.csv}
                                        """)))
                .containsExactly(
                        "jobs/collect/a.yaml:2: dataset is \"devices\", expected meter_readings for"
                                + " format logger",
                        "jobs/collect/b.yaml:4: header is \"maybe\", expected true or false",
                        "jobs/collect/c.yaml:1: format is \"loger\", did you mean \"logger\"?",
                        "jobs/formats/logger.yaml:7: unknown key \"decmial\", did you mean"
                                + " \"decimal\"?");
    }

    @Test
    void whatAPresetLeavesOpenIsMissedInTheDefinition() throws IOException {
        String open = LOGGER.replace("    meter_key: Meter\n", "");

        assertThat(
                        problems(
                                Map.of(
                                        "jobs/formats/logger.yaml",
                                        open.replace(
                                                "example: {source: {files: inbox/*.csv}}",
                                                "example: {source: {files: a.csv}, options:"
                                                        + " {columns: {meter_key: Meter}}}"),
                                        "jobs/collect/a.yaml",
                                        "format: logger\nsource: {files: a.csv}\n")))
                .containsExactly(
                        "jobs/collect/a.yaml:1: columns is without meter_key, expected it because"
                                + " meter_readings needs it");
    }

    @TestFactory
    Stream<DynamicTest> whatPresetsLeaveOpenIsMissedInTheDefinitionOnce() {
        return TestPresets.all().stream()
                .map(preset -> dynamicTest(preset.name(), () -> checkOpen(preset)));
    }

    private void checkOpen(Preset preset) throws IOException {
        List<String> problems =
                problems(
                        Map.of(
                                "jobs/collect/a.yaml",
                                "format: " + preset.name() + "\nsource: {files: a.csv}\n"));

        assertThat(problems).allMatch(problem -> problem.startsWith("jobs/collect/a.yaml:1: "));
    }

    @Test
    void presetsAreOfReadersAndHaveNamesOfTheirOwn() throws IOException {
        assertThat(
                        problems(
                                Map.of(
                                        "jobs/formats/fluvius.yaml",
                                        LOGGER,
                                        "jobs/formats/Other.yaml",
                                        LOGGER,
                                        "jobs/formats/slip.yaml",
                                        LOGGER.replace("reader: delimited", "reader: delimted"),
                                        "jobs/formats/unfit.yaml",
                                        LOGGER.replace(
                                                "reader: delimited", "reader: cups-page-log"),
                                        "jobs/formats/bare.yaml",
                                        "reader: delimited\n")))
                .containsExactly(
                        "jobs/formats/Other.yaml: the file's name is \"Other\", expected lower-case"
                                + " letters, digits, - and _",
                        "jobs/formats/bare.yaml:1: dataset is missing, expected it here",
                        "jobs/formats/bare.yaml:1: example is missing, expected it here",
                        "jobs/formats/bare.yaml:1: options is missing, expected it here",
                        "jobs/formats/bare.yaml:1: recognise is missing, expected it here",
                        "jobs/formats/bare.yaml:1: title is missing, expected it here",
                        "jobs/formats/fluvius.yaml: the file's name is that of the reader fluvius,"
                                + " expected one of its own",
                        "jobs/formats/slip.yaml:2: reader is \"delimted\", did you mean"
                                + " \"delimited\"?",
                        "jobs/formats/unfit.yaml:3: dataset is \"meter_readings\", expected"
                                + " print_jobs for reader cups-page-log");
    }

    private static final String LOGGER =
            """
            title: a logger
            reader: delimited
            dataset: meter_readings
            recognise: {columns: [Meter, Time, Value]}
            options:
              delimiter: ";"
              decimal: ","
              columns:
                meter_key: Meter
                measured_at: {column: Time, pattern: yyyy-MM-dd HH:mm}
                value: {column: Value, unit: kWh, kind: counter}
              constants: {quantity: electricity}
            example: {source: {files: inbox/*.csv}}
            """;

    private Intake intake(String definition) throws IOException {
        Problems problems = new Problems();
        Path root =
                workspace(
                        Map.of(
                                "jobs/formats/logger.yaml",
                                LOGGER,
                                "jobs/collect/a.yaml",
                                definition));
        Intakes intakes = Intakes.of(Workspace.load(root, datasets(), problems), problems);
        assertThat(problems.all()).isEmpty();
        return intakes.named("a");
    }

    private List<String> problems(Map<String, String> files) throws IOException {
        Problems problems = new Problems();
        Intakes.of(Workspace.load(workspace(files), datasets(), problems), problems);
        return problems.all().stream().map(Problem::toString).toList();
    }

    private Path workspace(Map<String, String> files) throws IOException {
        Path root = Files.createTempDirectory(folder, "workspace").resolve("town");
        Init.write(root);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return root;
    }

    private static Set<String> datasets() {
        return Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet());
    }
}
