package eu.wattpeil.store;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Writes packs. The pack of a month and its record are made aside and put in place by the journal
 * of {@link Rewriting}, the record last; only then what they took the place of is removed. A crash
 * before leaves the month as it was; after, the next {@link #settle} goes on.
 */
final class Packing {

    private static final String DOCUMENT = "document_id";

    /** Of so many rows those of one thing come together; more take more memory than they save. */
    private static final int GATHERED_ROWS = 1 << 17;

    private final StoreFiles files;
    private final StoreLayout layout;
    private final Packs packs;
    private final Origin origin;
    private final Rewriting rewriting;

    Packing(StoreFiles files, StoreLayout layout, Packs packs, Origin origin) {
        this.files = files;
        this.layout = layout;
        this.packs = packs;
        this.origin = origin;
        rewriting = new Rewriting(files, layout, packs, origin);
    }

    /**
     * Puts the rows that documents have in a month into its pack, after those that are in it.
     *
     * @param documents that are in, with files of their own in the month, in the order in which
     *     their rows shall stand
     */
    void pack(Dataset dataset, YearMonth month, Collection<LedgerRow> documents) {
        Optional<Pack> before = packs.of(dataset.name(), month);
        try (Draft draft = new Draft(dataset)) {
            before.ifPresent(
                    pack -> draft.add(pack.file().file(), id -> pack.members().containsKey(id)));
            for (LedgerRow document : documents) {
                for (String file : filesOf(document, dataset, month)) {
                    draft.add(file, document.documentId()::equals);
                }
            }
            place(draft, new Pack.Place(dataset.name(), month), before);
        }
    }

    /** Those with rows of a month, in the order of its parts. */
    private static List<String> filesOf(LedgerRow document, Dataset dataset, YearMonth month) {
        String folder = StoreLayout.folder(dataset.name(), month) + "/";
        return document.files().stream()
                .map(StoredFile::file)
                .filter(file -> file.startsWith(folder))
                .sorted(Comparator.comparing(String::length).thenComparing(file -> file))
                .toList();
    }

    /**
     * Removes what packs took the place of, and the rows of documents that are gone.
     *
     * @param isGone whether a document is out for good, by its id
     * @return packs that still have rows of such documents, as they are damaged
     */
    List<Pack> settle(Predicate<String> isGone) {
        List<Pack> left = new ArrayList<>();
        for (Pack pack : packs.all()) {
            Pack now = noted(pack, pack.members().keySet().stream().filter(isGone).toList());
            if (now.members().isEmpty()) {
                removeReplaced(now);
                remove(now.file().file());
                remove(now.place().record());
                continue;
            }
            if (!now.gone().isEmpty()) {
                if (isIntact(now.file())) {
                    now = rewrite(now, dataset(now), Set.of(), "", text -> false);
                } else {
                    left.add(now);
                }
            }
            removeReplaced(now);
        }
        return left;
    }

    /**
     * Writes records that were lost, or are damaged, anew from their packs, as far as these tell
     * them: no run leaves a pack without one.
     */
    void restoreRecords() {
        for (Dataset dataset : Datasets.collected()) {
            for (YearMonth month : layout.months(dataset.name())) {
                List<String> found =
                        layout.fileNames(dataset.name(), month).stream()
                                .filter(Pack::isOne)
                                .toList();
                if (found.size() == 1 && isWithoutRecord(dataset, month)) {
                    restoreRecord(dataset, month, found.get(0));
                }
            }
        }
    }

    private boolean isWithoutRecord(Dataset dataset, YearMonth month) {
        try {
            return packs.of(dataset.name(), month).isEmpty();
        } catch (StoreException damaged) {
            return true;
        }
    }

    private void restoreRecord(Dataset dataset, YearMonth month, String name) {
        String file = StoreLayout.file(dataset.name(), month, name);
        long bytes = files.size(file);
        long checksum = files.checksum(file);
        if (!Pack.name(bytes, checksum).equals(name)) {
            return;
        }
        Map<String, Long> members = new LinkedHashMap<>();
        new StoredRows(files, dataset)
                .texts(file, DOCUMENT, id -> members.merge(id, 1L, Long::sum));
        write(
                new Pack(
                        dataset.name(),
                        month,
                        new StoredFile(file, bytes, checksum),
                        members,
                        new TreeSet<>(),
                        new TreeSet<>()));
    }

    /** From then on rows of some documents count no more. */
    private Pack noted(Pack pack, List<String> gone) {
        if (gone.isEmpty()) {
            return pack;
        }
        Pack without = pack.without(gone);
        write(without);
        return without;
    }

    /** Puts a record in place. */
    private void write(Pack pack) {
        files.putInPlace(pack.place().record(), pack.text());
    }

    /**
     * Makes a column null in the rows that documents have in packs of a dataset, where it has some
     * texts.
     *
     * @param documentIds of the documents
     * @return the ids of the documents whose rows were changed
     */
    Set<String> clear(
            Dataset dataset, Set<String> documentIds, String column, Predicate<String> isCleared) {
        Set<String> changed = new HashSet<>();
        for (Pack pack : packs.all()) {
            Set<String> own = new HashSet<>();
            if (pack.dataset().equals(dataset.name())) {
                new StoredRows(files, dataset)
                        .pairs(
                                pack.file().file(),
                                DOCUMENT,
                                column,
                                (id, text) -> {
                                    if (documentIds.contains(id) && isCleared.test(text)) {
                                        own.add(id);
                                    }
                                });
            }
            if (!own.isEmpty()) {
                removeReplaced(rewrite(pack, dataset, own, column, isCleared));
                changed.addAll(own);
            }
        }
        return changed;
    }

    private Pack rewrite(
            Pack pack,
            Dataset dataset,
            Set<String> clearedIn,
            String cleared,
            Predicate<String> isCleared) {
        try (Draft draft = new Draft(dataset)) {
            draft.cleared = cleared.isEmpty() ? -1 : dataset.index(cleared);
            draft.clearedIn = clearedIn;
            draft.isCleared = isCleared;
            draft.add(pack.file().file(), id -> pack.members().containsKey(id));
            if (!draft.counts.equals(pack.members())) {
                throw StoreException.damaged(
                        files.path(pack.file().file()),
                        "the rows of its documents are others",
                        pack.rows()
                                + " of "
                                + pack.members().size()
                                + " documents, as its record says",
                        "restore it from a backup",
                        null);
            }
            return place(draft, pack.place(), Optional.of(pack));
        }
    }

    private Pack place(Draft draft, Pack.Place place, Optional<Pack> before) {
        StoredFile drafted = draft.finish();
        String name = Pack.name(drafted.bytes(), drafted.checksum());
        String file = StoreLayout.file(place.dataset(), place.month(), name);
        SortedSet<String> replaced = new TreeSet<>();
        before.ifPresent(
                pack -> {
                    replaced.addAll(pack.replaced());
                    replaced.add(pack.name());
                });
        replaced.remove(name);
        Pack pack =
                new Pack(
                        place.dataset(),
                        place.month(),
                        new StoredFile(file, drafted.bytes(), drafted.checksum()),
                        draft.counts,
                        new TreeSet<>(),
                        replaced);
        files.move(drafted.file(), Rewriting.aside(file));
        files.write(Rewriting.aside(place.record()), pack.text());
        StoredFile record = rewriting.asideAs(place.record());
        rewriting.replace(List.of(pack.file(), record));
        return pack;
    }

    /** Packs before it, and the own files of its documents. */
    private void removeReplaced(Pack pack) {
        String folder = StoreLayout.folder(pack.dataset(), pack.month());
        List<String> due = new ArrayList<>();
        for (String name : layout.fileNames(pack.dataset(), pack.month())) {
            boolean isOfMember =
                    !Pack.isOne(name) && pack.members().containsKey(StoreLayout.documentId(name));
            if (isOfMember || pack.replaced().contains(name)) {
                due.add(folder + "/" + name);
            }
        }
        due.forEach(files::remove);
        if (!due.isEmpty()) {
            files.syncFolderOf(due.get(0));
        }
    }

    private void remove(String file) {
        files.remove(file);
        files.syncFolderOf(file);
    }

    private boolean isIntact(StoredFile file) {
        return files.size(file.file()) == file.bytes()
                && files.checksum(file.file()) == file.checksum();
    }

    private static Dataset dataset(Pack pack) {
        return Datasets.named(pack.dataset()).orElseThrow();
    }

    /** A pack that is being written. */
    private final class Draft implements AutoCloseable {

        private static final String FILE = Rewriting.ASIDE + "/draft-of-a-pack";

        private final Dataset dataset;
        private final RowBlock rows;
        private final ParquetFile target;
        private final int document;
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private boolean isFinished;
        private int cleared = -1;
        private Set<String> clearedIn = Set.of();
        private Predicate<String> isCleared = text -> false;

        Draft(Dataset dataset) {
            this.dataset = dataset;
            rows = new RowBlock(dataset, GATHERED_ROWS);
            target = new ParquetFile(files, FILE, dataset, origin);
            document = dataset.index(DOCUMENT);
        }

        /** Adds the rows of a file that are of some documents. */
        void add(String file, Predicate<String> isKept) {
            new StoredRows(files, dataset).each(file, rows, () -> take(isKept));
        }

        private void take(Predicate<String> isKept) {
            int open = rows.rows();
            String id = rows.text(document, open).toString();
            if (!isKept.test(id)) {
                rows.clearRow();
                return;
            }
            if (clearedIn.contains(id)
                    && !rows.isOpenNull(cleared)
                    && isCleared.test(rows.text(cleared, open).toString())) {
                rows.set(cleared, (Text) null);
            }
            counts.merge(id, 1L, Long::sum);
            rows.closeRow();
            if (rows.isFull()) {
                flush();
            }
        }

        private void flush() {
            SeriesOrder.arrange(rows);
            target.write(rows, 0, rows.rows());
            rows.clear();
        }

        /** The file, which is on the disk then and was read back. */
        StoredFile finish() {
            flush();
            target.finish();
            isFinished = true;
            Map<String, Long> found = new LinkedHashMap<>();
            new StoredRows(files, dataset)
                    .texts(FILE, DOCUMENT, id -> found.merge(id, 1L, Long::sum));
            if (!found.equals(counts)) {
                throw StoreException.damaged(
                        files.path(FILE),
                        "the rows of its documents are others than were written",
                        "those of " + counts.size() + " documents",
                        "look after the disk, and run again",
                        null);
            }
            return target.stored(FILE);
        }

        @Override
        public void close() {
            if (!isFinished) {
                target.abandon();
            }
        }
    }
}
