package eu.wattpeil.kpi.engine.duckdb;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database that all share who read a store while somebody keeps it open: to open one takes longer
 * than most of what they ask. Each has relations of its own and sees no others.
 */
public final class SharedDatabase implements AutoCloseable {

    private static final Map<Path, SharedDatabase> KEPT = new HashMap<>();

    private final Path root;
    private @Nullable Database database;
    private int keepers;
    private long readers;

    private SharedDatabase(Path root) {
        this.root = root;
    }

    /**
     * Keeps that of a store open from its first reader on, until all who keep it have closed it.
     */
    public static SharedDatabase keep(Path store) {
        synchronized (KEPT) {
            SharedDatabase kept = KEPT.computeIfAbsent(root(store), SharedDatabase::new);
            kept.keepers++;
            return kept;
        }
    }

    /**
     * Relations of their own for a reader, who closes them; empty where nobody keeps a database.
     */
    static Optional<Database> reader(Path store) {
        synchronized (KEPT) {
            return Optional.ofNullable(KEPT.get(root(store))).map(SharedDatabase::reader);
        }
    }

    private Database reader() {
        Database opened = database;
        if (opened == null) {
            opened = Database.forgetful(root);
            database = opened;
        }
        readers++;
        return opened.apart("reader_" + readers);
    }

    @Override
    public void close() {
        synchronized (KEPT) {
            keepers--;
            if (keepers == 0) {
                KEPT.remove(root);
                Database opened = database;
                if (opened != null) {
                    opened.close();
                }
            }
        }
    }

    private static Path root(Path store) {
        return store.toAbsolutePath().normalize();
    }
}
