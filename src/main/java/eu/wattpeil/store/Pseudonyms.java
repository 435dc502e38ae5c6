package eu.wattpeil.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a store keeps of users, and no longer keeps: pseudonyms, made with a key. */
public final class Pseudonyms {

    private final StoreFiles files;
    private final StoreLayout layout;
    private final Packs packs;
    private final Ledger ledger;
    private final Compaction compaction;
    private final StoreFormat format;
    private final Origin origin;

    Pseudonyms(
            StoreFiles files,
            StoreLayout layout,
            Packs packs,
            Ledger ledger,
            Compaction compaction,
            StoreFormat format,
            Origin origin) {
        this.files = files;
        this.layout = layout;
        this.packs = packs;
        this.ledger = ledger;
        this.compaction = compaction;
        this.format = format;
        this.origin = origin;
    }

    /** The marks of users that were erased: no row keeps anything of them. */
    public Set<String> erased() {
        format.requireUnderstood();
        return new MarkFile(files).read();
    }

    /** Adds marks of users of whom no row that is read from now on keeps anything. */
    public void erase(Collection<String> marks) {
        Set<String> all = new TreeSet<>(erased());
        all.addAll(marks);
        files.putInPlace(MarkFile.ERASED, MarkFile.text(all));
    }

    /** What the key is known by that they are made with; empty where none was noted. */
    public Optional<String> key() {
        return files.read(MarkFile.KEY).map(String::strip);
    }

    /**
     * Notes that no row has a pseudonym of another key any more.
     *
     * @param fingerprint of the key; an empty text for none
     */
    public void noteKey(String fingerprint) {
        files.putInPlace(MarkFile.KEY, fingerprint + "\n");
    }

    /**
     * Makes a column null where it has some texts, in the rows of documents that are in. A document
     * is as it was or as it shall be, wherever it is cut off; other figures of its rows stay. Only
     * for the one process that writes.
     *
     * @param documents whose dataset has the column
     * @return of how many documents rows were changed
     */
    public int clear(Collection<LedgerRow> documents, String column, Predicate<String> isCleared) {
        Set<String> changed = new HashSet<>();
        Map<String, Set<String>> byDataset =
                documents.stream()
                        .collect(
                                Collectors.groupingBy(
                                        LedgerRow::dataset,
                                        Collectors.mapping(
                                                LedgerRow::documentId, Collectors.toSet())));
        byDataset.forEach(
                (dataset, ids) ->
                        changed.addAll(
                                compaction.clear(
                                        Datasets.named(dataset).orElseThrow(),
                                        ids,
                                        column,
                                        isCleared)));
        Rewriting rewriting = new Rewriting(files, layout, packs, origin);
        for (LedgerRow row : documents) {
            Dataset dataset = Datasets.named(row.dataset()).orElseThrow();
            if (rewriting.clear(row, dataset, column, isCleared)) {
                changed.add(row.documentId());
            }
        }
        ledger.changed();
        return changed.size();
    }
}
