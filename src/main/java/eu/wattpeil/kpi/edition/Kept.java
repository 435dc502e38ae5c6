package eu.wattpeil.kpi.edition;

import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.workspace.FileBundle;
import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What editions were made from and the store would forget, below {@value #FOLDER}: files of the
 * workspace, and months of materialised models that others have taken the place of. Each is named
 * by a fingerprint of what is in it, so that editions share what is the same. Nothing of it is ever
 * removed, as no edition is.
 */
final class Kept {

    static final String FOLDER = "_kept";

    private final Store store;

    Kept(Store store) {
        this.store = store;
    }

    /** Keeps files, unless they are kept. */
    void keep(FileBundle files) {
        String file = bundleFile(files.id());
        if (!files.isEmpty() && !isThere(file)) {
            store.writeBytes(file, files.packed());
        }
    }

    /**
     * The files of a fingerprint.
     *
     * @throws UnverifiableException where they are not there, or others
     */
    FileBundle files(String id) {
        String file = bundleFile(id);
        if (!isThere(file)) {
            throw new UnverifiableException(store.layout().path(file) + " is missing");
        }
        try {
            FileBundle files = FileBundle.unpacked(store.readBytes(file));
            if (files.id().equals(id)) {
                return files;
            }
        } catch (IOException | IllegalArgumentException noArchive) {
            throw new UnverifiableException(store.layout().path(file) + " is damaged");
        }
        throw new UnverifiableException(
                store.layout().path(file) + " has other files than were kept there");
    }

    /** Keeps a month of a materialised model, unless it is kept. */
    void keepPart(String model, YearMonth month, byte[] bytes) {
        String file = partFile(model, month, Fingerprint.of(bytes));
        if (!isThere(file)) {
            store.writeBytes(file, bytes);
        }
    }

    /** Forgets one that is in its place in the store all the same. */
    void forgetPart(String model, YearMonth month, String hash) {
        String file = partFile(model, month, hash);
        if (isThere(file)) {
            store.remove(file);
        }
    }

    /** A kept month of a materialised model; empty where it is not there, or is another one. */
    Optional<byte[]> part(String model, YearMonth month, String hash) {
        String file = partFile(model, month, hash);
        return isThere(file)
                ? Optional.of(store.readBytes(file))
                        .filter(bytes -> Fingerprint.of(bytes).equals(hash))
                : Optional.empty();
    }

    private boolean isThere(String file) {
        return Files.exists(store.layout().path(file));
    }

    static String bundleFile(String id) {
        return FOLDER + "/workspace/" + id + ".zip";
    }

    /** The folder of the month tells an engine which one it is. */
    static String partFile(String model, YearMonth month, String hash) {
        return StoreLayout.file(FOLDER + "/" + model, month, hash + ".parquet");
    }
}
