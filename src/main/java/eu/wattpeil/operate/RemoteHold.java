package eu.wattpeil.operate;

import eu.wattpeil.store.Store;
import eu.wattpeil.store.remote.RemoteAddress;
import eu.wattpeil.store.remote.RemoteException;
import eu.wattpeil.store.remote.RemoteStore;
import eu.wattpeil.workspace.RemoteStorage;
import eu.wattpeil.workspace.Secret;
import eu.wattpeil.workspace.SecretPlace;
import eu.wattpeil.workspace.Settings;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The remote of a store, held for a piece of work; where there is none nothing happens. */
final class RemoteHold implements AutoCloseable {

    private final Store store;
    private boolean isWhole;

    private RemoteHold(Store store) {
        this.store = store;
    }

    /**
     * Claims it, and brings here what changed there.
     *
     * @param who as another process shall read it
     */
    static RemoteHold take(Store store, String who) {
        store.remote().claim(who);
        return new RemoteHold(store);
    }

    /** A store that is a copy of the remote that the settings tell of. */
    static Store copy(Store store, Settings settings) {
        settings.remoteStorage().ifPresent(it -> store.copyOf(() -> address(it)));
        return store;
    }

    /**
     * Whether the remote can be worked with: it is asked.
     *
     * @throws RemoteException where it cannot; the message says why
     */
    static void requireUsable(Settings settings) {
        if (settings.remoteStorage().isPresent()) {
            try (RemoteStore remote = RemoteStore.at(address(settings.remoteStorage().get()))) {
                remote.requireUsable();
            }
        }
    }

    private static RemoteAddress address(RemoteStorage storage) {
        Map<String, String> options = new TreeMap<>(storage.options());
        storage.secrets().forEach((key, place) -> options.put(key, secret(storage, key, place)));
        return new RemoteAddress(storage.url(), options, storage.silence(), jars());
    }

    private static String secret(RemoteStorage storage, String key, SecretPlace place) {
        return place.secret()
                .map(Secret::value)
                .orElseThrow(
                        () ->
                                new RemoteException(
                                        storage.place()
                                                + ": "
                                                + place
                                                + " is empty or cannot be read, expected "
                                                + key
                                                + " of "
                                                + storage.url()));
    }

    private static Optional<Path> jars() {
        CodeSource program = RemoteHold.class.getProtectionDomain().getCodeSource();
        if (program == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(program.getLocation().toURI()).resolveSibling("lib-s3"));
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }

    /** All is in order: what is not committed yet is, when this is closed. */
    void done() {
        isWhole = true;
    }

    @Override
    public void close() {
        store.remote().release(isWhole);
    }
}
