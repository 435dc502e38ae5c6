package eu.wattpeil.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Clears texts out of the rows of documents that are in, one document after the other. Of each the
 * new files are written aside with its new row of the ledger; one rename of {@value #JOURNAL} says
 * that they take the place of the old ones, and then they do. A crash before leaves the document as
 * it was; after, the next {@link #finish} goes on.
 */
final class Rewriting {

    /** The file that is there while a document changes. */
    static final String JOURNAL = ".rewriting";

    static final String ASIDE = Store.STAGING + "/rewriting";
    private static final int BLOCK_ROWS = 4096;

    private final StoreFiles files;
    private final StoreLayout layout;
    private final Packs packs;
    private final Origin origin;

    Rewriting(StoreFiles files, StoreLayout layout, Packs packs, Origin origin) {
        this.files = files;
        this.layout = layout;
        this.packs = packs;
        this.origin = origin;
    }

    /** The files that take the place of others, by name, while they do; none at other times. */
    static Map<String, StoredFile> inPlaceOf(StoreFiles files) {
        Map<String, StoredFile> found = new HashMap<>();
        for (StoredFile file : journal(files)) {
            found.put(file.file(), file);
        }
        return found;
    }

    /**
     * Makes a column null in the rows that a document has in files of its own, where it has some
     * texts.
     *
     * @return whether there were any
     */
    boolean clear(LedgerRow row, Dataset dataset, String column, Predicate<String> isCleared) {
        List<StoredFile> after = new ArrayList<>();
        List<StoredFile> changed = new ArrayList<>();
        for (StoredFile file : filesOf(row)) {
            boolean isOfRows =
                    StoreLayout.monthOf(file.file()).isPresent()
                            && packs.inPlaceOf(file.file()).isEmpty();
            if (isOfRows && has(file, dataset, column, isCleared)) {
                StoredFile rewritten = rewrite(file, dataset, column, isCleared);
                changed.add(rewritten);
                after.add(rewritten);
            } else {
                after.add(file);
            }
        }
        if (changed.isEmpty()) {
            return false;
        }
        String ledgerFile = row.fileName().file();
        LedgerRow complete = row.with(row.firstAt(), row.lastAt(), after);
        ParquetFile written = LedgerFile.write(complete, files, aside(ledgerFile), origin);
        // Its row goes last: it tells what the others are.
        changed.add(written.stored(ledgerFile));
        replace(changed);
        return true;
    }

    /**
     * Puts files that are {@link #aside} in place, all of them from one instant on, in this order.
     */
    void replace(List<StoredFile> changed) {
        // Among hosts it comes from the claim's own folder: without the claim nothing is replaced.
        String draft = files.staging() + "/journal-of-rewriting";
        files.write(draft, StoredFile.text(changed));
        files.move(draft, JOURNAL);
        files.syncFolderOf(JOURNAL);
        finish();
    }

    /** A file that is aside under the name at which it will stand. */
    StoredFile asideAs(String file) {
        return new StoredFile(file, files.size(aside(file)), files.checksum(aside(file)));
    }

    /** Ends what was begun, where a crash came between. */
    void finish() {
        List<StoredFile> journal = journal(files);
        for (StoredFile file : journal) {
            if (files.size(aside(file.file())) >= 0) {
                files.move(aside(file.file()), file.file());
            }
        }
        journal.forEach(file -> files.syncFolderOf(file.file()));
        if (!journal.isEmpty()) {
            files.remove(JOURNAL);
            files.syncFolderOf(JOURNAL);
        }
        files.remove(ASIDE);
    }

    /** A row from before files were noted does not name them. */
    private List<StoredFile> filesOf(LedgerRow row) {
        if (!row.files().isEmpty()) {
            return row.files();
        }
        return layout.filesOf(row.documentId()).stream()
                .map(file -> new StoredFile(file, files.size(file), files.checksum(file)))
                .toList();
    }

    private boolean has(
            StoredFile file, Dataset dataset, String column, Predicate<String> isCleared) {
        Set<Boolean> found = new HashSet<>();
        new StoredRows(files, dataset)
                .texts(file.file(), column, text -> found.add(isCleared.test(text)));
        return found.contains(true);
    }

    private StoredFile rewrite(
            StoredFile file, Dataset dataset, String column, Predicate<String> isCleared) {
        int cleared = dataset.index(column);
        RowBlock block = new RowBlock(dataset, BLOCK_ROWS);
        ParquetFile target = new ParquetFile(files, aside(file.file()), dataset, origin);
        new StoredRows(files, dataset)
                .each(
                        file.file(),
                        block,
                        () -> {
                            int open = block.rows();
                            if (!block.isOpenNull(cleared)
                                    && isCleared.test(block.text(cleared, open).toString())) {
                                block.set(cleared, (Text) null);
                            }
                            block.closeRow();
                            if (block.isFull()) {
                                target.write(block, 0, block.rows());
                                block.clear();
                            }
                        });
        target.write(block, 0, block.rows());
        target.finish();
        return target.stored(file.file());
    }

    private static List<StoredFile> journal(StoreFiles files) {
        String text = files.read(JOURNAL).orElse("");
        try {
            return StoredFile.parse(text);
        } catch (IllegalArgumentException damaged) {
            throw StoreException.damaged(
                    files.path(JOURNAL),
                    "the file is damaged",
                    "a line for each file that takes the place of another",
                    "restore the store from a backup",
                    damaged);
        }
    }

    /** Where a file is made that is to take its place. */
    static String aside(String file) {
        return ASIDE + "/" + file.replace('/', '~');
    }
}
