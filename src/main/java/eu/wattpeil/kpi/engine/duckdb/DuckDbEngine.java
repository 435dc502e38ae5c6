package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.Session;
import java.nio.file.Path;
import java.time.ZoneId;

/** Runs SQL in a DuckDB inside this process, one per session. */
public final class DuckDbEngine implements Engine {

    public static final String NAME = "duckdb";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Session open(Path store, ZoneId zone) {
        return new DuckDbSession(Database.over(store), zone);
    }

    @Override
    public Session open(Path store, Path aside, ZoneId zone) {
        return new DuckDbSession(Database.beside(store, aside), zone);
    }

    @Override
    public void removeLeftovers(Path store) {
        SpillFolder.removeLeftovers(store);
    }
}
