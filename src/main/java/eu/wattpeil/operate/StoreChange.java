package eu.wattpeil.operate;

import eu.wattpeil.store.Origin;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.SoftwareVersion;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;

/** Something that is changed in a store while no run is at work. */
@FunctionalInterface
interface StoreChange {

    void make() throws IOException;

    /** The store of a workspace, to be written to. */
    static Store store(Workspace workspace) {
        Settings settings = workspace.settings();
        Store store =
                Store.open(
                        settings.store(),
                        new Origin(SoftwareVersion.text(), settings.zone().getId()),
                        settings.permissions().store());
        return Setup.remembering(RemoteHold.copy(store, settings), workspace);
    }

    /**
     * Makes it under the locks of a run, after what a killed run left was put right.
     *
     * @throws eu.wattpeil.disk.FolderInUseException where a run is at work
     * @throws eu.wattpeil.hosts.ClaimedException where that is on one of the hosts that share the
     *     work
     * @throws KnownStore.GoneException where the store is not where it was
     */
    default void alone(Workspace workspace, Store store, Clock clock) throws IOException {
        new RunLocks(workspace, store, clock)
                .hold(
                        () -> {
                            store.prepare();
                            make();
                            return store;
                        });
    }
}
