package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which files were published of editions: in the store beside each, by report, the SHA-256 of every
 * file and a fingerprint of what the report shows.
 */
final class PublishedReports {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INPUTS = "inputs";
    private static final String FILES = "files";

    private final Store store;

    PublishedReports(Store store) {
        this.store = store;
    }

    /**
     * What was published of a report.
     *
     * @param inputs fingerprint of what it shows
     * @param files by name, the SHA-256 of each
     */
    record Noted(String inputs, SortedMap<String, String> files) {}

    /** Notes the files in the folder of an edition, whose report was just published. */
    void note(Edition edition, String report, String inputs, Path folder) {
        ObjectNode notes = notes(edition.month(), edition.number());
        ObjectNode note = notes.putObject(report);
        note.put(INPUTS, inputs);
        ObjectNode hashes = note.putObject(FILES);
        files(folder).forEach(file -> hashes.put(file.getFileName().toString(), hash(file)));
        store.writeText(file(edition.month(), edition.number()), notes.toPrettyString() + "\n");
    }

    /** Whether a report was published of what it shows now. */
    boolean isNoted(Edition edition, String report, String inputs) {
        return of(edition.month(), edition.number(), report)
                .filter(noted -> noted.inputs().equals(inputs))
                .isPresent();
    }

    /** Whether there are notes of an edition that cannot be read. */
    boolean isDamaged(YearMonth month, int number) {
        return store.readText(file(month, number)).filter(it -> parse(it).isEmpty()).isPresent();
    }

    /** Has a report of an edition published again, where it is shown. */
    void forget(YearMonth month, int number, String report) {
        ObjectNode notes = notes(month, number);
        notes.remove(report);
        store.writeText(file(month, number), notes.toPrettyString() + "\n");
    }

    /** The reports that were published of an edition. */
    List<String> names(YearMonth month, int number) {
        return List.copyOf(notes(month, number).propertyNames());
    }

    /** What was published of a report; empty where nothing was, or it was not noted. */
    Optional<Noted> of(YearMonth month, int number, String report) {
        JsonNode note = notes(month, number).path(report);
        if (!note.isObject()) {
            return Optional.empty();
        }
        SortedMap<String, String> files = new TreeMap<>();
        note.path(FILES)
                .properties()
                .forEach(it -> files.put(it.getKey(), it.getValue().asString("")));
        return Optional.of(new Noted(note.path(INPUTS).asString(""), files));
    }

    /** The SHA-256 of a file. */
    static String hash(Path file) {
        try {
            return Fingerprint.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read file: " + file, unreadable);
        }
    }

    private ObjectNode notes(YearMonth month, int number) {
        return store.readText(file(month, number))
                .flatMap(PublishedReports::parse)
                .orElseGet(JSON::createObjectNode);
    }

    private static Optional<ObjectNode> parse(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode notes
                    ? Optional.of(notes)
                    : Optional.empty();
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot list folder: " + folder, unreadable);
        }
    }

    /** Where that is noted, below the root of the store. */
    static String file(YearMonth month, int number) {
        return Editions.reportsFile(month, number);
    }
}
