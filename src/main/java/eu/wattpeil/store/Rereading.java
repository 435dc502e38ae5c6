package eu.wattpeil.store;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Reads rows of documents beside a run, which may exchange their files for a pack, or for those of
 * another reading: who took the list of them before cannot open them any more, and begins again
 * with the list as it is then.
 */
final class Rereading {

    /** A run packs a month of each dataset, and a query may read several. */
    private static final int ATTEMPTS = 5;

    private final Path root;
    private final Packs packs;

    Rereading(Path root, Packs packs) {
        this.root = root;
        this.packs = packs;
    }

    <T, E extends Exception> T read(Store.Work<T, E> work, BooleanSupplier isRepeatable) throws E {
        for (int left = ATTEMPTS - 1; ; left--) {
            Set<String> before = packs.state();
            try {
                return work.read();
            } catch (RuntimeException failure) {
                if (left == 0 || packs.state().equals(before)) {
                    throw failure;
                }
                if (!isRepeatable.getAsBoolean()) {
                    throw StoreException.exchanged(root, failure);
                }
            }
        }
    }
}
