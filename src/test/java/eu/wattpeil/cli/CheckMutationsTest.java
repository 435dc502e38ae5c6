package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to the files of a workspace, {@code check} ends soon and says where it is wrong.
 *
 * <p>More of it: {@code mvn test -Dtest=CheckMutationsTest -Dwattpeil.mutations=2000}, and another
 * seed with {@code -Dwattpeil.seed=7}.
 */
class CheckMutationsTest {

    private static final int COUNT = Integer.getInteger("wattpeil.mutations", 64);
    private static final long SEED = Long.getLong("wattpeil.seed", 20261);
    private static final FileMutation[] KINDS = FileMutation.values();

    /** Files that are changed for one check, which tells of all that is wrong at once. */
    private static final int TOGETHER = 8;

    /** The last of them can be empty without harm. */
    private static final List<String> EMPTY =
            List.of(
                    "config/goals.yaml",
                    "config/meters.csv",
                    "config/factors.csv",
                    "jobs/collect/print.yaml",
                    "jobs/models/kpi/duplex_ratio.sql",
                    "jobs/models/staging/stg_devices.sql",
                    "jobs/texts/nl.properties");

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir Path folder;

    private final Random random = new Random(SEED);
    private List<Path> files = List.of();
    private List<Path> written = List.of();

    /** The repository's own workspace, with all that comes with the program as its own. */
    @BeforeEach
    void copyTheWorkspace() throws IOException {
        files = copied("config", "jobs");
        written = files.stream().filter(file -> !file.toString().contains("models")).toList();
        assertThat(GuardedCheck.of(folder, Duration.ofMinutes(1)).code()).isZero();
    }

    @Test
    void tellsTheLineOfWhateverIsWrongAndSoon(TestReporter reporter) {
        SoftAssertions all = new SoftAssertions();
        int checks = 0;
        int refused = 0;
        for (int i = 0; i < COUNT; i += TOGETHER) {
            Map<Path, byte[]> before = new HashMap<>();
            StringBuilder what = new StringBuilder("seed " + SEED);
            for (int j = i; j < Math.min(COUNT, i + TOGETHER); j++) {
                List<Path> among = random.nextBoolean() ? files : written;
                Path file = among.get(random.nextInt(among.size()));
                FileMutation kind = KINDS[random.nextInt(KINDS.length)];
                byte[] bytes = read(file);
                before.putIfAbsent(file, bytes);
                write(file, kind.of(bytes, random));
                what.append(", ").append(j).append(": ").append(kind);
                what.append(" of ").append(folder.relativize(file));
            }
            try {
                GuardedCheck check = GuardedCheck.of(folder, LIMIT);
                check.assertHasPlaces(all, what.toString());
                checks++;
                refused += check.code() == 0 ? 0 : 1;
            } catch (GuardedCheck.HangingException hanging) {
                all.fail(what + " " + hanging.getMessage());
                break;
            }
            before.forEach(CheckMutationsTest::write);
        }
        reporter.publishEntry(
                "seed " + SEED,
                checks + " checks of " + COUNT + " mutations, " + refused + " refused");
        all.assertAll();
    }

    @Test
    void namesALineOfFilesThatAreEmpty() throws IOException {
        for (String file : EMPTY) {
            Files.writeString(folder.resolve(file), "");
        }
        Files.writeString(folder.resolve("jobs/reports/templates/index.html"), "\n<p th:if=''/>");

        GuardedCheck check = GuardedCheck.of(folder, LIMIT);

        assertThat(check.code()).isEqualTo(CommandLineInterface.INVALID);
        assertThat(check.err().lines())
                .contains(
                        "config/goals.yaml:1: the file is empty, expected keys with values",
                        "jobs/collect/print.yaml:1: the file is empty, expected keys with values",
                        "jobs/models/kpi/duplex_ratio.sql:1: it has 0 statements, expected one"
                                + " select",
                        "jobs/models/staging/stg_devices.sql:1: it has 0 statements, expected one"
                                + " select",
                        "jobs/reports/templates/index.html:2: Could not parse as expression: \"\"");
        for (String file : EMPTY.subList(0, EMPTY.size() - 1)) {
            assertThat(check.err()).contains(file + ":1: ");
        }
        SoftAssertions all = new SoftAssertions();
        check.assertHasPlaces(all, "empty files");
        all.assertAll();
    }

    private List<Path> copied(String... parts) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (String part : parts) {
            try (Stream<Path> found = Files.walk(Path.of(part))) {
                for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                    Path copy = folder.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                    copies.add(copy);
                }
            }
        }
        return copies;
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
