package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.workspace.Definition;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A definition that is ready to run: its table, its format, and how it reads.
 *
 * @param definition what the workspace says
 * @param dataset the table it fills
 * @param source where its documents come from
 * @param format made from the definition's options
 * @param texts that rows of personal data may keep
 * @param reading fingerprint of everything that decides what a document's rows become: with another
 *     reading the same document is read again
 */
public record Intake(
        Definition definition,
        Dataset dataset,
        Source source,
        Format format,
        PersonalTexts texts,
        String reading) {

    private static final int READING_DIGITS = 8;

    /** The name of the definition. */
    public String name() {
        return definition.name();
    }

    /** What was found as it may be told: where names of files are those of hosts, without them. */
    Found told(Found found) {
        if (!Formats.areOfHosts(definition.reader())) {
            return found;
        }
        ToldNames names = new ToldNames(source.folders());
        return new Found(
                found.documents().stream().map(names::of).toList(),
                found.unreadable().stream().map(names::of).toList(),
                found.unsettled().stream().map(names::of).toList(),
                found.absent(),
                found.forgotten());
    }

    /**
     * The identity of a document under this definition, hexadecimal: {@link
     * LedgerRow#CONTENT_DIGITS} for its bytes and the definition's name, eight for the reading.
     */
    String documentId(Document document) {
        return documentIds().apply(document);
    }

    /** The same, for many documents. */
    Function<Document, String> documentIds() {
        String ofReading = Fingerprint.of(reading).substring(0, READING_DIGITS);
        return document ->
                Fingerprint.of(List.of(name(), document.sha256()))
                                .substring(0, LedgerRow.CONTENT_DIGITS)
                        + ofReading;
    }

    /** The part of its identity that it has however it is read. */
    String contentId(Document document) {
        return LedgerRow.contentId(documentId(document));
    }

    static Optional<Intake> of(
            Workspace workspace, Definition definition, Pseudonym pseudonym, Problems problems) {
        Optional<Dataset> dataset = Datasets.named(definition.dataset());
        Optional<Formats.Kind> kind = Formats.named(definition.reader());
        if (kind.isEmpty() && definition.preset().isEmpty()) {
            problems.add(
                    definition.formatPlace(),
                    "format is \""
                            + definition.format()
                            + "\""
                            + Spelling.hint(definition.format(), formatNames(workspace)));
        }
        Optional<Source> source =
                Sources.of(
                        new SourceContext(
                                definition.source(),
                                definition.dataset(),
                                Formats.areOfHosts(definition.reader())
                                        || dataset.map(Dataset::isPersonal).orElse(true),
                                workspace.root(),
                                workspace.settings().zone(),
                                System.getenv()));
        if (dataset.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        Set<String> fitting =
                definition
                        .preset()
                        .map(preset -> Set.of(preset.dataset()))
                        .orElse(kind.get().datasets());
        if (!fitting.isEmpty() && !fitting.contains(definition.dataset())) {
            problems.add(
                    definition.datasetPlace(),
                    "dataset is \""
                            + definition.dataset()
                            + "\", expected "
                            + String.join(" or ", fitting)
                            + " for format "
                            + definition.format());
            return Optional.empty();
        }
        // Without a source it is still made, so that the format can name what is wrong for it.
        PersonalTexts texts = PersonalTexts.of(workspace, definition, dataset.get(), pseudonym);
        Format format = format(workspace, definition, dataset.get(), kind.get());
        String reading =
                reading(workspace, definition, format.basis(), dataset.get(), texts, pseudonym);
        return source.map(it -> new Intake(definition, dataset.get(), it, format, texts, reading));
    }

    private static Set<String> formatNames(Workspace workspace) {
        return Formats.names(Formats.presets(workspace.files(), new Problems()));
    }

    private static Format format(
            Workspace workspace, Definition definition, Dataset dataset, Formats.Kind kind) {
        Section options = definition.options();
        Set<String> departments =
                workspace.departments().stream()
                        .map(Department::departmentId)
                        .collect(Collectors.toSet());
        Format format =
                kind.maker()
                        .make(
                                new FormatContext(
                                        options,
                                        dataset,
                                        workspace.settings().zone(),
                                        departments,
                                        DeviceProfile.texts(workspace.deviceProfiles()),
                                        workspace.files()));
        options.rejectUnknownKeys();
        return format;
    }

    private static String reading(
            Workspace workspace,
            Definition definition,
            String basis,
            Dataset dataset,
            PersonalTexts texts,
            Pseudonym pseudonym) {
        return Fingerprint.of(
                List.of(
                        definition.reader(),
                        dataset.name(),
                        definition.options().canonical() + basis,
                        workspace.settings().zone().getId(),
                        workspace.settings().plausibleTimes().toString(),
                        dataset.equals(Datasets.DEVICES)
                                ? DeviceProfile.texts(workspace.deviceProfiles()).toString()
                                : "",
                        PersonalTexts.concerns(dataset) ? texts.canonical() : "",
                        PersonalTexts.concerns(dataset) ? pseudonym.fingerprint() : ""));
    }
}
