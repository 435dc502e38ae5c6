package eu.wattpeil.store;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The folder of Parquet tables: each first-level folder is a table.
 *
 * <p>Whatever is written is made below {@code _staging} and put in place by one rename, so that a
 * reader sees all of a file or nothing. One process writes at a time; any number may read.
 */
public final class Store {

    static final String STAGING = "_staging";

    private final Path root;
    private final StoreFiles files;

    private Store(Path root) {
        this.root = root;
        this.files = new StoreFiles(root.toAbsolutePath());
    }

    /** Opens the store in a folder, which need not exist yet. */
    public static Store open(Path root) {
        return new Store(root);
    }

    public Path root() {
        return root;
    }

    /**
     * Starts a file of a table. Nothing is visible until {@link TableFile#commit()}, which puts it
     * in place by one rename, over an older one if there is one.
     *
     * @param file below the root, for instance {@code hourly_energy/month=2026-09/part.parquet}
     */
    public TableFile create(Dataset table, String file) {
        return new StagedTableFile(files, table, staged(file), file);
    }

    /** Puts a small UTF-8 text in place by one rename. */
    public void writeText(String file, String text) {
        files.write(staged(file), text);
        files.move(staged(file), file);
    }

    /** The text of a file; empty where there is none. */
    public Optional<String> readText(String file) {
        return files.read(file);
    }

    /**
     * The documents that are in, from the names of the ledger's files. Of a document that was read
     * more than once only the last reading is in.
     */
    public Set<String> documentIds() {
        Map<String, String> byContent = new HashMap<>();
        for (String name : ledgerNames()) {
            String documentId = LedgerRow.documentIdOf(name);
            byContent.put(LedgerRow.contentOf(documentId), documentId);
        }
        return Set.copyOf(byContent.values());
    }

    /** The number of the last batch of documents; 0 for an empty ledger. */
    public long lastBatch() {
        List<String> names = ledgerNames();
        return names.isEmpty() ? 0 : LedgerRow.batchOf(names.get(names.size() - 1));
    }

    /** Starts a document; see {@link DocumentWriter}. */
    public DocumentWriter document(String documentId, Dataset dataset, ZoneId zone) {
        return new DocumentWriter(files, documentId, dataset, zone);
    }

    /**
     * Makes the folder, and removes what a killed process left in it: staged files, and files in
     * place whose document never made it into the ledger. Only for the one process that writes.
     */
    public void prepare() {
        files.makeRoot();
        Set<String> known =
                ledgerNames().stream().map(LedgerRow::documentIdOf).collect(Collectors.toSet());
        for (String name : files.names(STAGING)) {
            if (!known.contains(name)) {
                removeFilesOf(name);
            }
        }
        files.remove(STAGING);
    }

    private void removeFilesOf(String documentId) {
        for (Dataset dataset : Datasets.collected()) {
            for (String month : files.names(dataset.name())) {
                String folder = dataset.name() + "/" + month;
                for (String file : files.names(folder)) {
                    if (file.startsWith(documentId)) {
                        files.remove(folder + "/" + file);
                    }
                }
            }
        }
        files.remove(Datasets.REJECTS.name() + "/" + documentId + ".parquet");
    }

    private List<String> ledgerNames() {
        return files.names(Datasets.DOCUMENTS.name());
    }

    private static String staged(String file) {
        return STAGING + "/" + file.replace('/', '~');
    }
}
