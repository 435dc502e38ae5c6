package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cases of {@code definitions}: each folder holds the files in which it differs from {@code
 * base}, and in {@code absent.txt} the files that it lacks.
 */
final class CaseFolders {

    private static final Path CASES = Path.of("src/test/resources/definitions");
    private static final Set<String> DATASETS = Set.of("meter_readings", "devices", "print_jobs");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("GOOD_KEY", "0123456789abcdef", "SHORT_KEY", "topsecret");

    private CaseFolders() {}

    /** The folders of a kind, by name. */
    static List<Path> all(String kind) {
        try (Stream<Path> folders = Files.list(CASES.resolve(kind))) {
            return folders.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path named(String kind, String name) {
        return CASES.resolve(kind).resolve(name);
    }

    /** The case that differs in nothing. */
    static Path base() {
        return CASES.resolve("base");
    }

    /** Lays the case out in an empty folder and loads it. */
    static Workspace load(Path caseFolder, Path root, Problems problems) {
        copy(base(), root);
        copy(caseFolder, root);
        for (String absent : lines(caseFolder.resolve("absent.txt"))) {
            delete(root.resolve(absent));
        }
        return Workspace.load(root, DATASETS, ENVIRONMENT, problems);
    }

    static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
