package eu.wattpeil.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run, or a server, that tells its events, so that it is known what it is at. */
final class WatchedProcess {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Process process;
    private final Path errors;
    private final Instant begun = Instant.now();
    private final List<String> events = new ArrayList<>();
    private final Map<Stage, Duration> reached = new EnumMap<>(Stage.class);
    private boolean isSilent;

    private WatchedProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        reached.put(Stage.START, Duration.ZERO);
    }

    /** Starts a command; it stops when this process ends, as its standard input does. */
    static WatchedProcess start(List<String> command) throws IOException {
        Path errors = Files.createTempFile("wattpeil", ".err");
        errors.toFile().deleteOnExit();
        WatchedProcess watched =
                new WatchedProcess(
                        new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
        Thread reading = new Thread(watched::read, "events");
        reading.setDaemon(true);
        reading.start();
        return watched;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
            }
        } catch (IOException broken) {
            // Of a process that was killed.
        }
        synchronized (this) {
            isSilent = true;
            notifyAll();
        }
    }

    private synchronized void note(String line) {
        events.add(line);
        Stage.of(line).ifPresent(it -> reached.putIfAbsent(it, since()));
        notifyAll();
    }

    private Duration since() {
        return Duration.between(begun, Instant.now());
    }

    /** Waits until it tells something; false where it ended before. */
    synchronized boolean await(Predicate<String> line) throws InterruptedException {
        int looked = 0;
        while (true) {
            for (; looked < events.size(); looked++) {
                if (line.test(events.get(looked))) {
                    return true;
                }
            }
            if (isSilent) {
                return false;
            }
            waitOnce();
        }
    }

    /** Waits until it is at a stage or beyond; false where it ended before. */
    synchronized boolean await(Stage stage) throws InterruptedException {
        while (reached.keySet().stream().noneMatch(it -> it.compareTo(stage) >= 0)) {
            if (isSilent) {
                return false;
            }
            waitOnce();
        }
        return true;
    }

    private void waitOnce() throws InterruptedException {
        if (since().compareTo(LONGEST) > 0) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("in vain; told: " + events + " and " + errors());
        }
        wait(1000);
    }

    /** The last stage that it told of. */
    synchronized Stage stage() {
        return reached.keySet().stream().max(Stage::compareTo).orElseThrow();
    }

    /** When it came to each stage, since it began. */
    synchronized Map<Stage, Duration> reached() {
        return Map.copyOf(reached);
    }

    /** What it told, a line of JSON each. */
    synchronized List<String> events() {
        return List.copyOf(events);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends it without a word (SIGKILL). */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    int waitFor() throws InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running; told: " + events() + " and " + errors());
        }
        return process.exitValue();
    }

    /** What it told and wrote, but for how far it was. */
    String told() {
        return events().stream()
                        .filter(it -> !it.contains("\"event\":\"Progressed\""))
                        .collect(Collectors.joining("\n"))
                + errors();
    }

    /** What it wrote to standard error. */
    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The Java processes that it started and that are there. */
    List<ProcessHandle> runs() {
        try (Stream<ProcessHandle> children = process.children()) {
            return children.filter(it -> it.info().command().orElse("").endsWith("java")).toList();
        }
    }
}
