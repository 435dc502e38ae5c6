package eu.wattpeil.kpi.engine.spark;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.Session;
import java.nio.file.Path;
import java.time.ZoneId;

/** Runs SQL on a Spark cluster, in sessions of a Spark Connect server. */
public final class SparkEngine implements Engine {

    public static final String NAME = "spark";

    /** Results are known to be the same on it; another may work out a function otherwise. */
    private static final String VERSION = "4.2.";

    private final SparkApi api;
    private final String address;

    private SparkEngine(SparkApi api, String address) {
        this.api = api;
        this.address = address;
    }

    /**
     * One at {@code sc://host:port}.
     *
     * @throws EngineException where the libraries are missing
     */
    public static SparkEngine at(String address) {
        return new SparkEngine(SparkLibraries.api(), address);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * @throws EngineException where nobody answers at the address, or another version does
     */
    @Override
    public Session open(Path store, ZoneId zone) {
        Object spark = api.connect(address);
        String version = api.version(spark);
        if (!version.startsWith(VERSION)) {
            api.close(spark);
            throw new EngineException(
                    "The Spark at "
                            + address
                            + " is version "
                            + version
                            + ", expected "
                            + VERSION
                            + "x",
                    null);
        }
        return new SparkSession(api, spark, store, zone);
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
