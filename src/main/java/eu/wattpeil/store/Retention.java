package eu.wattpeil.store;

import java.util.List;
import java.util.Map;

/** From which month on a store keeps records. */
public final class Retention {

    private final StoreFiles files;
    private final StoreLayout layout;
    private final Packs packs;
    private final Ledger ledger;
    private final StoreFormat format;

    Retention(
            StoreFiles files, StoreLayout layout, Packs packs, Ledger ledger, StoreFormat format) {
        this.files = files;
        this.layout = layout;
        this.packs = packs;
        this.ledger = ledger;
        this.format = format;
    }

    /** By dataset, from which month on its records are kept; none for those of which all is. */
    public Map<String, KeptFrom> keptFrom() {
        format.requireUnderstood();
        return ledger.keptFrom();
    }

    /**
     * Removes the records of the months before some. Rows of the ledger stay as they were, so that
     * it is known what was read; their rejects go with the last of their records. From one instant
     * on nobody misses the files; what a crash leaves of them the next {@link Store#prepare}
     * removes. Only for the one process that writes.
     *
     * @param months of which those before the ones that are kept already change nothing
     */
    public void keepFrom(List<KeptFrom> months) {
        files.putInPlace(KeptFile.FILE, KeptFile.text(ledger.keptFrom(), months));
        removeUnkept();
    }

    /** As long as a folder is there, the next run finds what is left to remove. */
    void removeUnkept() {
        Map<String, KeptFrom> keptFrom = ledger.keptFrom();
        List<String> folders =
                keptFrom.values().stream().flatMap(kept -> unkeptFolders(kept).stream()).toList();
        for (Pack.Place place : packs.places()) {
            KeptFrom kept = keptFrom.get(place.dataset());
            if (kept != null && place.month().isBefore(kept.month())) {
                remove(place.record());
            }
        }
        if (folders.isEmpty()) {
            return;
        }
        ledger.removeRejectsWithoutRows();
        folders.forEach(this::remove);
    }

    private List<String> unkeptFolders(KeptFrom kept) {
        return layout.months(kept.dataset()).stream()
                .filter(month -> month.isBefore(kept.month()))
                .map(month -> StoreLayout.folder(kept.dataset(), month))
                .toList();
    }

    private void remove(String file) {
        files.remove(file);
        files.syncFolderOf(file);
    }
}
