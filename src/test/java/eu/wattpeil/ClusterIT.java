package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Months computed on a Spark cluster of two workers: all of the sample, or with {@code
 * -Dcluster.sample=short} the first two. It needs {@code mvn -f src/spark package}; without it the
 * cases that compute are skipped.
 */
@DisabledOnOs(OS.WINDOWS)
class ClusterIT {

    private static final int WORKERS = 2;

    /** Names of files that speak of the first two months. */
    private static final Predicate<String> FIRST = Pattern.compile("2025-?(09|10)").asPredicate();

    private static final boolean IS_SHORT =
            System.getProperty("cluster.sample", "").equals("short");

    private static final String LOST_A_WORKER =
            "the cluster of engine.spark in config/wattpeil.yaml lost a worker, and what that one"
                    + " had computed of the month: see why it ended; editions are as they were, and"
                    + " the next run begins this month anew";

    /** The log of runs tells when they were; figures are the same whatever they are made with. */
    private static final Predicate<String> WHAT_IS_KEPT =
            name -> !name.startsWith("runs/") && !name.startsWith(".");

    @TempDir Path folder;

    @Test
    void editionsOfTheSampleHaveTheBytesThatTheyHaveWithoutClusterThoughAWorkerDies()
            throws Exception {
        assumeTrue(Files.isDirectory(SparkCluster.LIBRARIES), "mvn -f src/spark package");
        Predicate<String> files = IS_SHORT ? FIRST : name -> true;
        Program here = Program.onSampleData(folder.resolve("here"), files);
        Program there = Program.onSampleData(folder.resolve("there"), files);
        assertThat(here.inProcess("run").code()).isZero();

        try (SparkCluster cluster = SparkCluster.start(folder.resolve("cluster"), WORKERS)) {
            setEngine(there, cluster.address());
            JarRun first = JarRun.start(there, SparkCluster.LIBRARIES, JarRun.SHORT, "run");
            first.await(there.workspace().resolve("store/daily_values/month=2025-10"));
            cluster.killWorker();
            Ended killed = first.end();

            assertThat(killed.code()).isEqualTo(1);
            assertThat(killed.err()).contains(LOST_A_WORKER).doesNotContain("\tat ");
            assertThat(there.workspace().resolve("store/kpi_values/month=2025-10/edition-1.json"))
                    .doesNotExist();

            cluster.startWorker();
            Ended ended = JarRun.start(there, SparkCluster.LIBRARIES, JarRun.LONG, "run").end();
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(cluster.workersThatWorked()).isEqualTo(WORKERS + 1);
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
    void aClusterWithoutAFreeWorkerIsToldInOneLine() throws Exception {
        assumeTrue(Files.isDirectory(SparkCluster.LIBRARIES), "mvn -f src/spark package");
        try (SparkCluster cluster = SparkCluster.start(folder.resolve("cluster"), 0)) {
            Program program = smallTown(cluster.address());

            Ended ended = run(program, SparkCluster.LIBRARIES, "run");

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err())
                    .contains(
                            "the Spark at "
                                    + cluster.address()
                                    + " has no worker free: expected one with 900m of memory"
                                    + " (spark.executor.memory in engine.settings) within 60 s;"
                                    + " start one, or ask for less")
                    .doesNotContain("\tat ");
        }
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

    /** All months go to the cluster, however short they are. */
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
                        "    spark.executor.extraJavaOptions: -XX:+UseSerialGC",
                        ""),
                StandardOpenOption.APPEND);
    }

    private Ended run(Program program, Path libraries, String command) throws Exception {
        return JarRun.start(program, libraries, JarRun.SHORT, command).end();
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
