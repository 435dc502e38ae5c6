package eu.wattpeil.kpi.engine.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * DuckDB's native library, which its driver unpacks into the folder for temporary files, 70 MB, and
 * removes when the process ends well. Here its name is removed as soon as it is loaded, so that a
 * process that is killed leaves none, and so are those that killed ones have left.
 *
 * <p>Where a loaded file may be removed, that is: on Windows it may not.
 */
final class UnpackedLibrary {

    private static final String NAMES = "libduckdb_java*.so";

    /** What is younger may be about to be loaded. */
    private static final Duration UNPACKING = Duration.ofMinutes(10);

    private UnpackedLibrary() {}

    /** Once the library is loaded: removes what this process and dead ones have unpacked. */
    static void remove() {
        if (!Once.IS_DONE) {
            throw new IllegalStateException("not looked at");
        }
    }

    /** Initialised when it is first asked, by one thread. */
    private static final class Once {
        private static final boolean IS_DONE =
                removeAll(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static boolean removeAll(Path folder) {
        try {
            List<String> loaded = loadedFiles();
            Optional<Instant> now = ProcessHandle.current().info().startInstant();
            for (Path file : unpacked(folder)) {
                if (loaded.contains(file.toString()) || isLeft(file, now)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unremovable) {
            // A temporary file that stays harms nobody; the next process tries again.
            return true;
        }
        return true;
    }

    private static List<Path> unpacked(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(UnpackedLibrary::isLibrary)
                    .filter(file -> Files.isRegularFile(file) && Files.isWritable(file))
                    .toList();
        }
    }

    private static boolean isLibrary(Path file) {
        return file.getFileSystem().getPathMatcher("glob:" + NAMES).matches(file.getFileName());
    }

    private static boolean isLeft(Path file, Optional<Instant> now) throws IOException {
        FileTime written = Files.getLastModifiedTime(file);
        return now.filter(it -> written.toInstant().isBefore(it.minus(UNPACKING))).isPresent();
    }

    /** What this process has mapped; nothing where the system does not tell. */
    private static List<String> loadedFiles() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.isReadable(maps)) {
            return List.of();
        }
        return Files.readAllLines(maps).stream()
                .filter(line -> line.contains("/libduckdb_java"))
                .map(line -> line.substring(line.indexOf('/')))
                .distinct()
                .toList();
    }
}
