package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Definition;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.PlausibleTimes;
import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Reads texts as documents of any format: into memory, or into a store as a run does. */
final class FormatWorkbench {

    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** The moment in which documents are read. */
    static final Instant NOW = Instant.parse("2026-11-15T12:00:00Z");

    private final Path folder;

    FormatWorkbench(Path folder) {
        this.folder = folder;
    }

    /** A reader or a preset by its name, with options in YAML. */
    Format format(String name, String dataset, String options) throws IOException {
        Problems problems = new Problems();
        Path file = Files.createTempFile(folder, "definition", ".yaml");
        Files.writeString(file, options);
        Section section =
                options.isBlank()
                        ? Section.empty(file.toString(), problems)
                        : Sections.read(folder, file, problems);
        Optional<Preset> preset = TestPresets.named(name);
        Section merged = Sections.over(section, preset.map(Preset::options));
        FormatContext context =
                new FormatContext(merged, dataset(dataset), ZONE, Set.of(), TestPresets.CATEGORIES);
        String reader = preset.map(Preset::reader).orElse(name);
        Format format = Formats.named(reader).orElseThrow().maker().make(context);
        merged.rejectUnknownKeys();
        assertThat(problems.all()).isEmpty();
        return format;
    }

    Document document(String text) throws IOException {
        return document(text.getBytes(StandardCharsets.UTF_8));
    }

    Document document(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "document", "");
        Files.write(file, bytes);
        return FormatCases.document(file.getFileName().toString(), file);
    }

    MemoryRecords read(Format format, String dataset, Document document) throws IOException {
        return FormatCases.read(format, document, dataset(dataset));
    }

    /** Reads a document into a new store. */
    Reading readIntoStore(Format format, String dataset, Document document) throws IOException {
        return readIntoStore(format, dataset, document, FormatCases.ANY_PRINTER);
    }

    Reading readIntoStore(Format format, String dataset, Document document, PersonalTexts texts)
            throws IOException {
        Store store = Store.open(Files.createTempDirectory(folder, "store"));
        store.prepare();
        Definition definition =
                new Definition(
                        "exam",
                        dataset,
                        new Place("jobs/collect/exam.yaml", 1),
                        "exam",
                        new Place("jobs/collect/exam.yaml", 1),
                        Optional.empty(),
                        Section.empty("jobs/collect/exam.yaml", new Problems()),
                        Optional.empty(),
                        Section.empty("jobs/collect/exam.yaml", new Problems()),
                        1.0);
        Intake intake =
                new Intake(
                        definition, dataset(dataset), NoSource.NONE, format, texts, "0".repeat(16));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (DocumentReader reader =
                new DocumentReader(
                        store,
                        ZONE,
                        PlausibleTimes.DEFAULT,
                        clock,
                        new Pseudonym(Optional.empty()),
                        2)) {
            return reader.read(document, intake, 1, Set.of(WatchedContent.State.SAME))
                    .orElseThrow();
        }
    }

    static Dataset dataset(String name) {
        return Datasets.named(name).orElseThrow();
    }
}
