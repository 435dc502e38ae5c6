package eu.wattpeil.operate;

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
 * Which files were published, by report: the SHA-256 of each and a fingerprint of what they show.
 * That stands in the store, of each edition beside it, and of what stands beside the months at its
 * root.
 */
final class PublishedReports {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INPUTS = "inputs";
    private static final String FILES = "files";
    private static final String BESIDE_MONTHS = "reports.json";

    private final Store store;
    private final String file;

    /**
     * @param file in which it is noted, below the root of the store
     */
    PublishedReports(Store store, String file) {
        this.store = store;
        this.file = file;
    }

    /** What was published of an edition. */
    static PublishedReports of(Store store, YearMonth month, int number) {
        return new PublishedReports(store, Editions.reportsFile(month, number));
    }

    /** What was published beside the months. */
    static PublishedReports besideMonths(Store store) {
        return new PublishedReports(store, BESIDE_MONTHS);
    }

    /**
     * What was published of a report.
     *
     * @param inputs fingerprint of what it shows
     * @param files by name, the SHA-256 of each
     */
    record Noted(String inputs, SortedMap<String, String> files) {}

    /** Where it is noted, below the root of the store. */
    String file() {
        return file;
    }

    /** Notes all files in a folder, which were just published. */
    void note(String report, String inputs, Path folder) {
        note(report, inputs, files(folder));
    }

    /** Notes files that were just published, in one folder. */
    void note(String report, String inputs, List<Path> files) {
        ObjectNode notes = notes();
        ObjectNode note = notes.putObject(report);
        note.put(INPUTS, inputs);
        ObjectNode hashes = note.putObject(FILES);
        files.forEach(it -> hashes.put(it.getFileName().toString(), hash(it)));
        write(notes);
    }

    /** Whether a report was published of what it shows now. */
    boolean isNoted(String report, String inputs) {
        return of(report).filter(noted -> noted.inputs().equals(inputs)).isPresent();
    }

    /** Whether there are notes that cannot be read. */
    boolean isDamaged() {
        return store.readText(file).filter(it -> parse(it).isEmpty()).isPresent();
    }

    /** Has a report published again, where it is shown. */
    void forget(String report) {
        ObjectNode notes = notes();
        notes.remove(report);
        write(notes);
    }

    /** The reports that were published. */
    List<String> names() {
        return List.copyOf(notes().propertyNames());
    }

    /** What was published of a report; empty where nothing was, or it was not noted. */
    Optional<Noted> of(String report) {
        JsonNode note = notes().path(report);
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

    private ObjectNode notes() {
        return store.readText(file)
                .flatMap(PublishedReports::parse)
                .orElseGet(JSON::createObjectNode);
    }

    private void write(ObjectNode notes) {
        store.writeText(file, notes.toPrettyString() + "\n");
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
}
