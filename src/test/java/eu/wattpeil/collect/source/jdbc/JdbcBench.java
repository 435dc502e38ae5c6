package eu.wattpeil.collect.source.jdbc;

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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A workspace with one source that asks a database. */
final class JdbcBench {

    private final Path root;
    private final Map<String, String> environment;
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");

    JdbcBench(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    void setNow(String instant) {
        now = Instant.parse(instant);
    }

    void fetch(String... lines) throws IOException {
        Problems problems = new Problems();
        JdbcSource source = source(problems, lines);
        problems.throwIfAny();
        source.fetch(new Landing(root, "meters", Clock.fixed(now, ZoneOffset.UTC), () -> false));
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

    private JdbcSource source(Problems problems, String... lines) throws IOException {
        Path file = root.resolve("meters.yaml");
        Files.writeString(file, "source:\n  " + String.join("\n", lines).replace("\n", "\n  "));
        Section definition = Sections.read(root, file, problems);
        return JdbcSource.of(
                new SourceContext(
                        definition.section("source"),
                        false,
                        root,
                        ZoneId.of("Europe/Brussels"),
                        environment));
    }

    /** The names of what has landed. */
    List<String> landed() throws IOException {
        Path folder = root.resolve("landed/meters");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    String text(String name) throws IOException {
        return Files.readString(root.resolve("landed/meters").resolve(name), UTF_8);
    }
}
