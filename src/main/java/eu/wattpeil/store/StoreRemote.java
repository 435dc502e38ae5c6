package eu.wattpeil.store;

import eu.wattpeil.store.remote.RemoteFile;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** What a store has to do with the remote that it is a working copy of, where it is one. */
public final class StoreRemote {

    private final StoreFiles files;
    private final WorkingCopy copy;

    StoreRemote(StoreFiles files) {
        this.files = files;
        this.copy = files.copy();
    }

    /**
     * Claims the remote, and makes the folder what the remote is; nothing happens where there is
     * none. Before {@link Store#prepare}, and only for the one process that writes to the folder.
     *
     * @param who as another process shall read it
     * @throws eu.wattpeil.store.remote.RemoteException where another process holds it, or it cannot
     *     be reached
     * @throws StoreException where the folder is the copy of another one
     */
    public void claim(String who) {
        if (copy.isOne()) {
            files.makeRoot();
            copy.begin(who);
        }
    }

    /**
     * Commits to the remote what was changed since the last time, all of it at one instant; nothing
     * happens where there is none, or nothing was changed.
     */
    public void commit() {
        copy.commit();
    }

    /**
     * Gives the remote back.
     *
     * @param isWhole whether the store is in order, and what is not committed yet shall be
     */
    public void release(boolean isWhole) {
        copy.end(isWhole);
    }

    /**
     * Files that the remote has lost; none where there is no remote.
     *
     * @throws eu.wattpeil.store.remote.RemoteException where it cannot be reached
     */
    public List<Defect> lost() {
        return copy.lost().stream().map(this::defect).toList();
    }

    private Defect defect(RemoteFile file) {
        String object = original().orElse("the remote") + "/" + file.object();
        return new Defect(
                Defect.Kind.LOST,
                files.path(file.path()),
                object + " is missing, or has another size",
                "the " + file.bytes() + " bytes that were committed",
                Files.exists(files.path(file.path()))
                        ? "bring this file there, or restore that one from a backup"
                        : "restore it from a backup");
    }

    /** Of what the folder is a working copy; empty where it is not one, or not yet. */
    public Optional<String> original() {
        return copy.original();
    }
}
