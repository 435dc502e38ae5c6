package eu.wattpeil.store;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Puts small files of a month into a pack, and has packs follow the ledger. What changes anything
 * is for the one process that writes.
 */
public final class Compaction {

    private final StoreFiles files;
    private final StoreLayout layout;
    private final Packs packs;
    private final Ledger ledger;
    private final TakenOut takenOut;
    private final StoreFormat format;
    private final Integrity integrity;
    private final Origin origin;

    Compaction(
            StoreFiles files,
            StoreLayout layout,
            Packs packs,
            Ledger ledger,
            TakenOut takenOut,
            StoreFormat format,
            Integrity integrity,
            Origin origin) {
        this.files = files;
        this.layout = layout;
        this.packs = packs;
        this.ledger = ledger;
        this.takenOut = takenOut;
        this.format = format;
        this.integrity = integrity;
        this.origin = origin;
    }

    /**
     * By month, in order of it, documents with a small file of their own there, in order of
     * arrival, as long as there is room for them in its pack.
     *
     * @param documents that are in
     * @param mostBytes that the rows of a document may take in the month
     * @param mostOfPack that the files of the month's pack may take together
     */
    public SortedMap<YearMonth, List<LedgerRow>> smallFiles(
            Dataset table, List<LedgerRow> documents, long mostBytes, long mostOfPack) {
        Packs.Snapshot packed = packs.snapshot();
        Map<YearMonth, Long> taken = packed.bytes(table.name());
        SortedMap<YearMonth, List<LedgerRow>> months = new TreeMap<>();
        for (LedgerRow row : documents) {
            if (row.dataset().equals(table.name())) {
                ownBytes(row, packed)
                        .forEach(
                                (month, bytes) -> {
                                    long together = taken.getOrDefault(month, 0L) + bytes;
                                    if (bytes <= mostBytes && together <= mostOfPack) {
                                        taken.put(month, together);
                                        months.computeIfAbsent(month, it -> new ArrayList<>())
                                                .add(row);
                                    }
                                });
            }
        }
        return months;
    }

    /** By month, how much files of its own a document has. */
    private static Map<YearMonth, Long> ownBytes(LedgerRow row, Packs.Snapshot packed) {
        Map<YearMonth, Long> bytes = new TreeMap<>();
        for (StoredFile file : row.files()) {
            if (!packed.covers(file.file())) {
                StoreLayout.monthOf(file.file())
                        .ifPresent(month -> bytes.merge(month, file.bytes(), Long::sum));
            }
        }
        return bytes;
    }

    /**
     * Puts the rows that documents have in a month into one file, in place of a file of each; the
     * ledger stays as it is. From one instant on that file counts, then theirs are removed, what a
     * crash leaves of them by the next {@link Store#prepare}.
     *
     * @param documents that are in and have files of their own in the month
     * @return whether it was done; not where one of the files is damaged
     */
    public boolean pack(Dataset dataset, YearMonth month, Collection<LedgerRow> documents) {
        String folder = StoreLayout.folder(dataset.name(), month) + "/";
        List<StoredFile> sources =
                new ArrayList<>(
                        documents.stream()
                                .flatMap(row -> row.files().stream())
                                .filter(file -> file.file().startsWith(folder))
                                .toList());
        packs.of(dataset.name(), month).ifPresent(pack -> sources.add(pack.file()));
        if (!sources.stream().allMatch(integrity::isIntact)) {
            return false;
        }
        format.notePacks();
        files.putInPlace(Packs.ALWAYS_THERE, Pack.HEADER);
        packing().pack(dataset, month, documents);
        settle();
        return true;
    }

    /**
     * Removes what packs took the place of, and the rows of documents in them that were read anew
     * since, taken out or forgotten.
     */
    public void settle() {
        settled();
    }

    /** Does the same, and gives the packs that have such rows still, as they are damaged. */
    List<Pack> settled() {
        if (packs.places().isEmpty()) {
            return List.of();
        }
        Set<String> visible = new HashSet<>();
        Set<String> elsewhere = new HashSet<>();
        for (LedgerName name : ledger.visible()) {
            visible.add(name.documentId());
            elsewhere.add(name.content());
        }
        ledger.forgotten().forEach(document -> elsewhere.add(document.contentId()));
        takenOut.names().forEach(name -> elsewhere.add(name.content()));
        // A row of the ledger that is missing for no known reason may come back from a backup.
        List<Pack> left =
                packing()
                        .settle(
                                id ->
                                        !visible.contains(id)
                                                && elsewhere.contains(LedgerRow.contentId(id)));
        ledger.changed();
        return left;
    }

    /** Ends what a killed process began, and writes lost records anew. */
    void prepare() {
        if (format.hasPacks()) {
            packing().restoreRecords();
            settle();
        }
    }

    /** Makes a column null in rows of packs; see {@link Packing#clear}. */
    Set<String> clear(
            Dataset dataset, Set<String> documentIds, String column, Predicate<String> isCleared) {
        return packing().clear(dataset, documentIds, column, isCleared);
    }

    private Packing packing() {
        return new Packing(files, layout, packs, origin);
    }
}
