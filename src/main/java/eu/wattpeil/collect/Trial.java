package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.PlausibleTimes;
import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Presets;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the head of a document by a definition that is in no workspace yet. Nothing is kept.
 *
 * @param zone the organisation's
 * @param departmentIds of the organisation
 * @param categories texts of inventories with the category of devices that they mean
 * @param readAt when documents are read, for what is plausible
 */
public record Trial(
        Presets presets,
        ZoneId zone,
        Set<String> departmentIds,
        Map<String, String> categories,
        Instant readAt) {

    private static final String PLACE = "the definition";

    /**
     * What comes of it.
     *
     * @param problems of the definition; then nothing was read
     * @param glance at the rows; empty where there are problems
     */
    public record Result(List<Problem> problems, Optional<Glance> glance) {

        /** How many rows can be used. */
        public long records() {
            return glance.map(Glance::records).orElse(0L);
        }

        /** How many cannot. */
        public long rejects() {
            return glance.map(Glance::rejects).orElse(0L);
        }
    }

    /** The readers that need no options, each with the datasets that it fills. */
    public static List<String> plainDefinitions() {
        return Formats.names().stream()
                .flatMap(
                        reader ->
                                Formats.named(reader).orElseThrow().datasets().stream()
                                        .map(it -> "dataset: " + it + "\nformat: " + reader + "\n"))
                .toList();
    }

    /**
     * Reads by a definition.
     *
     * @param definition in YAML; its source does not matter
     */
    public Result read(Document document, String definition) throws IOException {
        Problems problems = new Problems();
        Optional<Section> section = Section.parse(PLACE, definition, problems);
        Optional<Glance.Read> read = section.flatMap(it -> read(it, problems));
        if (read.isEmpty() || !problems.isEmpty()) {
            return new Result(problems.all(), Optional.empty());
        }
        TimeWindow window = TimeWindow.of(PlausibleTimes.DEFAULT, zone, readAt);
        return new Result(
                List.of(),
                Optional.of(Glance.atHead(document, read.get(), window, Long.MAX_VALUE)));
    }

    private Optional<Glance.Read> read(Section definition, Problems problems) {
        String format = definition.text("format");
        Optional<Preset> preset = presets.named(format);
        Section own =
                definition
                        .optionalSection("options")
                        .orElseGet(() -> Section.empty(PLACE, problems));
        Section options = preset.map(it -> own.over(it.options())).orElse(own);
        Optional<Dataset> dataset =
                Datasets.named(
                        preset.map(Preset::dataset)
                                .orElseGet(() -> definition.optionalText("dataset").orElse("")));
        Optional<Formats.Kind> reader = Formats.named(preset.map(Preset::reader).orElse(format));
        if (dataset.isEmpty() || reader.isEmpty()) {
            return Optional.empty();
        }
        options.has(PersonalTexts.PRINTERS.key());
        FormatContext context =
                new FormatContext(options, dataset.get(), zone, departmentIds, categories);
        Format made = reader.get().maker().make(context);
        options.rejectUnknownKeys();
        PersonalTexts texts = new PersonalTexts(Optional.empty(), departmentIds, user -> null);
        return Optional.of(new Glance.Read(dataset.get(), made, texts, zone));
    }
}
