package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import eu.wattpeil.MeasuredProcess.Taken;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of an organisation that meters {@code benchmark.servers} servers (350) every ten seconds,
 * has a million print jobs and 50,000 devices: collected, computed with 2 GB for Java and 2 GB for
 * the database, published. Beside it stands the energy of each hour by hand-written SQL over the
 * same files: once as it would be if nothing came twice, and once with the last one of what did; in
 * both without gaps, months beside, or what is implausible. With {@code
 * -Dbenchmark.servers=35,110,350} it does so for several organisations, whose print jobs and
 * devices are as many for each server. Not part of the build; run it by
 *
 * <pre>mvn -q -DskipTests package &amp;&amp; mvn -q test -Dtest=BusyMonthBenchmark</pre>
 *
 * with {@code -Dbenchmark.workspace=FOLDER} to keep the workspace: its files take 4 GB.
 */
class BusyMonthBenchmark {

    private static final String SERVERS = System.getProperty("benchmark.servers", "350");
    private static final int OF_SERVERS = 350;
    private static final int PRINT_JOBS = 1_000_000;
    private static final int DEVICES = 50_000;
    private static final List<String> OPTIONS = List.of("-Xmx2g", "-Dwattpeil.duckdb.memory=2GB");

    private static final String LAST_ONE =
            " qualify row_number() over (partition by meter_key, quantity, kind, measured_at"
                    + " order by document_id desc, line desc) = 1";

    @TempDir Path temporary;

    @Test
    void aMonthOfHundredMillionReadingsIsKnownSoon() throws Exception {
        String kept = System.getProperty("benchmark.workspace", "");
        Path folder = kept.isEmpty() ? temporary : Path.of(kept);
        for (String servers : SERVERS.split(",")) {
            measure(folder.resolve(servers + "-servers"), Integer.parseInt(servers.strip()));
        }
    }

    private static void measure(Path workspace, int servers) throws Exception {
        if (!Files.exists(workspace.resolve("inbox"))) {
            int printJobs = Math.toIntExact((long) PRINT_JOBS * servers / OF_SERVERS);
            BusyMonth.make(workspace, servers, printJobs, DEVICES * servers / OF_SERVERS);
        }
        Taken collected = new Taken(0, 0);
        for (String job : List.of("meters", "print", "devices")) {
            collected = collected.and(MeasuredProcess.ofJar(OPTIONS, command(job, workspace)));
        }
        Path store = workspace.resolve("store");
        StoredReadings readings = StoredReadings.of(store);
        String month = "month of %,d readings, ".formatted(readings.count());
        BenchmarkTable.add(
                month + "collected (%.2f bytes each)".formatted(readings.bytesOfEach()), collected);
        Taken computed = MeasuredProcess.ofJar(OPTIONS, command("compute", workspace));
        BenchmarkTable.add(
                month + "computed", computed, "hours by hand, none twice", byHand(store, ""));
        BenchmarkTable.add(
                month + "computed", computed, "hours by hand, last one", byHand(store, LAST_ONE));
        BenchmarkTable.add(
                month + "published", MeasuredProcess.ofJar(OPTIONS, command("publish", workspace)));

        assertThat(store.resolve("hourly_energy/month=" + BusyMonth.MONTH)).isNotEmptyDirectory();
    }

    @AfterAll
    static void print() throws IOException {
        BenchmarkTable.print();
    }

    private static List<String> command(String job, Path workspace) {
        return List.of("run", "--quiet", "--job", job, "--workspace", workspace.toString());
    }

    /** A trapezoid between neighbouring samples, summed up by hour. */
    private static Taken byHand(Path store, String chosen) throws SQLException {
        String files = store.resolve("meter_readings").resolve("month=" + BusyMonth.MONTH) + "/*";
        long start = System.nanoTime();
        long processor = processor();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            List<String> settings = new ArrayList<>(List.of("set memory_limit = '2GB'"));
            settings.add("set temp_directory = '" + store.resolve("_spill-by-hand") + "'");
            for (String setting : settings) {
                statement.execute(setting);
            }
            statement.execute(
                    "create table hourly as with neighbours as (select meter_key, measured_at,"
                            + " lag(measured_at) over series as before_at,"
                            + " (value + lag(value) over series) / 2 as watts"
                            + " from (select * from read_parquet('"
                            + files
                            + "')"
                            + chosen
                            + ") window series as (partition by meter_key order by measured_at))"
                            + " select meter_key, date_trunc('hour', before_at) as hour,"
                            + " sum(watts * (epoch_us(measured_at) - epoch_us(before_at)))"
                            + " / 3600000000 as energy_wh from neighbours"
                            + " where before_at is not null group by all");
        }
        return new Taken((System.nanoTime() - start) / 1e9, (processor() - processor) / 1e9);
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
