package eu.wattpeil.kpi.engine.spark;

import eu.wattpeil.kpi.engine.EngineException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cluster that this process is part of: Spark knows one at a time. */
final class SparkCluster {

    /** What makes the rows the same as elsewhere, and what is of no use to the models. */
    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("spark.sql.session.timeZone", "UTC"),
                    // As DuckDB: what cannot be worked out is an error and no null.
                    Map.entry("spark.sql.ansi.enabled", "true"),
                    Map.entry("spark.sql.datetime.java8API.enabled", "true"),
                    Map.entry("spark.sql.caseSensitive", "false"),
                    // It would open the addresses of the whole process by Hadoop, those of others
                    // too.
                    Map.entry("spark.sql.defaultUrlStreamHandlerFactory.enabled", "false"),
                    Map.entry("spark.ui.enabled", "false"),
                    Map.entry("spark.ui.showConsoleProgress", "false"),
                    // Each class that is looked for in vain would be asked for over the network.
                    Map.entry("spark.sql.artifact.isolation.enabled", "false"),
                    // The plan of every select is a text that nobody reads.
                    Map.entry("spark.sql.maxPlanStringLength", "0"),
                    Map.entry("spark.sql.ui.explainMode", "simple"),
                    // A free worker fetches what another has kept, rather than wait for that one.
                    Map.entry("spark.locality.wait", "0s"),
                    // One that is there and does not answer is asked four times: two minutes, not
                    // eight.
                    Map.entry("spark.shuffle.io.connectionTimeout", "30s"),
                    // Selects of a month are those of the month before: compile them once.
                    Map.entry("spark.sql.codegen.cache.maxEntries", "5000"),
                    Map.entry("spark.sql.leafNodeDefaultParallelism", "1"));

    private static final String WAREHOUSE = "spark.sql.warehouse.dir";

    private static final String MEMORY = "spark.executor.memory";

    private static final String STANDALONE = "spark://";
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final Duration TO_BEGIN_WORK = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static @Nullable SparkCluster joined;

    private final SparkApi api;
    private final String master;
    private final Map<String, String> settings;
    private final Object spark;
    private int sessions;

    private SparkCluster(SparkApi api, String master, Map<String, String> settings) {
        this.api = api;
        this.master = master;
        this.settings = settings;
        this.spark = api.start(master, settings);
    }

    /**
     * That at an address, joined unless it was.
     *
     * @throws EngineException where it cannot be joined
     */
    static synchronized SparkCluster joined(String master, Map<String, String> settings) {
        SparkCluster known = joined;
        if (known != null && known.master.equals(master) && !known.api.isStopped(known.spark)) {
            return known;
        }
        SparkApi api = SparkLibraries.api();
        if (known != null) {
            known.api.stop(known.spark);
            joined = null;
        }
        requireAnswer(master);
        Map<String, String> all = new TreeMap<>(DEFAULTS);
        all.put(WAREHOUSE, emptyFolder().toString());
        all.putAll(settings);
        SparkCluster cluster = new SparkCluster(api, master, all);
        if (master.startsWith(STANDALONE)) {
            cluster.awaitWorkers();
            cluster.watchWorkers();
        }
        joined = cluster;
        return cluster;
    }

    SparkApi api() {
        return api;
    }

    /** A session that sees no relation of others; to be given back. */
    synchronized Object open(SparkLoad load) {
        sessions++;
        Object session = api.session(spark);
        load.settings(api.cores(spark)).entrySet().stream()
                .filter(it -> !settings.containsKey(it.getKey()))
                .forEach(it -> api.sql(session, "set " + it.getKey() + " = " + it.getValue()));
        return session;
    }

    /** Spark makes a folder for tables, which there are none of. */
    private static Path emptyFolder() {
        try {
            Path folder = Files.createTempDirectory("wattpeil-spark");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException failure) {
            throw new EngineException("Cannot make a folder for Spark: " + failure, failure);
        }
    }

    /** After the last one nobody needs what was kept. */
    synchronized void close() {
        sessions--;
        if (sessions == 0 && !api.isStopped(spark)) {
            api.forgetKept(spark);
        }
    }

    /** Spark itself tries for a minute, and says then that it stopped. */
    private static void requireAnswer(String master) {
        if (master.startsWith(STANDALONE)
                && Stream.of(master.substring(STANDALONE.length()).split(","))
                        .noneMatch(SparkCluster::answers)) {
            throw new EngineException(
                    "no Spark answers at "
                            + master
                            + ": start the cluster, or correct engine.spark in"
                            + " config/wattpeil.yaml; without engine months are computed here",
                    null);
        }
    }

    private static boolean answers(String address) {
        URI uri = URI.create(STANDALONE + address);
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(uri.getHost(), uri.getPort()),
                    Math.toIntExact(TO_ANSWER.toMillis()));
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    /** Spark itself would wait for ever for a worker, where the last one has gone. */
    private void watchWorkers() {
        Thread watch = new Thread(this::leaveWithoutWorkers, "spark-workers");
        watch.setDaemon(true);
        watch.start();
    }

    private void leaveWithoutWorkers() {
        long seen = System.nanoTime();
        while (!api.isStopped(spark)) {
            if (api.executors(spark) > 0) {
                seen = System.nanoTime();
            } else if (System.nanoTime() - seen > TO_BEGIN_WORK.toNanos()) {
                api.stop(spark);
                return;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void awaitWorkers() {
        long end = System.nanoTime() + TO_BEGIN_WORK.toNanos();
        while (api.executors(spark) < 1) {
            if (System.nanoTime() > end) {
                api.stop(spark);
                throw new EngineException(
                        "the Spark at "
                                + master
                                + " has no worker free: expected one with "
                                + settings.getOrDefault(MEMORY, "1g")
                                + " of memory ("
                                + MEMORY
                                + " in engine.settings) within "
                                + TO_BEGIN_WORK.toSeconds()
                                + " s; start one, or ask for less",
                        null);
            }
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                api.stop(spark);
                throw new EngineException("Spark was not waited for", stopped);
            }
        }
    }
}
