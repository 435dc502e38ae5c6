package eu.wattpeil.collect.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.collect.source.FetchException;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A workspace with one source over HTTP, at a moment that the test sets. */
final class HttpBench {

    private final Path root;
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private boolean isStopAsked;

    HttpBench(Path root) {
        this.root = root;
    }

    void setNow(String instant) {
        now = Instant.parse(instant);
    }

    void askToStop() {
        isStopAsked = true;
    }

    /** What it waited between two tries; nobody really did. */
    List<Duration> pauses() {
        return pauses;
    }

    /** Fetches by a definition that has these lines in its section {@code http}. */
    void fetch(String... lines) throws IOException {
        Problems problems = new Problems();
        HttpSource source = source(problems, lines);
        problems.throwIfAny();
        source.fetch(
                new Landing(root, "meters", Clock.fixed(now, ZoneOffset.UTC), () -> isStopAsked));
    }

    /** The message of a fetch that fails. */
    String failure(String... lines) throws IOException {
        try {
            fetch(lines);
        } catch (FetchException failure) {
            return failure.getMessage();
        }
        throw new AssertionError("it did not fail");
    }

    List<String> problems(String... lines) throws IOException {
        Problems problems = new Problems();
        source(problems, lines);
        return problems.all().stream().map(Problem::toString).toList();
    }

    List<String> concerns(String... lines) throws IOException {
        return source(new Problems(), lines).concerns();
    }

    private HttpSource source(Problems problems, String... lines) throws IOException {
        Path file = root.resolve("meters.yaml");
        Files.writeString(file, "source:\n  " + String.join("\n", lines).replace("\n", "\n  "));
        Section definition = Sections.read(root, file, problems);
        SourceContext context =
                new SourceContext(
                        definition.section("source"),
                        false,
                        root,
                        ZoneId.of("Europe/Brussels"),
                        Map.of("TOKEN", "geheim-1234"));
        return HttpSource.of(context, pauses::add);
    }

    /** The names of what has landed. */
    List<String> landed() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("landed/meters"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (java.nio.file.NoSuchFileException nothing) {
            return List.of();
        }
    }

    String text(String name) throws IOException {
        return Files.readString(root.resolve("landed/meters").resolve(name), UTF_8);
    }
}
