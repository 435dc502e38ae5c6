package eu.wattpeil.kpi.query;

import eu.wattpeil.kpi.engine.duckdb.SharedDatabase;
import eu.wattpeil.store.Store;

/**
 * Keeps what reads a store ready between questions, also those about its editions, until it is
 * closed. Without one each question makes it ready for itself; the answers are the same.
 */
public final class KeptReader implements AutoCloseable {

    private final SharedDatabase database;

    private KeptReader(SharedDatabase database) {
        this.database = database;
    }

    public static KeptReader of(Store store) {
        return new KeptReader(SharedDatabase.keep(store.root()));
    }

    @Override
    public void close() {
        database.close();
    }
}
