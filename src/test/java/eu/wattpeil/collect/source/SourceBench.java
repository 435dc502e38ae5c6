package eu.wattpeil.collect.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.wattpeil.collect.Source;
import eu.wattpeil.collect.SourceContext;
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
import java.util.function.Function;
import java.util.stream.Stream;

/** A workspace with one source that lands what it fetches, at a moment that the test sets. */
public final class SourceBench {

    private final Path root;
    private final Map<String, String> environment;
    private final Function<SourceContext, Source> maker;
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private boolean isStopAsked;

    /**
     * @param environment where secrets are
     * @param maker of the source
     */
    public SourceBench(
            Path root, Map<String, String> environment, Function<SourceContext, Source> maker) {
        this.root = root;
        this.environment = environment;
        this.maker = maker;
    }

    public void setNow(String instant) {
        now = Instant.parse(instant);
    }

    public void askToStop() {
        isStopAsked = true;
    }

    /** Fetches by a definition that has these lines in its section {@code source}. */
    public void fetch(String... lines) throws IOException {
        Problems problems = new Problems();
        Source source = source(problems, lines);
        problems.throwIfAny();
        Landing landing =
                new Landing(root, "meters", Clock.fixed(now, ZoneOffset.UTC), () -> isStopAsked);
        landing.removeDrafts();
        source.fetch(landing);
    }

    /** The message of a fetch that fails. */
    public String failure(String... lines) throws IOException {
        try {
            fetch(lines);
        } catch (FetchException failure) {
            return failure.getMessage();
        }
        throw new AssertionError("it did not fail");
    }

    public List<String> problems(String... lines) throws IOException {
        Problems problems = new Problems();
        source(problems, lines);
        return problems.all().stream().map(Problem::toString).toList();
    }

    public List<String> concerns(String... lines) throws IOException {
        return source(new Problems(), lines).concerns();
    }

    private Source source(Problems problems, String... lines) throws IOException {
        Path file = root.resolve("meters.yaml");
        Files.writeString(file, "source:\n  " + String.join("\n", lines).replace("\n", "\n  "));
        Section definition = Sections.read(root, file, problems);
        return maker.apply(
                new SourceContext(
                        definition.section("source"),
                        false,
                        root,
                        ZoneId.of("Europe/Brussels"),
                        environment));
    }

    /** The names of what has landed, and of drafts. */
    public List<String> landed() throws IOException {
        Path folder = root.resolve("landed/meters");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Waits until some of an answer is there that has not landed. */
    public void awaitDraft() throws IOException, InterruptedException {
        Path folder = root.resolve("landed/meters");
        while (landed().stream()
                .filter(name -> name.startsWith("."))
                .noneMatch(name -> folder.resolve(name).toFile().length() > 0)) {
            Thread.sleep(20);
        }
    }

    public String text(String name) throws IOException {
        return Files.readString(root.resolve("landed/meters").resolve(name), UTF_8);
    }
}
