package eu.wattpeil.store.remote;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A server of others that stores are committed to, as a process of its own. */
public final class RemoteServer implements AutoCloseable {

    public static final String KEY = "local";
    public static final String SECRET = "localsecret";

    private static final Path LIBRARIES = Path.of("target", "lib-s3");
    private static final Path JARS = Path.of("target", "servers");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    /** What is tried; their jars are put there by a file of Maven each. */
    public enum Kind {
        S3,
        HDFS;

        Path jars() {
            return JARS.resolve(name().toLowerCase(Locale.ROOT));
        }
    }

    private final Kind kind;
    private final Process process;
    private final int port;
    private final Optional<S3Front> front;

    private RemoteServer(Kind kind, Process process, int port, Optional<S3Front> front) {
        this.front = front;
        this.kind = kind;
        this.process = process;
        this.port = port;
    }

    /** Starts one; where its jars are not there the test is skipped, and says so. */
    public static RemoteServer start(Kind kind, Path folder) throws Exception {
        assumeThat(kind.jars())
                .as("mvn -q -f src/test/servers/%s package", kind.jars().getFileName())
                .isDirectory();
        assumeThat(kind == Kind.HDFS || Files.isDirectory(LIBRARIES))
                .as("mvn -q -f src/s3 package")
                .isTrue();
        return kind == Kind.S3 ? startS3(folder) : startHdfs(folder);
    }

    private static RemoteServer startS3(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("data"));
        int port = freePort();
        Process process =
                process(
                        Kind.S3,
                        folder,
                        "org.springframework.boot.loader.launch.JarLauncher",
                        "--server.port=" + freePort(),
                        "--http.port=" + port);
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers(port)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                process.destroyForcibly();
                throw new AssertionError(Files.readString(folder.resolve("out")));
            }
            Thread.sleep(100);
        }
        S3Front front = S3Front.before(port);
        return new RemoteServer(Kind.S3, process, front.port(), Optional.of(front));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static RemoteServer startHdfs(Path folder) throws Exception {
        Files.createDirectories(folder);
        Process process =
                process(
                        Kind.HDFS,
                        folder,
                        "src/test/servers/hdfs/HdfsServer.java",
                        folder.resolve("data").toString());
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("listening on ")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new AssertionError(Files.readString(folder.resolve("err")));
        }
        return new RemoteServer(
                Kind.HDFS,
                process,
                Integer.parseInt(line.substring("listening on ".length())),
                Optional.empty());
    }

    private static Process process(Kind kind, Path folder, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx384m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                kind.jars() + "/*"));
        command.addAll(List.of(arguments));
        ProcessBuilder process =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        if (kind == Kind.S3) {
            process.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS", "bucket");
            process.environment()
                    .put(
                            "COM_ADOBE_TESTING_S3MOCK_STORE_ROOT",
                            folder.resolve("data").toAbsolutePath().toString());
            process.redirectOutput(folder.resolve("out").toFile());
        }
        return process.start();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The address of a folder there. */
    public URI uri(String folder) {
        return URI.create(
                kind == Kind.S3
                        ? "s3a://bucket/" + folder
                        : "hdfs://127.0.0.1:" + port + "/" + folder);
    }

    /** Without what is secret. */
    public Map<String, String> options() {
        return kind == Kind.S3
                ? new TreeMap<>(
                        Map.of(
                                "fs.s3a.endpoint", "http://127.0.0.1:" + port,
                                "fs.s3a.endpoint.region", "us-east-1",
                                "fs.s3a.path.style.access", "true"))
                : new TreeMap<>();
    }

    RemoteAddress address(String folder) {
        Map<String, String> options = options();
        if (kind == Kind.S3) {
            options.put("fs.s3a.access.key", KEY);
            options.put("fs.s3a.secret.key", SECRET);
        }
        return new RemoteAddress(
                uri(folder), options, Duration.ofSeconds(4), Optional.of(LIBRARIES));
    }

    @Override
    public void close() throws IOException {
        front.ifPresent(S3Front::close);
        process.getOutputStream().close();
        process.destroyForcibly();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
