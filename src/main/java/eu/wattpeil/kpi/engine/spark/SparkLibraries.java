package eu.wattpeil.kpi.engine.spark;

import eu.wattpeil.kpi.engine.EngineException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of Spark's libraries, which are loaded apart from all others. */
final class SparkLibraries {

    /** The environment variable that names the folder, where it is not beside the program. */
    static final String VARIABLE = "WATTPEIL_SPARK";

    private static final String FOLDER = "lib-spark";
    private static final String LOGGING = "log4j2.configurationFile";

    private SparkLibraries() {}

    private static final class Loaded {
        private static final SparkApi API = load();
    }

    /**
     * What they can do, loaded once per process.
     *
     * @throws EngineException where they are missing
     */
    static SparkApi api() {
        lacking()
                .ifPresent(
                        lack -> {
                            throw new EngineException(lack, null);
                        });
        return Loaded.API;
    }

    /** What is missing, and where to get it; empty where nothing is. */
    static Optional<String> lacking() {
        Path folder = folder();
        if (jars(folder).isEmpty()) {
            return Optional.of(
                    "config/wattpeil.yaml: engine.spark needs the libraries of Spark, and there"
                            + " are none in "
                            + folder
                            + ": get them by mvn -f src/spark package, or name their folder in the"
                            + " environment variable "
                            + VARIABLE);
        }
        return Optional.empty();
    }

    private static SparkApi load() {
        requireOpen();
        beQuiet();
        try {
            List<URL> jars = new ArrayList<>();
            for (Path jar : jars(folder())) {
                jars.add(jar.toUri().toURL());
            }
            return new SparkApi(
                    new URLClassLoader(
                            "spark",
                            jars.toArray(URL[]::new),
                            ClassLoader.getPlatformClassLoader()));
        } catch (MalformedURLException | ReflectiveOperationException failure) {
            throw new EngineException(
                    "Cannot load the libraries of Spark in " + folder() + ": " + failure, failure);
        }
    }

    /** Spark reaches into Java, which the manifest of the program's jar allows it. */
    private static void requireOpen() {
        if (!Object.class.getModule().isOpen("java.nio", SparkLibraries.class.getModule())) {
            throw new EngineException(
                    "Spark cannot work in a Java that was not started by java -jar wattpeil.jar",
                    null);
        }
    }

    /** Unless somebody says what is to be heard of it. */
    private static void beQuiet() {
        URL quiet = SparkLibraries.class.getResource("log4j2.properties");
        if (quiet != null && System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, quiet.toString());
        }
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException failure) {
            throw new EngineException("Cannot read " + folder + ": " + failure, failure);
        }
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(it -> !it.isBlank())
                .map(Path::of)
                .orElseGet(() -> program().resolveSibling(FOLDER))
                .toAbsolutePath();
    }

    /** The jar, or the folder of classes, of this program. */
    private static Path program() {
        try {
            return Path.of(
                    SparkLibraries.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
