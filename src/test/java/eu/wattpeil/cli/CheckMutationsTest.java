package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to the files of a workspace, {@code check} ends soon and says where it is wrong.
 *
 * <p>More of it: {@code mvn test -Dtest=CheckMutationsTest -DargLine=-Dwattpeil.mutations=2000},
 * and another seed with {@code -Dwattpeil.seed}.
 */
class CheckMutationsTest {

    private static final int COUNT = Integer.getInteger("wattpeil.mutations", 25);
    private static final long SEED = Long.getLong("wattpeil.seed", 20261);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final List<String> HOSTILE =
            List.of(
                    "",
                    "x".repeat(200_000),
                    "9".repeat(5_000),
                    "[[x]]",
                    "{a: {b: c}}",
                    "[".repeat(2_000),
                    "&a [*a, *a]",
                    "*nowhere",
                    "!!java.lang.Object x",
                    "1e999999999",
                    "\"",
                    "'",
                    "\t",
                    "\u0000",
                    "{{{{{{a,b},c},d}*",
                    "(((((a+)+)+)+)+)$",
                    "- id: [x]");

    @TempDir Path folder;

    private final Random random = new Random(SEED);

    /** How a check ended, and how long it took. */
    private record Checked(int code, String err, Duration time) {}

    @Test
    void tellsTheLineOfWhateverIsWrongAndSoon() {
        List<Path> files = workspace();
        Duration asItIs = check().time();
        Duration limit = LIMIT.plus(asItIs.multipliedBy(4));
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < COUNT; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] before = read(file);
            byte[] after = mutated(before);
            write(file, after);
            Checked checked = check();
            String what = "seed " + SEED + ", mutation " + i + " of " + folder.relativize(file);
            all.assertThat(checked.code()).as(what).isIn(0, CommandLineInterface.INVALID);
            all.assertThat(checked.time()).as(what).isLessThan(limit);
            if (checked.code() != 0) {
                assertHasPlaces(all, what, checked.err());
            }
            write(file, before);
        }
        all.assertAll();
    }

    private static void assertHasPlaces(SoftAssertions all, String what, String err) {
        List<String> lines = err.lines().toList();
        all.assertThat(lines).as(what).hasSizeGreaterThan(1);
        lines.subList(0, Math.max(0, lines.size() - 1))
                .forEach(
                        line -> {
                            String shown = line.substring(0, Math.min(300, line.length()));
                            all.assertThat(shown)
                                    .as(what)
                                    .matches("(?s)(packaged/)?(config|jobs)/[^:]+:\\d+: .+");
                        });
    }

    private byte[] mutated(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = random.nextInt(Math.max(1, lines.size()));
        String hostile = HOSTILE.get(random.nextInt(HOSTILE.size()));
        String quoted = Matcher.quoteReplacement(hostile);
        switch (random.nextInt(9)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(line));
            case 2 -> lines.add(line, hostile);
            case 3 -> lines.set(line, hostile);
            case 4 -> lines.set(line, lines.get(line).replaceFirst("[:,] ?[^,]*$", ": " + quoted));
            case 5 -> lines.set(line, lines.get(line).replaceFirst("[^,]*$", quoted));
            case 6 -> lines.set(line, " " + lines.get(line));
            case 7 -> lines.clear();
            default -> {
                byte[] changed = bytes.clone();
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                return changed;
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private Checked check() {
        StringWriter err = new StringWriter();
        long start = System.nanoTime();
        int code =
                CommandLineInterface.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        "check",
                        "--workspace",
                        folder.toString());
        return new Checked(code, err.toString(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** The repository's own, without its models; the files of it that people write. */
    private List<Path> workspace() {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("config", "jobs/collect", "jobs/reports")) {
            try (Stream<Path> found = Files.walk(Path.of(part))) {
                for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                    Path copy = folder.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                    if (file.toString().matches(".*\\.(csv|yaml)")) {
                        files.add(copy);
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        assertThat(check().code()).isZero();
        return files;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
