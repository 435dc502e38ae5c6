package eu.wattpeil.kpi.engine.spark;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.duckdb.DuckDbEngine;
import eu.wattpeil.kpi.engine.duckdb.DuckDbSession;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves to a Spark cluster what is long of a month, and computes the rest here. This process joins
 * the cluster when the first session needs it, and leaves it when it ends.
 */
public final class SparkEngine implements Engine {

    public static final String NAME = "spark";

    private final String master;
    private final Map<String, String> settings;
    private final long fromRows;
    private final SparkLoad load;
    private final DuckDbEngine here;

    private SparkEngine(
            String master,
            Map<String, String> settings,
            long fromRows,
            SparkLoad load,
            DuckDbEngine here) {
        this.master = master;
        this.settings = Map.copyOf(settings);
        this.fromRows = fromRows;
        this.load = load;
        this.here = here;
    }

    /**
     * One at {@code spark://host:port}, or at {@code local[*]} in this process.
     *
     * @param settings of Spark's, by their names
     * @param fromRows how many rows a relation has at least that the cluster works at
     */
    public static SparkEngine at(String master, Map<String, String> settings, long fromRows) {
        return new SparkEngine(master, settings, fromRows, SparkLoad.MANY_ROWS, new DuckDbEngine());
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
        return new SparkEngine(
                master,
                settings,
                fromRows,
                SparkLoad.of(rows, fromRows),
                here.forRows(Math.min(rows, fromRows)));
    }

    /**
     * A session whose methods fail by an {@link EngineException} where it needs the cluster and
     * Spark's libraries are missing, nobody answers at the address, or nobody works there.
     */
    @Override
    public Session open(Path store, ZoneId zone) {
        return split(here.open(store, zone), store, zone);
    }

    @Override
    public Session open(Path store, Path aside, ZoneId zone) {
        return split(here.open(store, aside, zone), store, zone);
    }

    private Session split(DuckDbSession session, Path store, ZoneId zone) {
        return new SplitSession(
                session,
                () -> new SparkSession(SparkCluster.joined(master, settings), load, store, zone),
                fromRows);
    }

    @Override
    public void removeLeftovers(Path store) {
        here.removeLeftovers(store);
    }
}
