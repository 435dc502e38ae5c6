package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.RealServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@link FaultProgram} as a process of its own. It gives readings of the day in {@code day=…},
 * each quarter of an hour, until it is told to go wrong.
 */
public final class FaultyServer implements AutoCloseable {

    private final RealServer server;
    private final List<String> command = new ArrayList<>();

    private FaultyServer(Optional<Path> key) throws IOException {
        server = new RealServer("faulty", Optional.empty());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(FaultProgram.class.getName());
        command.add(Integer.toString(server.port()));
        key.ifPresent(file -> command.add(file.toString()));
    }

    /** One that is there. */
    public static FaultyServer start() throws Exception {
        return start(Optional.empty());
    }

    /** One that is there over TLS, with a key and its certificates in PKCS 12. */
    static FaultyServer start(Path key) throws Exception {
        return start(Optional.of(key));
    }

    private static FaultyServer start(Optional<Path> key) throws Exception {
        FaultyServer faulty = new FaultyServer(key);
        faulty.startAgain();
        return faulty;
    }

    /** Starts it where it was before, after {@link #kill}. */
    public void startAgain() throws Exception {
        server.start(
                () -> new Socket(InetAddress.getLoopbackAddress(), server.port()).close(),
                command.toArray(String[]::new));
    }

    /** Ends its process without a word (SIGKILL). */
    public void kill() {
        server.kill();
    }

    /** The port that it listens at. */
    public int port() {
        return server.port();
    }

    /** An address of it. */
    public String url(String path) {
        return "http://localhost:" + server.port() + path;
    }

    /** Goes wrong from now on. */
    void fault(String name, String argument) throws IOException {
        fault(name, argument, "");
    }

    /** Goes wrong from now on, where the first line of a request has a text. */
    public void fault(String name, String argument, String at) throws IOException {
        Path draft = server.folder().resolve("fault.draft");
        Files.writeString(draft, name + "|" + argument + "|" + at);
        Files.move(draft, server.folder().resolve("fault"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Is well again from now on. */
    public void recover() throws IOException {
        Files.deleteIfExists(server.folder().resolve("fault"));
    }

    /** The heads of all requests so far. */
    List<String> heads() throws IOException {
        Path heads = server.folder().resolve("heads");
        return Files.exists(heads)
                ? Stream.of(Files.readString(heads).split("\n\n")).toList()
                : List.of();
    }

    /** The first lines of all requests so far that have a text. */
    public List<String> asked(String text) throws IOException {
        return heads().stream()
                .flatMap(head -> head.lines().limit(1))
                .filter(line -> line.contains(text))
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
