package eu.wattpeil;

import eu.wattpeil.cli.CommandLineInterface;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs Wattpeil as its users do, on a workspace in a folder. */
public final class Program {

    private static final long MOST_SECONDS = 300;

    private final Path workspace;

    public Program(Path workspace) {
        this.workspace = workspace;
    }

    /** What a process printed and how it ended. */
    public record Ended(int code, String out, String err) {}

    /** The repository's own workspace with its sample data, copied into a folder. */
    public static Program onSampleData(Path folder) {
        return onSampleData(folder, name -> true);
    }

    /** As above, with the sample files whose name passes. */
    public static Program onSampleData(Path folder, Predicate<String> isWanted) {
        copy(Path.of("config"), folder.resolve("config"), name -> true);
        copy(Path.of("jobs"), folder.resolve("jobs"), name -> true);
        copy(Path.of("sample-data"), folder.resolve("sample-data"), isWanted);
        return new Program(folder);
    }

    public Path workspace() {
        return workspace;
    }

    /** What processes take for the folder for temporary files. */
    public Path temporary() {
        return workspace.resolveSibling("tmp");
    }

    /** Runs as a process of its own. */
    public Ended run(String... arguments) {
        try {
            Path out = Files.createTempFile("wattpeil", ".out");
            Path err = Files.createTempFile("wattpeil", ".err");
            Process process = start(out, err, arguments);
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + String.join(" ", arguments));
            }
            Ended ended =
                    new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Runs without a process of its own, which takes a tenth of the time. */
    public Ended inProcess(String... arguments) {
        return inProcess(Clock.systemUTC(), arguments);
    }

    /** As above, at the time of a clock. */
    public Ended inProcess(Clock clock, String... arguments) {
        List<String> line = new ArrayList<>(List.of("--workspace", workspace.toString()));
        line.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                CommandLineInterface.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        clock,
                        line.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    /** Starts a process and leaves it running. */
    public Process start(Path out, Path err, String... arguments) throws IOException {
        return process(out, err, arguments).start();
    }

    /** Starts a process that takes this machine for another host. */
    Process startOn(String host, Path out, Path err, String... arguments) throws IOException {
        ProcessBuilder process = process(out, err, arguments);
        process.environment().put("HOSTNAME", host);
        return process.start();
    }

    private ProcessBuilder process(Path out, Path err, String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
    }

    /**
     * Starts a shell in the workspace that may mount what nobody else sees; its arguments are the
     * command of the program.
     */
    public Process startWith(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, "sh"));
        command.addAll(command(arguments));
        return new ProcessBuilder(command).directory(workspace.toFile()).inheritIO().start();
    }

    private List<String> command(String... arguments) throws IOException {
        return command(List.of("-Xmx512m"), "eu.wattpeil.Wattpeil", arguments);
    }

    /**
     * The command that starts a process on this workspace.
     *
     * @param options of Java
     * @param main the class that begins it
     */
    public List<String> command(List<String> options, String main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(java(options));
        command.addAll(List.of(main, "--workspace", workspace.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** That command up to the main class. */
    public List<String> java(List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Short runs: what a better compiler gains, it does not earn back.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(temporary()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** The bytes of all files below a folder of the workspace whose path passes. */
    public Map<String, byte[]> files(String folder, Predicate<String> isWanted) {
        Map<String, byte[]> files = new TreeMap<>();
        Path root = workspace.resolve(folder);
        if (!Files.exists(root)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString().replace(File.separatorChar, '/');
                if (isWanted.test(name)) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }

    /** The number of tables' files and pages in a folder; they may come and go meanwhile. */
    public int count(String folder) {
        Path root = workspace.resolve(folder);
        if (!Files.exists(root)) {
            return 0;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return (int)
                    paths.map(Path::toString)
                            .filter(path -> path.endsWith(".parquet") || path.endsWith(".html"))
                            .count();
        } catch (IOException | UncheckedIOException changedMeanwhile) {
            return 0;
        }
    }

    private static void copy(Path from, Path to, Predicate<String> isWanted) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (isWanted.test(path.getFileName().toString())) {
                    Files.copy(path, target);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
