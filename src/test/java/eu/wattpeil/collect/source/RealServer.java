package eu.wattpeil.collect.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server of another maker, as a package of the system brings it, on a free port of this machine.
 * It ends with the test.
 */
public final class RealServer implements AutoCloseable {

    private static final long MOST_SECONDS = 60;

    private final Path folder;
    private final int port;
    private final Optional<String> account;
    private Process process;

    /**
     * @param account that it runs under where the tests are root's, which it refuses to be
     */
    public RealServer(String name, Optional<String> account) throws IOException {
        this.account = isRoot() ? account : Optional.empty();
        folder = Files.createTempDirectory("wattpeil-" + name);
        if (this.account.isPresent()) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(this.account.get()));
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    /**
     * Where a program is: below the folder that a variable names, or where packages of Debian put
     * it. The test is skipped where it is nowhere.
     */
    public static Path program(String variable, String... places) {
        List<String> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv(variable)).ifPresent(candidates::add);
        candidates.addAll(List.of(places));
        Optional<Path> found =
                candidates.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        assumeTrue(
                found.isPresent(),
                () -> "skipped: there is none of " + String.join(", ", candidates));
        return found.orElseThrow();
    }

    /** A folder of its own. */
    public Path folder() {
        return folder;
    }

    /** The port that it shall listen at. */
    public int port() {
        return port;
    }

    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Runs a program to its end. */
    public void run(String... command) throws Exception {
        Process made = builder(command).start();
        if (!made.waitFor(MOST_SECONDS * 3, TimeUnit.SECONDS) || made.exitValue() != 0) {
            made.destroyForcibly();
            throw new AssertionError(
                    String.join(" ", command) + ": " + Files.readString(folder.resolve("log")));
        }
    }

    /** Starts it, and waits until a look at it goes well. */
    public void start(Look look, String... command) throws Exception {
        process = builder(command).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!isThere(look)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError(Files.readString(folder.resolve("log")));
            }
            Thread.sleep(200);
        }
    }

    /** Throws as long as the server is not there. */
    @FunctionalInterface
    public interface Look {
        void at() throws Exception;
    }

    private static boolean isThere(Look look) {
        try {
            look.at();
            return true;
        } catch (Exception | AssertionError notYet) {
            return false;
        }
    }

    private ProcessBuilder builder(String... command) {
        List<String> line = new ArrayList<>();
        account.ifPresent(
                name ->
                        line.addAll(
                                List.of(
                                        "setpriv",
                                        "--reuid=" + name,
                                        "--regid=" + name,
                                        "--clear-groups")));
        line.addAll(List.of(command));
        File log = folder.resolve("log").toFile();
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    }

    /** Sends it a signal, such as {@code STOP}, on which it does nothing until {@code CONT}. */
    public void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    /** Has it end by a signal, and waits until it has. */
    public void end(String signal) throws Exception {
        signal(signal);
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end: " + Files.readString(folder.resolve("log")));
        }
    }

    /** Ends it at once. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            try {
                process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
