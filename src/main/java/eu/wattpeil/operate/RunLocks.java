package eu.wattpeil.operate;

import eu.wattpeil.disk.FolderLock;
import eu.wattpeil.hosts.HeldClaim;
import eu.wattpeil.hosts.RepositoryDatabase;
import eu.wattpeil.hosts.ThisHost;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.SharedRepository;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * The locks under which one process at a time changes a store: that of the workspace, that of the
 * store, and the claim of its remote; or, where hosts share the work, the claim of that.
 *
 * @param store of the workspace
 */
record RunLocks(Workspace workspace, Store store, Clock clock) {

    /** What is done under them. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T take() throws IOException, E;
    }

    /**
     * Does work under them, where no run is at work.
     *
     * @throws eu.wattpeil.disk.FolderInUseException where a run is
     * @throws eu.wattpeil.hosts.ClaimedException where that is on one of the hosts that share the
     *     work
     * @throws KnownStore.GoneException where the store is not where it was
     */
    <T, E extends Exception> T hold(Work<T, E> work) throws IOException, E {
        Optional<SharedRepository> repository = workspace.settings().jobRepository();
        return repository.isPresent()
                ? holdAmongHosts(RepositoryDatabase.of(repository.get()), work)
                : holdAlone(work);
    }

    /** Does work under those of a workspace whose work no hosts share. */
    <T, E extends Exception> T holdAlone(Work<T, E> work) throws IOException, E {
        Path stateFolder = Setup.stateFolder(workspace.root());
        try (WorkspaceLock lock = WorkspaceLock.take(stateFolder, clock)) {
            if (workspace.settings().remoteStorage().isEmpty()) {
                KnownStore.requireThere(stateFolder, store);
            }
            String who = WorkspaceLock.process(clock) + " for " + workspace.root();
            try (FolderLock held = store.lock(who);
                    RemoteHold remote = RemoteHold.take(store, who)) {
                T result = work.take();
                remote.done();
                return result;
            }
        }
    }

    private <T, E extends Exception> T holdAmongHosts(RepositoryDatabase database, Work<T, E> work)
            throws IOException, E {
        Path stateFolder = Setup.stateFolder(workspace.root());
        String workspaceId = WorkspaceId.of(stateFolder);
        try (HeldClaim claim =
                HeldClaim.await(database, workspaceId, ThisHost.process(), () -> {})) {
            KnownStore.requireThere(stateFolder, store);
            store.hosts().shareFor(workspaceId);
            store.hosts().fence(claim.word());
            T result = work.take();
            store.hosts().finishClaim();
            return result;
        }
    }
}
