package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.wattpeil.collect.bytes.ByteRange;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs a format over folders of cases, one test each, named after what is odd in it.
 *
 * <p>A folder holds
 *
 * <ul>
 *   <li>{@code input.*}: the document; {@code input.cells} becomes a workbook ({@link
 *       TestWorkbook})
 *   <li>{@code definition.yaml}: {@code dataset} (which a preset says itself), {@code options},
 *       which go over those of a preset, and where they matter {@code zone} (default
 *       Europe/Brussels), {@code document-name} (default the input's file name), {@code
 *       department-ids}, and {@code is-recognised: false} for a document that does not show its
 *       preset
 *   <li>{@code expected.csv}: the rows in order; its header names the columns that are compared.
 *       Instants are UTC, decimals without zeros at the end, unknown values empty
 *   <li>{@code rejects.csv}: line, field, reason, expected, found; absent for none. Its header may
 *       leave columns out
 * </ul>
 */
public final class FormatCases {

    private static final Path ROOT = Path.of("src/test/resources/formats");

    /** Any printer, no department, no pseudonyms. */
    static final PersonalTexts ANY_PRINTER =
            new PersonalTexts(Optional.empty(), Set.of(), user -> null);

    private FormatCases() {}

    /**
     * The tests of all folders below {@code src/test/resources/formats/<format>}.
     *
     * @param format a reader, or a preset of this workspace
     */
    static Stream<DynamicTest> of(String format) {
        return folders(format).stream()
                .map(
                        folder ->
                                DynamicTest.dynamicTest(
                                        folder.getFileName().toString(),
                                        () -> check(format, folder)));
    }

    /** The folders of the cases of a format, by name. */
    static List<Path> folders(String format) {
        try (Stream<Path> found = Files.list(ROOT.resolve(format))) {
            List<Path> folders = found.filter(Files::isDirectory).sorted().toList();
            assertThat(folders).as("cases of %s", format).isNotEmpty();
            return folders;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A case, ready to be read.
     *
     * @param name of its document
     */
    record Opened(Format format, Dataset dataset, PersonalTexts texts, String name, Path input) {

        MemoryRecords read(Document document) throws IOException {
            return FormatCases.read(format, document, new MemoryRecords(dataset, texts));
        }
    }

    /** The case of a folder of a reader or a preset. */
    static Opened open(String name, Path folder) throws IOException {
        Problems problems = new Problems();
        Section definition = Sections.read(folder, folder.resolve("definition.yaml"), problems);
        Optional<Preset> preset = TestPresets.named(name);
        String table = preset.map(Preset::dataset).orElseGet(() -> definition.text("dataset"));
        Dataset dataset = Datasets.named(table).orElseThrow();
        ZoneId zone = ZoneId.of(definition.optionalText("zone").orElse("Europe/Brussels"));
        Section options =
                Sections.over(
                        definition
                                .optionalSection("options")
                                .orElseGet(() -> Section.empty(folder.toString(), problems)),
                        preset.map(Preset::options));
        Set<String> departmentIds = Set.copyOf(definition.texts("department-ids"));
        FormatContext context =
                new FormatContext(options, dataset, zone, departmentIds, TestPresets.CATEGORIES);
        String reader = preset.map(Preset::reader).orElse(name);
        Format format = Formats.named(reader).orElseThrow().maker().make(context);
        Path input = input(folder);
        String document =
                definition.optionalText("document-name").orElse(input.getFileName().toString());
        definition.has("is-recognised");
        options.rejectUnknownKeys();
        definition.rejectUnknownKeys();
        assertThat(problems.all()).as("problems of %s", folder).isEmpty();
        PersonalTexts texts =
                new PersonalTexts(Optional.empty(), departmentIds, user -> "key-of-" + user);
        return new Opened(format, dataset, texts, document, input);
    }

    private static void check(String name, Path folder) throws IOException {
        Opened opened = open(name, folder);
        MemoryRecords records = opened.read(document(opened.name(), opened.input()));

        assertThat(shown(records.accepted(), folder.resolve("expected.csv")))
                .isEqualTo(expected(folder.resolve("expected.csv")));
        assertThat(
                        shown(
                                records.rejects().stream().map(FormatCases::row).toList(),
                                folder.resolve("rejects.csv")))
                .isEqualTo(expected(folder.resolve("rejects.csv")));
    }

    /** Reads all parts of a document one after the other. */
    public static MemoryRecords read(Format format, Document document, Dataset dataset)
            throws IOException {
        return read(format, document, new MemoryRecords(dataset));
    }

    /** Reads all parts of a document into some records. */
    public static MemoryRecords read(Format format, Document document, MemoryRecords records)
            throws IOException {
        for (Format.Piece piece : format.pieces(document)) {
            piece.read(records);
        }
        return records;
    }

    /** A plain file as a document. */
    public static Document document(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Digest digest = Digest.of(in);
            return new Document(name, digest.bytes(), digest.sha256(), new PlainFile(file));
        }
    }

    private record PlainFile(Path file) implements Content {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public Optional<Stretch> stretch() {
            return Optional.of(
                    (from, to) ->
                            new ByteRange(
                                    Channels.newInputStream(FileChannel.open(file).position(from)),
                                    to - from));
        }
    }

    static Path input(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path input =
                    files.filter(file -> file.getFileName().toString().startsWith("input"))
                            .findFirst()
                            .orElseThrow();
            return input.toString().endsWith(".cells") ? TestWorkbook.write(input) : input;
        }
    }

    private static Map<String, String> row(Reject reject) {
        return Map.of(
                "line", Long.toString(reject.line()),
                "field", reject.field(),
                "reason", reject.reason().code(),
                "expected", reject.expected(),
                "found", reject.found());
    }

    /** What was read, in the columns of the table of expected rows. */
    private static String shown(List<Map<String, String>> rows, Path like) {
        List<String> header = header(like);
        return rows.stream()
                .map(
                        row ->
                                header.stream()
                                        .map(column -> column + "=" + row.get(column))
                                        .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    private static String expected(Path file) {
        List<String> rows = new ArrayList<>();
        if (!Files.exists(file)) {
            return "";
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : reader) {
                rows.add(
                        row.getHeader().stream()
                                .map(column -> column + "=" + row.getField(column))
                                .collect(Collectors.joining(" | ")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return String.join("\n", rows);
    }

    private static List<String> header(Path file) {
        if (!Files.exists(file)) {
            return List.of("line", "field", "reason", "expected", "found");
        }
        try {
            String first = Files.readAllLines(file).get(0);
            return List.of(first.split(","));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
