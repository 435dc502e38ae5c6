package eu.wattpeil.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * What hosts do that share a store: one at a time writes in it, by the claim that it is fenced by,
 * and others stage documents for it.
 */
public final class StoreHosts {

    /** Where it stands which workspace's hosts share the store. */
    static final String FILE = ".hosts";

    /** Where other hosts stage documents, below the folder of a claim. */
    private static final String HELP = "help";

    private final Store store;
    private final StoreFiles files;
    private final Ledger ledger;
    private final StoreFormat format;
    private final Origin origin;

    StoreHosts(Store store, StoreFiles files, Ledger ledger, StoreFormat format, Origin origin) {
        this.store = store;
        this.files = files;
        this.ledger = ledger;
        this.format = format;
        this.origin = origin;
    }

    /**
     * That none share the store.
     *
     * @throws StoreException where they do
     */
    void requireNone() {
        if (files.read(FILE).isPresent()) {
            throw StoreException.damaged(
                    files.path(FILE),
                    "the store is written by hosts that share a job repository",
                    "job-repository in config/wattpeil.yaml, as they have it",
                    "where no host works with it any more, remove the file",
                    null);
        }
    }

    /**
     * Makes the store one that hosts share, if it is not: from then on no process writes in it that
     * does not work with them.
     *
     * @param workspaceId of the workspace that they work for
     * @throws eu.wattpeil.disk.FolderInUseException where a process holds it that does not
     * @throws StoreException where hosts of another workspace share it
     */
    public void shareFor(String workspaceId) throws IOException {
        files.makeRoot();
        Optional<String> sharedFor = files.read(FILE).map(String::strip);
        if (sharedFor.isEmpty()) {
            store.lock("hosts").close();
            files.putInPlace(FILE, workspaceId + "\n");
        } else if (!sharedFor.get().equals(workspaceId)) {
            throw StoreException.damaged(
                    files.path(FILE),
                    "the store is written by hosts of another workspace",
                    "a store of its own",
                    "where they do not work with it any more, remove the file",
                    null);
        }
    }

    /**
     * From now on nobody puts anything in place or removes it but by this claim, until a later one
     * comes, where hosts share the work. A process that held an earlier one, and does not know that
     * it is over, fails with its next file.
     *
     * @param claim such as {@code claim-7}
     * @throws StoreException where the store was made by a newer version
     */
    public void fence(String claim) {
        files.makeRoot();
        format.requireUnderstood();
        files.fence(claim);
    }

    /** Leaves nothing of the claim that the store is fenced by. */
    public void finishClaim() {
        files.remove(files.staging());
    }

    /**
     * Lets other hosts stage documents for the claim that the store is fenced by, until {@link
     * #endHelp}.
     */
    public void beginHelp() {
        files.makeFolder(files.staging() + "/" + HELP);
    }

    /** Nobody can stage anything for this claim any more; what was not taken is removed. */
    public void endHelp() {
        files.takeAway(files.staging() + "/" + HELP);
    }

    /**
     * From now on nothing is put in place, and documents are staged for the holder of a claim, as
     * long as it wants that.
     *
     * @param claim such as {@code claim-7}
     * @throws StoreException where the store was made by a newer version
     */
    public void help(String claim) {
        format.requireUnderstood();
        files.stageBelow(Store.STAGING + "/" + claim + "/" + HELP);
    }

    /** A document that is in, and what whoever staged it has noted. */
    public record Taken(LedgerRow row, String note) {}

    /**
     * Puts a document in place that another host has staged: it is in then. Whoever staged it can
     * change nothing of it any more. Only for the one process that writes.
     *
     * @param folder in which it was staged
     * @param batch that it was read in
     * @return empty where it is not there whole: then it is not in, and what is there is removed
     */
    public Optional<Taken> takeStaged(String folder, String documentId, long batch) {
        LedgerName name = new LedgerName(batch, documentId);
        String left = files.staging() + "/" + HELP + "/" + folder;
        String staging = files.staging() + "/" + documentId;
        if (!Files.exists(files.path(left))) {
            return Optional.empty();
        }
        files.remove(staging);
        files.move(left, staging);
        StagedDocument staged = new StagedDocument(files, ledger, staging);
        String file = staged.staged(name.file());
        Optional<String> note = files.read(staged.staged(StagedDocument.NOTE));
        if (note.isEmpty() || files.size(file) < 0) {
            files.remove(staging);
            return Optional.empty();
        }
        LedgerRow row = LedgerFile.read(files, name, file);
        if (!staged.isWhole(row)) {
            files.remove(staging);
            return Optional.empty();
        }
        LedgerRow inItsBatch = ledger.inItsBatch(row);
        if (!inItsBatch.equals(row)) {
            LedgerFile.write(
                    inItsBatch, files, staged.staged(inItsBatch.fileName().file()), origin);
        }
        staged.putInPlace(inItsBatch);
        return Optional.of(new Taken(inItsBatch, note.get()));
    }
}
