package eu.wattpeil.store;

import java.time.Duration;

/**
 * A document whose files are written, each on the disk, and stand below one folder as they shall
 * stand below the root.
 *
 * @param staging the folder
 */
record StagedDocument(StoreFiles files, Ledger ledger, String staging) {

    /** The file of what goes with it, beside its files. */
    static final String NOTE = "note";

    /** So much of a long run is read again where its host is lost. */
    private static final Duration COMMIT_PAUSE = Duration.ofSeconds(30);

    /**
     * Puts its files in place, and last its row of the ledger, which must stand there, too: from
     * then on it is in.
     */
    void putInPlace(LedgerRow row) {
        LedgerName name = row.fileName();
        row.files().forEach(file -> files.move(staged(file.file()), file.file()));
        row.files().forEach(file -> files.syncFolderOf(file.file()));
        files.move(staged(name.file()), name.file());
        files.syncFolderOf(name.file());
        ledger.added(name);
        files.remove(staging);
        files.copy().commitAfter(COMMIT_PAUSE);
    }

    /** Whether each file of it is there in its full size. */
    boolean isWhole(LedgerRow row) {
        return row.files().stream()
                .allMatch(file -> files.size(staged(file.file())) == file.bytes());
    }

    String staged(String file) {
        return staging + "/" + file;
    }
}
