package eu.wattpeil.store;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether files are what was written: each is read and compared with its checksum once. */
final class Integrity {

    private final StoreFiles files;
    private final Packs packs;
    private final Ledger ledger;
    private final Set<String> intact = ConcurrentHashMap.newKeySet();

    Integrity(StoreFiles files, Packs packs, Ledger ledger) {
        this.files = files;
        this.packs = packs;
        this.ledger = ledger;
    }

    /**
     * That all files of some documents are.
     *
     * @throws StoreException where one is not
     */
    void require(Collection<LedgerRow> documents) {
        documents.parallelStream().forEach(row -> row.files().forEach(file -> require(row, file)));
    }

    /** Whether a file is. */
    boolean isIntact(StoredFile file) {
        return damage(file).isEmpty();
    }

    private void require(LedgerRow row, StoredFile file) {
        Optional<Pack> pack = packs.inPlaceOf(file.file());
        Optional<String> found = damage(pack.map(Pack::file).orElse(file));
        if (found.isEmpty()) {
            return;
        }
        if (!packs.inPlaceOf(file.file()).equals(pack)) {
            // A run has packed it meanwhile.
            require(row, file);
            return;
        }
        throw pack.map(it -> ledger.damaged(it, found.get()))
                .orElseGet(() -> ledger.damaged(row, file, found.get()));
    }

    /**
     * What is wrong with a file, which is read once where nothing is. Nothing is where another one
     * takes its place, and the row of its document was not yet put in its own.
     */
    Optional<String> damage(StoredFile file) {
        Optional<String> found = damageOf(file);
        if (found.isEmpty()) {
            return found;
        }
        StoredFile other = Rewriting.inPlaceOf(files).get(file.file());
        return other != null && damageOf(other).isEmpty() ? Optional.empty() : found;
    }

    private Optional<String> damageOf(StoredFile file) {
        if (intact.contains(file.file())) {
            return Optional.empty();
        }
        long bytes = files.size(file.file());
        if (bytes != file.bytes()) {
            return Optional.of(
                    bytes < 0 ? "the file is missing" : "the file has " + bytes + " bytes");
        }
        if (files.checksum(file.file()) != file.checksum()) {
            return Optional.of("the checksum is another");
        }
        intact.add(file.file());
        return Optional.empty();
    }
}
