package eu.wattpeil.kpi.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders into which DuckDB puts what does not fit in memory: one per connection, beside the
 * tables, where there is room. DuckDB makes and removes them itself; a killed process leaves one.
 */
public final class SpillFolder {

    private static final Pattern NAME = Pattern.compile("_duckdb-(\\d+)-.*");

    private SpillFolder() {}

    static Path of(Path store) {
        return store.resolve("_duckdb-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
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
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
