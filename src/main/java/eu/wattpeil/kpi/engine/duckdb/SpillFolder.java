package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders into which DuckDB puts what does not fit in memory: one per connection, beside the
 * tables, where there is room. DuckDB makes and removes them itself; a killed process leaves one.
 */
public final class SpillFolder {

    private static final Pattern NAME = Pattern.compile("_spill-(\\w+)-(\\d+)-.*");

    private static final int MACHINE_DIGITS = 12;

    private SpillFolder() {}

    static Path of(Path store) {
        return store.resolve(
                "_spill-"
                        + machine()
                        + "-"
                        + ProcessHandle.current().pid()
                        + "-"
                        + UUID.randomUUID());
    }

    /** Removes the folders of processes that are no more. */
    public static void removeLeftovers(Path store) {
        if (!Files.isDirectory(store)) {
            return;
        }
        try (Stream<Path> tables = Files.list(store)) {
            tables.filter(SpillFolder::isLeftover).forEach(SpillFolder::remove);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isLeftover(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches()
                && name.group(1).equals(machine())
                && ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty();
    }

    /** Whose process numbers these are: another host's, or container's, say nothing here. */
    private static String machine() {
        return Fingerprint.of(
                        List.of(system("/proc/sys/kernel/hostname"), system("/proc/self/ns/pid")))
                .substring(0, MACHINE_DIGITS);
    }

    private static String system(String file) {
        Path path = Path.of(file);
        try {
            if (Files.isSymbolicLink(path)) {
                return Files.readSymbolicLink(path).toString();
            }
            return Files.isReadable(path) ? Files.readString(path) : "";
        } catch (IOException untold) {
            return "";
        }
    }

    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
