package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.EngineException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB's native library: a file for each kind of machine, beside the folder of the driver's
 * classes, which is loaded where it lies. Processes share it, and none leaves anything behind.
 *
 * <p>Where it lies in one jar with those classes, as in the class path that an IDE makes, the
 * driver unpacks it into the folder for temporary files, 70 MB at each start.
 */
final class NativeLibrary {

    private NativeLibrary() {}

    /**
     * Loads it before the driver does, which prints a stack trace where it cannot.
     *
     * @throws EngineException where this machine cannot load it
     */
    static void load() {
        String name = "libduckdb_java.so_" + system() + "_" + processor();
        if (DuckDBDriver.class.getResource("/" + name) == null) {
            load(folder().resolve(name));
        }
    }

    static void load(Path file) {
        try {
            System.load(file.toString());
        } catch (UnsatisfiedLinkError unloadable) {
            String reason = String.valueOf(unloadable.getMessage()).replace(file + ": ", "");
            throw new EngineException(
                    file
                            + ": the library cannot be loaded ("
                            + reason
                            + "), expected a whole file for this kind of machine in a folder that"
                            + " programs may run from; put Wattpeil in place again",
                    unloadable);
        }
    }

    private static Path folder() {
        URL classes = DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(classes.toURI()).toAbsolutePath().resolveSibling("");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As the driver names it. */
    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "macos" : name;
    }

    /** As the driver names it. */
    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> name;
        };
    }
}
