package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.duckdb.DuckDbEngine;

/** The one place that says what months are computed on. */
final class Engines {

    private static final Engine CHOSEN = new DuckDbEngine();

    private Engines() {}

    static Engine chosen() {
        return CHOSEN;
    }
}
