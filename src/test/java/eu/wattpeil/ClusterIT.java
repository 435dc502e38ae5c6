package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Months computed on a Spark cluster of two workers: the first two of the sample, or with {@code
 * -Dcluster.sample=whole} all of them. It needs {@code mvn -f src/spark package}; without it the
 * cases that compute are skipped.
 */
@DisabledOnOs(OS.WINDOWS)
class ClusterIT {

    private static final Path JAR = Path.of("target/wattpeil.jar").toAbsolutePath();
    private static final int WORKERS = 2;
    private static final long MOST_MINUTES = 30;

    /** Names of files that speak of the first two months. */
    private static final Predicate<String> FIRST = Pattern.compile("2025-?(09|10)").asPredicate();

    private static final boolean IS_WHOLE =
            System.getProperty("cluster.sample", "").equals("whole");

    /** The log of runs tells when they were; figures are the same whatever they are made with. */
    private static final Predicate<String> WHAT_IS_KEPT =
            name -> !name.startsWith("runs/") && !name.startsWith(".");

    @TempDir Path folder;

    @Test
    void editionsOfTheSampleHaveTheBytesThatTheyHaveWithoutCluster() throws Exception {
        assumeTrue(Files.isDirectory(SparkCluster.LIBRARIES), "mvn -f src/spark package");
        Predicate<String> files = IS_WHOLE ? name -> true : FIRST;
        Program here = Program.onSampleData(folder.resolve("here"), files);
        Program there = Program.onSampleData(folder.resolve("there"), files);
        assertThat(here.inProcess("run").code()).isZero();

        try (SparkCluster cluster = SparkCluster.start(folder.resolve("cluster"), WORKERS)) {
            setEngine(there, cluster.address());
            Ended ended = run(there, SparkCluster.LIBRARIES, "run");

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(cluster.workersThatWorked(WORKERS)).isEqualTo(WORKERS);
        }
        assertSame(here, there, "store");
        assertSame(here, there, "reports");
    }

    @Test
    void aClusterThatDoesNotAnswerIsToldInOneLine() throws Exception {
        assumeTrue(Files.isDirectory(SparkCluster.LIBRARIES), "mvn -f src/spark package");
        Program program = smallTown("spark://127.0.0.1:1");

        Ended ended = run(program, SparkCluster.LIBRARIES, "run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains(
                        "no Spark answers at spark://127.0.0.1:1: start the cluster, or correct"
                                + " engine.spark in config/wattpeil.yaml")
                .doesNotContain("\tat ");
    }

    @Test
    void librariesThatAreMissingAreToldByTheCheckAndByTheRun() throws Exception {
        Program program = smallTown("local[1]");
        Path none = Files.createDirectories(folder.resolve("none"));
        String lack =
                "config/wattpeil.yaml: engine.spark needs the libraries of Spark, and there are"
                        + " none in "
                        + none
                        + ": get them by mvn -f src/spark package, or name their folder in the"
                        + " environment variable WATTPEIL_SPARK";

        assertThat(run(program, none, "check").out()).contains(lack);
        Ended ended = run(program, none, "run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains(lack).doesNotContain("\tat ");
    }

    private Program smallTown(String address) throws IOException {
        Program program = new Program(folder.resolve("town"));
        program.inProcess("init", program.workspace().toString());
        setEngine(program, address);
        return program;
    }

    /** All months go to the cluster, which is told not to prepare for long ones. */
    private static void setEngine(Program program, String address) throws IOException {
        Files.writeString(
                program.workspace().resolve("config/wattpeil.yaml"),
                String.join(
                        "\n",
                        "",
                        "engine:",
                        "  spark: " + address,
                        "  from-rows: 0",
                        "  settings:",
                        "    spark.driver.host: 127.0.0.1",
                        "    spark.driver.bindAddress: 127.0.0.1",
                        "    spark.executor.memory: 900m",
                        "    spark.executor.extraJavaOptions: -XX:TieredStopAtLevel=1",
                        "    spark.sql.shuffle.partitions: 1",
                        "    spark.sql.adaptive.enabled: false",
                        "    spark.sql.constraintPropagation.enabled: false",
                        "    spark.sql.optimizer.dynamicPartitionPruning.enabled: false",
                        "    spark.sql.optimizer.runtime.bloomFilter.enabled: false",
                        "    spark.sql.codegen.wholeStage: false",
                        "    spark.sql.codegen.factoryMode: NO_CODEGEN",
                        ""),
                StandardOpenOption.APPEND);
    }

    private Ended run(Program program, Path libraries, String command) throws Exception {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1500m",
                                "-jar",
                                JAR.toString(),
                                "--workspace",
                                program.workspace().toString(),
                                command));
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        ProcessBuilder process =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().put("WATTPEIL_SPARK", libraries.toString());
        Process started = process.start();
        if (!started.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            started.destroyForcibly();
        }
        return new Ended(started.waitFor(), Files.readString(out), Files.readString(err));
    }

    private static void assertSame(Program here, Program there, String what) {
        Map<String, byte[]> expected = here.files(what, WHAT_IS_KEPT);
        Map<String, byte[]> found = there.files(what, WHAT_IS_KEPT);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        assertThat(expected).isNotEmpty();
        assertThat(found.keySet())
                .allSatisfy(
                        name -> assertThat(found.get(name)).as(name).isEqualTo(expected.get(name)));
    }
}
