package eu.wattpeil.kpi.model;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.SoftwareVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Remembers what the parser and the binder said of models, by all that they were asked with, so
 * that a model that has not changed is not checked again. Only sound models are remembered.
 *
 * <p>Its file may be deleted at any time, and counts for nothing where it was written by another
 * version or is not as it was written.
 */
public final class ModelMemory {

    private static final String BETWEEN = "\t";
    private static final Collector<List<String>, ?, Map<String, List<String>>> FACTS =
            Collectors.toMap(it -> it.get(0), it -> it.subList(1, it.size()));

    /** What this process found out: it depends on nothing but its key. */
    private static final Map<String, List<String>> PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private final Map<String, List<String>> found;
    private final Map<String, List<String>> known;
    private final Map<String, List<String>> used = new TreeMap<>();

    ModelMemory(Path file, Map<String, List<String>> found) {
        this(file, read(file), found);
    }

    private ModelMemory(
            Path file, Map<String, List<String>> known, Map<String, List<String>> found) {
        this.file = file;
        this.found = found;
        this.known = known;
    }

    /** Remembers within this process only. */
    public static ModelMemory ofProcess() {
        return new ModelMemory(Path.of(""), Map.of(), PROCESS);
    }

    /** Remembers in a file; nothing where there is none that can be used. */
    public static ModelMemory in(Path file) {
        return new ModelMemory(file, PROCESS);
    }

    private static Map<String, List<String>> read(Path file) {
        try {
            String text = Files.readString(file);
            int end = text.indexOf('\n') + 1;
            String body = text.substring(end);
            return text.substring(0, end).equals(title(body))
                    ? body.lines().map(ModelMemory::values).collect(FACTS)
                    : Map.of();
        } catch (IOException absent) {
            return Map.of();
        }
    }

    /**
     * What is known of a key, or what is found out now. A supplier that throws leaves no memory.
     *
     * @param key all that the answer depends on, but for the software
     */
    List<String> of(List<String> key, Supplier<List<String>> finder) {
        String fingerprint = Fingerprint.of(key);
        List<String> facts = known.getOrDefault(fingerprint, found.get(fingerprint));
        if (facts == null) {
            facts = List.copyOf(finder.get());
            found.put(fingerprint, facts);
        }
        used.put(fingerprint, facts);
        return facts;
    }

    /**
     * Keeps what was asked for, and forgets the rest. It only saves time: where its folder is not
     * there yet or cannot be written to, nothing is kept.
     */
    public void save() {
        Path folder = file.toAbsolutePath().getParent();
        boolean isThere = folder != null && Files.isDirectory(folder);
        if (!isThere || used.keySet().equals(known.keySet())) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        used.forEach((key, facts) -> lines.append(line(key, facts)).append('\n'));
        String body = lines.toString();
        byte[] text = (title(body) + body).getBytes(StandardCharsets.UTF_8);
        try {
            Disk.local().replace(file, text, Access.OWNER);
        } catch (IOException unwritable) {
            return;
        }
    }

    /** A fingerprint and the facts of it, each in one line that nothing in them ends. */
    private static String line(String fingerprint, List<String> facts) {
        return Stream.concat(Stream.of(fingerprint), facts.stream())
                .map(
                        it ->
                                it.replace("\\", "\\\\")
                                        .replace("\t", "\\t")
                                        .replace("\n", "\\n")
                                        .replace("\r", "\\r"))
                .collect(Collectors.joining(BETWEEN));
    }

    private static List<String> values(String line) {
        return Stream.of(line.split(BETWEEN, -1)).map(String::translateEscapes).toList();
    }

    private static String title(String body) {
        return "checked-models " + SoftwareVersion.text() + " " + Fingerprint.of(body) + "\n";
    }
}
