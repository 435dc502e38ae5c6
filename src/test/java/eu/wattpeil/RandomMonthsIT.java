package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Months of random records by both engines: the sample's October, in which the clock goes back,
 * with gaps, counters that fall, halves and long decimals, and departments of a few people. {@code
 * -Drandom.seed=8} makes another month, {@code -Drandom.months=20} tries more. It needs {@code mvn
 * -f src/spark package}; without it it is skipped.
 */
class RandomMonthsIT {

    private static final int MONTHS = Integer.getInteger("random.months", 1);
    private static final Predicate<String> OCTOBER = Pattern.compile("2025-?10").asPredicate();

    /** Of which the readings have more rows, and their hours and all other records have less. */
    private static final long LONG = 5_000;

    /** Without reports, which are made of what is compared. */
    private static final String[] COMPUTING = computing();

    private static final Predicate<String> WHAT_IS_KEPT =
            name -> !name.startsWith("runs/") && !name.startsWith(".");

    @TempDir Path folder;

    @Test
    void bothEnginesGiveTheSameBytes() throws Exception {
        compare(0);
    }

    @Test
    void aMonthThatIsLongInPartsHasTheSameBytes() throws Exception {
        compare(LONG);
    }

    private void compare(long fromRows) throws Exception {
        assumeTrue(Files.isDirectory(SparkCluster.LIBRARIES), "mvn -f src/spark package");
        long first = Long.getLong("random.seed", 7);
        for (long seed = first; seed < first + MONTHS; seed++) {
            compare(seed, fromRows);
        }
    }

    private void compare(long seed, long fromRows) throws Exception {
        Program here = shaken(folder.resolve(seed + "-here"), seed);
        Program there = shaken(folder.resolve(seed + "-there"), seed);
        assertThat(here.inProcess(COMPUTING).code()).as("seed %d, by DuckDB", seed).isZero();
        Files.writeString(
                there.workspace().resolve("config/wattpeil.yaml"),
                """

                engine:
                  spark: local[2]
                  from-rows: %d
                  settings: {spark.driver.host: 127.0.0.1, spark.driver.bindAddress: 127.0.0.1}
                """
                        .formatted(fromRows),
                StandardOpenOption.APPEND);

        Ended ended = JarRun.start(there, SparkCluster.LIBRARIES, JarRun.SHORT, COMPUTING).end();

        assertThat(ended.code()).as("seed %d: %s", seed, ended.err()).isZero();
        assertThat(StoredReadings.of(there.workspace().resolve("store")).count())
                .isGreaterThan(fromRows);
        Map<String, byte[]> expected = here.files("store", WHAT_IS_KEPT);
        Map<String, byte[]> found = there.files("store", WHAT_IS_KEPT);
        assertThat(found.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
        assertThat(found).containsKey("kpi_values/month=2025-10/edition-1.parquet");
        List<String> differing =
                expected.keySet().stream()
                        .filter(it -> !Arrays.equals(expected.get(it), found.get(it)))
                        .toList();
        assertThat(differing).as("seed %d", seed).isEmpty();
    }

    private static Program shaken(Path workspace, long seed) throws Exception {
        Program program = Program.onSampleData(workspace, OCTOBER);
        new ShakenRecords(new Random(seed)).shake(workspace);
        return program;
    }

    private static String[] computing() {
        try (Stream<Path> jobs = Files.list(Path.of("jobs", "collect"))) {
            return Stream.concat(
                            Stream.of("run", "--job=compute"),
                            jobs.map(it -> it.getFileName().toString())
                                    .map(it -> "--job=" + it.substring(0, it.indexOf('.')))
                                    .sorted())
                    .toArray(String[]::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
