package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.wattpeil.MeasuredProcess.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same months computed by Spark and by DuckDB: of {@code -Dbenchmark.servers=4,35,110} servers
 * that are metered every ten seconds, with 50,000 devices and a million print jobs for each 350 of
 * them. Spark works at {@code -Dbenchmark.cluster=spark://host:7077}; without it on the cores of
 * this machine, where both have the same; {@code -Dbenchmark.from-rows=0} sends it all relations,
 * and not only the readings. Not part of the build; run it by
 *
 * <pre>mvn -q -f src/spark package; mvn -q -DskipTests package
 * mvn -q test -Dtest=ClusterBenchmark</pre>
 */
class ClusterBenchmark {

    private static final String SERVERS = System.getProperty("benchmark.servers", "4,35,110");
    private static final String CLUSTER = System.getProperty("benchmark.cluster", "local[*]");
    private static final String FROM_ROWS = System.getProperty("benchmark.from-rows", "1000000");
    private static final int OF_SERVERS = 350;
    private static final int PRINT_JOBS = 1_000_000;
    private static final int DEVICES = 50_000;
    private static final List<String> OPTIONS = List.of("-Xmx2g", "-Dwattpeil.duckdb.memory=2GB");

    @TempDir Path folder;

    @Test
    void bothGiveTheSameValues() throws Exception {
        assumeTrue(Files.isDirectory(SparkCluster.LIBRARIES), "mvn -f src/spark package");
        for (String servers : SERVERS.split(",")) {
            measure(folder.resolve(servers.strip()), Integer.parseInt(servers.strip()));
        }
    }

    private static void measure(Path workspace, int servers) throws Exception {
        int printJobs = Math.toIntExact((long) PRINT_JOBS * servers / OF_SERVERS);
        BusyMonth.make(workspace, servers, printJobs, DEVICES * servers / OF_SERVERS);
        for (String job : List.of("meters", "print", "devices")) {
            MeasuredProcess.ofJar(OPTIONS, command(job, workspace));
        }
        long readings = StoredReadings.of(workspace.resolve("store")).count();
        Taken byDuckDb = MeasuredProcess.ofJar(OPTIONS, command("compute", workspace));
        byte[] expected = takeAway(workspace);
        Files.writeString(
                workspace.resolve("config/wattpeil.yaml"),
                "\nengine: {spark: \"" + CLUSTER + "\", from-rows: " + FROM_ROWS + "}\n",
                StandardOpenOption.APPEND);
        Taken bySpark = MeasuredProcess.ofJar(OPTIONS, command("compute", workspace));

        BenchmarkTable.add(
                "month of %,d readings, Spark at %s from %s rows"
                        .formatted(readings, CLUSTER, FROM_ROWS),
                bySpark,
                "DuckDB",
                byDuckDb);
        assertThat(takeAway(workspace)).isEqualTo(expected).isNotEmpty();
    }

    /** The values of the edition, which is gone afterwards, so that it is due again. */
    private static byte[] takeAway(Path workspace) throws IOException {
        byte[] values = new byte[0];
        Path store = workspace.resolve("store");
        for (String table : List.of("kpi_values", "hourly_energy")) {
            Path month = store.resolve(table).resolve("month=" + BusyMonth.MONTH);
            try (var files = Files.list(month)) {
                for (Path file : files.toList()) {
                    if (file.endsWith("edition-1.parquet")) {
                        values = Files.readAllBytes(file);
                    }
                    Files.delete(file);
                }
            }
        }
        return values;
    }

    @AfterAll
    static void print() throws IOException {
        BenchmarkTable.print();
    }

    private static List<String> command(String job, Path workspace) {
        return List.of("run", "--quiet", "--job", job, "--workspace", workspace.toString());
    }
}
