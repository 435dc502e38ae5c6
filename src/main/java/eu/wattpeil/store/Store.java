package eu.wattpeil.store;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of Parquet tables. */
public final class Store {

    private final Path root;

    private Store(Path root) {
        this.root = root;
    }

    /** Opens the store in a folder, which need not exist yet. */
    public static Store open(Path root) {
        return new Store(root);
    }

    public Path root() {
        return root;
    }

    /**
     * Starts a file of a table. Nothing is visible until {@link TableFile#commit()}, which puts it in
     * place by one rename, over an older one if there is one.
     *
     * @param file below the root, for instance {@code hourly_energy/month=2026-09/part.parquet}
     */
    public TableFile create(Dataset table, String file) {
        throw new UnsupportedOperationException(table.name() + file);
    }

    /** Whether a file is there. */
    public boolean contains(String file) {
        throw new UnsupportedOperationException(file);
    }

    /** Puts a small UTF-8 text in place by one rename. */
    public void writeText(String file, String text) {
        throw new UnsupportedOperationException(file + text);
    }

    /** The text of a file; empty where there is none. */
    public Optional<String> readText(String file) {
        throw new UnsupportedOperationException(file);
    }
}
