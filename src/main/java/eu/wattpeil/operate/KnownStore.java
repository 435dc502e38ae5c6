package eu.wattpeil.operate;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers where the store of a workspace is, so that a run whose store is on a disk that is not
 * there begins no other one in its place.
 */
final class KnownStore {

    private KnownStore() {}

    /** The store is not where it was. */
    static final class GoneException extends ExplainedException {

        private static final long serialVersionUID = 1L;

        private GoneException(String message) {
            super(message);
        }
    }

    /**
     * Requires the store to be there, where it ever was.
     *
     * @throws GoneException where it is not
     */
    static void requireThere(Path stateFolder, Store store) throws IOException {
        Path file = file(stateFolder);
        boolean isKnown = Files.exists(file) && Files.readString(file).equals(text(store));
        if (isKnown && !store.isBegun()) {
            throw new GoneException(
                    store.root()
                            + ": the folder is empty or gone, expected the store that runs have"
                            + " filled; is its disk not there? Bring it back, or remove "
                            + file
                            + " to begin a new store");
        }
    }

    /** Remembers a store that has documents. Only for the one process that runs there. */
    static void note(Path stateFolder, Store store) throws IOException {
        Path file = file(stateFolder);
        boolean isKnown = Files.exists(file) && Files.readString(file).equals(text(store));
        if (!isKnown && store.lastBatch() > 0) {
            byte[] bytes = text(store).getBytes(StandardCharsets.UTF_8);
            Disk.local().replace(file, bytes, Access.OWNER);
        }
    }

    private static String text(Store store) {
        return store.root().toAbsolutePath() + "\n";
    }

    private static Path file(Path stateFolder) {
        return stateFolder.resolve("known-store");
    }
}
