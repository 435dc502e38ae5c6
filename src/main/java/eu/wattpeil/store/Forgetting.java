package eu.wattpeil.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes documents out of a store for good, and lets them in again. */
public final class Forgetting {

    private final StoreFiles files;
    private final Ledger ledger;
    private final Compaction compaction;
    private final StoreFormat format;

    Forgetting(StoreFiles files, Ledger ledger, Compaction compaction, StoreFormat format) {
        this.files = files;
        this.ledger = ledger;
        this.compaction = compaction;
        this.format = format;
    }

    /**
     * The documents that were taken out for good, by definition.
     *
     * @throws StoreException where it cannot be read which they are
     */
    public List<ForgottenDocument> forgotten() {
        format.requireUnderstood();
        return ledger.forgotten();
    }

    /**
     * Takes documents out for good: their rows, their rejects and their rows of the ledger. From
     * one instant on none of them is in, and a document of the same bytes is not read again under
     * its definition until it is {@link #restore restored}; their files are removed then, what a
     * crash leaves of them by the next {@link Store#prepare}. Only for the one process that writes.
     *
     * @param documents that are in
     * @param day local, on which it is done
     */
    public void forget(Collection<LedgerRow> documents, LocalDate day) {
        List<ForgottenDocument> all = new ArrayList<>(ledger.forgotten());
        documents.forEach(row -> all.add(ForgottenDocument.of(row, day)));
        files.putInPlace(ForgottenFile.FILE, ForgottenFile.text(all));
        removeLeft();
    }

    /**
     * Lets documents in again that were forgotten: the next run reads them where they are still
     * within reach. Only for the one process that writes.
     */
    public void restore(Collection<ForgottenDocument> documents) {
        removeLeft();
        List<ForgottenDocument> left = new ArrayList<>(ledger.forgotten());
        left.removeAll(documents);
        files.putInPlace(ForgottenFile.FILE, ForgottenFile.text(left));
    }

    /** Of a document that is let in again nothing old must come back, not even by a power cut. */
    private void removeLeft() {
        ledger.removeSuperseded();
        List<Pack> left = compaction.settled();
        files.syncFolderOf(Datasets.DOCUMENTS.name() + "/" + ForgottenFile.FILE);
        if (!left.isEmpty()) {
            throw StoreException.damaged(
                    files.path(left.get(0).file().file()),
                    "the file is damaged, and rows of documents that were taken out are in it",
                    "the " + left.get(0).file().bytes() + " bytes that were written",
                    "restore it from a backup, or run wattpeil doctor --repair",
                    null);
        }
    }
}
