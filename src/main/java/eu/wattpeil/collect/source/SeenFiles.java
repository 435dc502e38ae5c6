package eu.wattpeil.collect.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Remembers the fingerprints of files by name, size and time of change, so that a file that has not
 * changed is not read again to find that out. It may be deleted at any time.
 */
public final class SeenFiles {

    /** A file changed this shortly before it was read could change again under the same time. */
    private static final Duration UNSETTLED = Duration.ofSeconds(2);

    private static final int FIELDS = 7;

    private final Path file;
    private final Clock clock;
    private final Map<String, List<Content>> known = new TreeMap<>();
    private final Map<String, List<Content>> current = new TreeMap<>();

    /**
     * What is in a file.
     *
     * @param entry name in the archive; empty otherwise
     * @param bytes unpacked
     * @param sha256 of the unpacked bytes; of the packed ones where it is damaged
     * @param damage why it cannot be unpacked; empty where it can
     */
    record Content(String entry, long bytes, String sha256, String damage) {}

    private SeenFiles(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Reads what is remembered; nothing where there is no such file. */
    public static SeenFiles load(Path file, Clock clock) throws IOException {
        SeenFiles seen = new SeenFiles(file, clock);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] fields = line.split("\t", -1);
                if (fields.length == FIELDS) {
                    String key = String.join("\t", fields[0], fields[1], fields[2]);
                    seen.known
                            .computeIfAbsent(key, unused -> new ArrayList<>())
                            .add(
                                    new Content(
                                            fields[3],
                                            Long.parseLong(fields[4]),
                                            fields[5],
                                            fields[6]));
                }
            }
        }
        return seen;
    }

    /** What is known of a file as it is now; empty where it must be read. */
    List<Content> contents(String name, Path path) throws IOException {
        String key = key(name, path);
        List<Content> contents = current.getOrDefault(key, known.getOrDefault(key, List.of()));
        if (!contents.isEmpty()) {
            current.put(key, contents);
        }
        return contents;
    }

    void remember(String name, Path path, List<Content> contents) throws IOException {
        Instant changed = Files.getLastModifiedTime(path).toInstant();
        boolean isSettled = changed.isBefore(clock.instant().minus(UNSETTLED));
        boolean isWritable =
                contents.stream().noneMatch(content -> hasControl(content.entry()))
                        && !hasControl(name);
        if (isSettled && isWritable) {
            current.put(key(name, path), contents);
        }
    }

    /** Keeps what was seen since {@link #load}, and forgets files that are gone. */
    public void save() throws IOException {
        List<String> lines = new ArrayList<>();
        current.forEach(
                (key, contents) ->
                        contents.forEach(
                                content ->
                                        lines.add(
                                                String.join(
                                                        "\t",
                                                        key,
                                                        content.entry(),
                                                        Long.toString(content.bytes()),
                                                        content.sha256(),
                                                        content.damage()
                                                                .replaceAll("\\p{Cntrl}", " ")))));
        Files.createDirectories(file.getParent());
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, lines, StandardCharsets.UTF_8);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String key(String name, Path path) throws IOException {
        return String.join(
                "\t",
                name,
                Long.toString(Files.size(path)),
                Files.getLastModifiedTime(path).toInstant().toString());
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
