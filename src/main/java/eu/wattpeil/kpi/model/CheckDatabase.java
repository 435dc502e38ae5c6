package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.duckdb.Database;
import org.jspecify.annotations.Nullable;

/** The database that models are checked in, opened when it is first asked something. */
final class CheckDatabase implements AutoCloseable {

    private @Nullable Database opened;

    Database get() {
        if (opened == null) {
            opened = Database.open();
        }
        return opened;
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
