package eu.wattpeil.kpi.engine.spark;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.Session;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Runs SQL on a Spark cluster, which this process joins when the first session is opened and leaves
 * when it ends.
 */
public final class SparkEngine implements Engine {

    public static final String NAME = "spark";

    private final String master;
    private final Map<String, String> settings;

    private final SparkLoad load;

    private SparkEngine(String master, Map<String, String> settings, SparkLoad load) {
        this.master = master;
        this.settings = Map.copyOf(settings);
        this.load = load;
    }

    /**
     * One at {@code spark://host:port}, or at {@code local[*]} in this process.
     *
     * @param settings of Spark's, by their names
     */
    public static SparkEngine at(String master, Map<String, String> settings) {
        return new SparkEngine(master, settings, SparkLoad.MANY_ROWS);
    }

    /** What this machine lacks for it, and where to get it; empty where nothing. */
    public static Optional<String> lacking() {
        return SparkLibraries.lacking();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine forRows(long rows) {
        return new SparkEngine(master, settings, SparkLoad.of(rows));
    }

    /**
     * @throws EngineException where Spark's libraries are missing, nobody answers at the address,
     *     or nobody works there
     */
    @Override
    public Session open(Path store, ZoneId zone) {
        SparkCluster cluster = SparkCluster.joined(master, settings);
        return new SparkSession(cluster, load, store, zone);
    }

    @Override
    public Session open(Path store, Path aside, ZoneId zone) {
        return open(store, zone);
    }

    @Override
    public void removeLeftovers(Path store) {
        // What does not fit in memory is the cluster's to put down, and to remove.
    }
}
