package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.duckdb.DuckDbEngine;
import eu.wattpeil.kpi.engine.spark.SparkEngine;
import eu.wattpeil.workspace.ClusterSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one place that says what months are computed on: here, or on a cluster where there is one and
 * they are long. What only reads what was computed does so here.
 */
final class Engines {

    private static final Engine CHOSEN = new DuckDbEngine();

    private final Engine here;
    private final Optional<Engine> cluster;
    private final long fromRows;

    private Engines(Engine here, Optional<Engine> cluster, long fromRows) {
        this.here = here;
        this.cluster = cluster;
        this.fromRows = fromRows;
    }

    /** Where there is no other than that of this process. */
    static Engine chosen() {
        return CHOSEN;
    }

    /** One for all months. */
    static Engines only(Engine engine) {
        return new Engines(engine, Optional.empty(), 0);
    }

    /**
     * Those of a workspace.
     *
     * @param cluster that it has
     */
    static Engines of(Optional<ClusterSettings> cluster) {
        return new Engines(
                CHOSEN,
                cluster.map(it -> SparkEngine.at(it.master(), it.settings(), it.fromRows())),
                cluster.map(ClusterSettings::fromRows).orElse(0L));
    }

    /** For the editions that are there. */
    Engine here() {
        return here;
    }

    /** For a month that is made of so many rows of documents. */
    Engine forRows(long rows) {
        return cluster.filter(it -> rows >= fromRows).orElse(here).forRows(rows);
    }

    void removeLeftovers(Path store) {
        here.removeLeftovers(store);
    }
}
