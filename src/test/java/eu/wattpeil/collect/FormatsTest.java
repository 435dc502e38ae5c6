package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.table.TableOptions;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What "adding one more" asks for is there for each that there is. */
class FormatsTest {

    @TempDir private Path folder;

    @Test
    void everyFormatHasAFolderOfCases() {
        assertThat(Formats.names()).isNotEmpty();
        for (String format : Formats.names(TestPresets.PRESETS)) {
            assertThat(Path.of("src/test/resources/formats", format)).isNotEmptyDirectory();
        }
    }

    @Test
    void everyFormatIsExamined() throws ClassNotFoundException {
        for (String format : Formats.names()) {
            String simple =
                    Stream.of(format.split("-"))
                            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                            .collect(Collectors.joining());
            Class<?> exam = Class.forName("eu.wattpeil.collect." + simple + "ExamTest");

            assertThat(FormatExam.class).isAssignableFrom(exam);
        }
    }

    /** A table behind such a mark is what the program prints. */
    @Test
    void readmeNamesEveryFormatAndSource() {
        FormatGuide guide = new FormatGuide(TestPresets.PRESETS);

        assertThat(Path.of("README.md"))
                .content()
                .contains("<!-- formats -->\n" + guide.formats())
                .contains("<!-- sources -->\n" + guide.sources());
    }

    @Test
    void noTwoOfFormatsAndSourcesShareAName() {
        assertThat(Formats.names()).doesNotContainAnyElementsOf(TestPresets.PRESETS.names());
        assertThat(Sources.names()).doesNotContainAnyElementsOf(Formats.names(TestPresets.PRESETS));
    }

    @Test
    void formatsFillOnlyDatasetsThatThereAre() {
        for (String format : Formats.names()) {
            for (String dataset : Formats.named(format).orElseThrow().datasets()) {
                assertThat(Datasets.named(dataset)).isPresent();
            }
        }
    }

    @Test
    void everyDatasetHasAStagingModel() {
        for (Dataset dataset : Datasets.collected()) {
            assertThat(Path.of("jobs/models/staging", "stg_" + dataset.name() + ".sql"))
                    .isNotEmptyFile();
        }
    }

    /** A key that a format does not read is named in a problem. */
    @Test
    void formatsReadEveryOptionThatTheyDescribe() throws IOException {
        for (String format : Formats.names()) {
            for (Option<?> option : Formats.named(format).orElseThrow().options()) {
                Problems problems = problemsOf(format, option.key() + ": 1\n");

                assertThat(problems.all())
                        .extracting(Problem::message)
                        .noneMatch(message -> message.startsWith("unknown key"));
            }
        }
    }

    @Test
    void formatsDescribeEveryOptionThatTheyRead() throws IOException {
        for (String format : Formats.names()) {
            for (String key : keysOfCases(format)) {
                assertThat(Formats.options(format)).extracting(Option::key).contains(key);
            }
        }
    }

    @Test
    void describesOptionsInOneLineEach() {
        assertThat(OptionTable.of("fluvius"))
                .isEqualTo(
                        """
                        | Option | Values | Default | Meaning |
                        |---|---|---|---|
                        | `meter-key` | `ean`, `ean-and-description` | `ean` | whether sub-meters that\
                         share an EAN are told apart by their description |
                        """);
        assertThat(OptionTable.of("delimited").lines())
                .hasSize(2 + Formats.options("delimited").size())
                .allMatch(line -> line.startsWith("| ") || line.startsWith("|---"));
    }

    /**
     * Tables behind these marks are what the program prints: what is common to all tables stands at
     * {@code delimited} alone.
     */
    @Test
    void pagesHaveTheOptionsAsTheyAre() throws IOException {
        assertThat(Path.of("README.md"))
                .content()
                .contains(mark("delimited") + OptionTable.of("delimited"));
        String page = Files.readString(Path.of("src/site/markdown/formats.md"));
        for (String reader : Formats.names()) {
            if (!reader.equals("delimited")) {
                assertThat(page).contains(mark(reader) + OptionTable.of(reader, own(reader)));
            }
        }
        for (String kind : Sources.names()) {
            assertThat(page).contains(mark(kind) + OptionTable.ofSource(kind));
        }
    }

    private static String mark(String name) {
        return "<!-- options:" + name + " -->\n";
    }

    private static List<Option<?>> own(String reader) {
        List<Option<?>> all = Formats.options(reader);
        return all.containsAll(TableOptions.ALL)
                ? all.stream().filter(option -> !TableOptions.ALL.contains(option)).toList()
                : all;
    }

    @Test
    @SuppressWarnings("unchecked")
    void theSchemaKnowsEveryOptionOfEveryFormat() {
        Map<String, Object> schema = DefinitionSchema.json(TestPresets.PRESETS);
        List<Map<String, Map<String, Map<String, Map<String, Map<String, Object>>>>>> formats =
                (List<Map<String, Map<String, Map<String, Map<String, Map<String, Object>>>>>>)
                        schema.get("allOf");

        assertThat(formats.subList(0, formats.size() - 1))
                .extracting(
                        format ->
                                format.get("then")
                                        .get("properties")
                                        .get("options")
                                        .get("properties")
                                        .keySet())
                .containsExactlyElementsOf(
                        Formats.names().stream().map(FormatsTest::optionKeys).toList());
        assertThat(schema.get("required")).isEqualTo(List.of("format", "source"));
        assertThat((Map<String, ?>) formats.get(formats.size() - 1))
                .isEqualTo(
                        Map.of(
                                "if",
                                Map.of(
                                        "properties",
                                        Map.of(
                                                "format",
                                                Map.of("enum", List.copyOf(Formats.names())))),
                                "then",
                                Map.of("required", List.of("dataset"))));
    }

    private static Set<String> optionKeys(String format) {
        return Formats.options(format).stream()
                .map(Option::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Problems problemsOf(String format, String options) throws IOException {
        Problems problems = new Problems();
        Path file = Files.writeString(folder.resolve("x.yaml"), options);
        Section section = Sections.read(folder, file, problems);
        Dataset dataset =
                Datasets.collected().stream()
                        .filter(Formats.named(format).orElseThrow()::fills)
                        .findFirst()
                        .orElseThrow();
        Formats.named(format)
                .orElseThrow()
                .maker()
                .make(new FormatContext(section, dataset, ZoneId.of("Europe/Brussels"), Set.of()));
        section.rejectUnknownKeys();
        return problems;
    }

    private static Set<String> keysOfCases(String format) throws IOException {
        Set<String> keys = new TreeSet<>();
        Path cases = Path.of("src/test/resources/formats", format);
        try (Stream<Path> folders = Files.list(cases)) {
            for (Path each : folders.toList()) {
                Section definition =
                        Sections.read(each, each.resolve("definition.yaml"), new Problems());
                definition.optionalSection("options").ifPresent(it -> keys.addAll(it.keys()));
            }
        }
        return keys;
    }
}
