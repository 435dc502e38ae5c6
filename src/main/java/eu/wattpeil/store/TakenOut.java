package eu.wattpeil.store;

import java.util.List;
import java.util.Optional;

/**
 * Documents that were taken out because they were damaged, until they are read again: {@code
 * _taken-out/}, an empty file named as the row that each had. It keeps their places in the order of
 * arrival, on which figures depend.
 */
final class TakenOut {

    private static final String FOLDER = "_taken-out/";

    private final StoreFiles files;

    TakenOut(StoreFiles files) {
        this.files = files;
    }

    /** The names that their rows had. */
    List<LedgerName> names() {
        return files.names(FOLDER).stream()
                .flatMap(file -> LedgerName.parse(file).stream())
                .toList();
    }

    /** The batch that a document had. */
    Optional<Long> batchOf(String documentId) {
        return names().stream()
                .filter(name -> name.documentId().equals(documentId))
                .map(LedgerName::batch)
                .findFirst();
    }

    /** A document is about to be taken out. */
    void note(LedgerName row) {
        String staged = files.staging() + "/" + file(row).replace('/', '~');
        files.write(staged, "");
        files.move(staged, file(row));
        files.syncFolderOf(file(row));
    }

    /** A document is in, or was read in another way. */
    void isBack(LedgerName row) {
        for (LedgerName name : names()) {
            if (name.content().equals(row.content())) {
                files.remove(file(name));
                files.syncFolderOf(file(name));
            }
        }
    }

    private static String file(LedgerName row) {
        return FOLDER + row.file().substring(row.file().lastIndexOf('/') + 1);
    }
}
