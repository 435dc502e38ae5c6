package eu.wattpeil.store;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.disk.FolderLock;
import eu.wattpeil.store.remote.RemoteAddress;
import eu.wattpeil.store.remote.RemoteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of Parquet tables: each first-level folder is a table.
 *
 * <p>Whatever is written is made below {@code _staging} and put in place by one rename, so that a
 * reader sees all of a file or nothing, and a power cut leaves all of it or nothing. One process
 * writes at a time; any number may read.
 */
public final class Store {

    static final String STAGING = "_staging";

    private final Path root;
    private final StoreFiles files;
    private final Packs packs;
    private final StoreLayout layout;
    private final Ledger ledger;
    private final TakenOut takenOut;
    private final Origin origin;
    private final StoreFormat format;
    private final Integrity integrity;
    private final Compaction compaction;
    private final Forgetting forgetting;
    private final Retention retention;
    private final Pseudonyms pseudonyms;
    private final StoreRemote remote;
    private final StoreHosts hosts;
    private final WrittenSeries writtenSeries = new WrittenSeries();
    private @Nullable Path memory;

    Store(Path root, Origin origin, Access access, Disk disk) {
        this.root = root;
        this.origin = origin;
        files = new StoreFiles(root, disk, access);
        packs = new Packs(files);
        layout = new StoreLayout(files, packs);
        takenOut = new TakenOut(files);
        ledger = new Ledger(files, layout, packs, takenOut);
        format = new StoreFormat(files);
        integrity = new Integrity(files, packs, ledger);
        compaction =
                new Compaction(files, layout, packs, ledger, takenOut, format, integrity, origin);
        forgetting = new Forgetting(files, ledger, compaction, format);
        retention = new Retention(files, layout, packs, ledger, format);
        pseudonyms = new Pseudonyms(files, layout, packs, ledger, compaction, format, origin);
        remote = new StoreRemote(files);
        hosts = new StoreHosts(this, files, ledger, format, origin);
    }

    /** Opens the store in a folder, which need not exist yet. */
    public static Store open(Path root) {
        return open(root, Origin.UNKNOWN, Access.OWNER);
    }

    /**
     * Opens the store in a folder to write in it, too.
     *
     * @param origin what new files say of where they come from
     * @param access who may read new files
     */
    public static Store open(Path root, Origin origin, Access access) {
        return new Store(root, origin, access, Disk.local());
    }

    /**
     * The same, where what was read is kept in a folder for the next process.
     *
     * @param folder whose files may be deleted at any time; nothing is kept where it is not there
     */
    public Store rememberingIn(Path folder) {
        memory = folder;
        ledger.rememberIn(new LedgerMemory(folder.resolve("ledger-rows"), Clock.systemUTC()));
        return this;
    }

    /**
     * The same, as a working copy of a remote: what is not here is fetched from there, and what is
     * written here is committed to it.
     *
     * @param address asked for when it is needed
     */
    public Store copyOf(Supplier<RemoteAddress> address) {
        return copyOfStore(() -> RemoteStore.at(address.get()));
    }

    Store copyOfStore(Supplier<RemoteStore> original) {
        files.copy().of(original);
        return this;
    }

    /** What it has to do with a remote. */
    public StoreRemote remote() {
        return remote;
    }

    /** What hosts do that share it. */
    public StoreHosts hosts() {
        return hosts;
    }

    /** What puts small files into packs. */
    public Compaction compaction() {
        return compaction;
    }

    /** What takes documents out for good. */
    public Forgetting forgetting() {
        return forgetting;
    }

    /** From when on it keeps records. */
    public Retention retention() {
        return retention;
    }

    /** What it has of users. */
    public Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    /** The folder in which is kept what was read of it; empty where nothing is. */
    public Optional<Path> memory() {
        return Optional.ofNullable(memory);
    }

    public Path root() {
        return root;
    }

    /** Where its files are. */
    public StoreLayout layout() {
        return layout;
    }

    /**
     * Starts a file of a table. Nothing is visible until {@link TableFile#commit()}, which puts it
     * in place by one rename, over an older one if there is one.
     *
     * @param file below the root, for instance {@code hourly_energy/month=2026-09/part.parquet}
     */
    public TableFile create(Dataset table, String file) {
        return new StagedTableFile(files, table, files.staged(file), file, origin);
    }

    /** Puts a small UTF-8 text in place by one rename; the same text is left as it is. */
    public void writeText(String file, String text) {
        files.putInPlace(file, text);
    }

    /** Puts small bytes in place by one rename. */
    public void writeBytes(String file, byte[] bytes) {
        files.putInPlace(file, bytes);
    }

    /** Removes a file that nothing leads to any more. */
    public void remove(String file) {
        files.remove(file);
        files.syncFolderOf(file);
    }

    /** The text of a file; empty where there is none. */
    public Optional<String> readText(String file) {
        return files.read(file);
    }

    /** The bytes of a file; a {@link StoreException} where it cannot be read. */
    public byte[] readBytes(String file) {
        return files.readBytes(file);
    }

    /**
     * The documents that are in, in order of arrival. Of a document that was read more than once
     * only the last reading is in.
     *
     * @throws StoreException where the ledger is damaged, or a file that it names is not there in
     *     its full size, or the store was made by a newer version; the message says which
     */
    public List<LedgerRow> documents() {
        format.requireUnderstood();
        return ledger.rows();
    }

    /**
     * The rows of the documents that are in, as far as they can be read, whatever became of their
     * files.
     */
    public List<LedgerRow> readableRows() {
        format.requireUnderstood();
        return ledger.readableRows();
    }

    /** The ids of the documents that are in, from the names of the ledger's files. */
    public Set<String> documentIds() {
        format.requireUnderstood();
        return ledger.visible().stream().map(LedgerName::documentId).collect(Collectors.toSet());
    }

    /** Work that reads rows of documents. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T read() throws E;
    }

    /**
     * Does work that reads rows of documents beside a run, and does it again where it failed and a
     * run has exchanged their files meanwhile.
     */
    public <T, E extends Exception> T reading(Work<T, E> work) throws E {
        return reading(work, () -> true);
    }

    /**
     * The same of work that can be done again only as long as nothing of it was told.
     *
     * @throws StoreException where files were exchanged, and it cannot be done again
     */
    public <T, E extends Exception> T reading(Work<T, E> work, BooleanSupplier isRepeatable)
            throws E {
        return new Rereading(root, packs).read(work, isRepeatable);
    }

    /** The number of the last batch of documents; 0 for an empty ledger. */
    public long lastBatch() {
        return Stream.concat(ledger.names().stream(), takenOut.names().stream())
                .mapToLong(LedgerName::batch)
                .max()
                .orElse(0);
    }

    /**
     * Reads the files of documents and compares them with their checksums, each file once.
     *
     * @throws StoreException where a file is not what was written
     */
    public void requireIntact(Collection<LedgerRow> documents) {
        integrity.require(documents);
    }

    /**
     * Reads a file and compares it with its checksum, once.
     *
     * @param expected what the file should be
     * @param cure what puts it right
     * @throws StoreException where it is not what was written
     */
    public void requireIntact(StoredFile file, String expected, String cure) {
        integrity
                .damage(file)
                .ifPresent(
                        found -> {
                            throw StoreException.damaged(
                                    files.path(file.file()), found, expected, cure, null);
                        });
    }

    /** A file as it is now; it is read. */
    public StoredFile stored(String file) {
        return new StoredFile(file, files.size(file), files.checksum(file));
    }

    /** Whether a file is there in its full size. */
    public boolean isThere(StoredFile file) {
        return files.size(file.file()) == file.bytes();
    }

    /** Whether a file is what was written; it is read and compared with its checksum, once. */
    public boolean isIntact(StoredFile file) {
        return integrity.isIntact(file);
    }

    /** Starts a document; see {@link DocumentWriter}. */
    public DocumentWriter document(String documentId, Dataset dataset, ZoneId zone) {
        return document(documentId, documentId, dataset, zone);
    }

    /**
     * The same, where others may write the same document at the same time.
     *
     * @param folder below the one for what is staged; it must be of this attempt alone
     */
    public DocumentWriter document(String documentId, String folder, Dataset dataset, ZoneId zone) {
        return new DocumentWriter(
                files,
                ledger,
                documentId,
                dataset,
                zone,
                origin,
                files.staging() + "/" + folder,
                writtenSeries);
    }

    /**
     * What a document of readings has of each series, where this process has written it and nobody
     * has asked yet: so its rows need not be read for that. Empty where it is not known.
     */
    public Optional<List<SeriesSpan>> takeWrittenSeries(LedgerRow document) {
        return writtenSeries.take(document);
    }

    /**
     * Holds the store for one process, whichever workspace it works for. The folder is made where
     * it is not there.
     *
     * @param who as another process shall read it
     * @throws eu.wattpeil.disk.FolderInUseException where another process holds it
     */
    public FolderLock lock(String who) throws IOException {
        files.makeRoot();
        hosts.requireNone();
        return FolderLock.take(lockFile(), holderFile(), who, root + ": the store");
    }

    /** That the store is no longer where it was {@link #prepare prepared}; empty where it is. */
    public Optional<String> gone() {
        return files.isGone() ? Optional.of(StoreException.goneText(root)) : Optional.empty();
    }

    /** Which process holds the store, as it named itself; empty where none does. */
    public Optional<String> holder() throws IOException {
        return FolderLock.holder(lockFile(), holderFile());
    }

    /** The file in which the process that holds the store says so. */
    public Path holderFile() {
        return files.path(".holder");
    }

    private Path lockFile() {
        return files.path(".lock");
    }

    /** Whether a run ever kept something here. */
    public boolean isBegun() {
        return format.isThere() || !ledger.names().isEmpty();
    }

    /**
     * Makes the folder, and removes what a killed process left in it: staged files, files in place
     * whose document never made it into the ledger, readings that others took the place of,
     * documents that were forgotten, and records that are no longer kept. Only for the one process
     * that writes.
     *
     * @throws StoreException where the store was made by a newer version
     */
    public void prepare() {
        files.makeRoot();
        requireClaimed();
        format.requireUnderstood();
        format.note();
        files.begun();
        ledger.alone();
        new Rewriting(files, layout, packs, origin).finish();
        removeLeft();
        ledger.removeSuperseded();
        retention.removeUnkept();
        compaction.prepare();
        if (!takenOut.names().isEmpty()) {
            ledger.visible().forEach(takenOut::isBack);
        }
    }

    /** What is changed in a copy and never committed would be lost. */
    private void requireClaimed() {
        if (!files.copy().isWritable()) {
            throw StoreException.damaged(
                    root,
                    "the store is a working copy of " + remote.original().orElse("a remote"),
                    "remote-store in config/wattpeil.yaml",
                    "put it back there, or give the store another folder (store)",
                    null);
        }
    }

    /**
     * Takes a document out, with all that it has in the tables, so that the next run reads it
     * again; its place in the order of arrival is kept for it. Only for the one process that
     * writes.
     *
     * @param documentId of a document that is in, whether its row can be read or not
     */
    public void takeOut(String documentId) {
        ledger.visible().stream()
                .filter(name -> name.documentId().equals(documentId))
                .forEach(
                        name -> {
                            takenOut.note(name);
                            ledger.remove(name);
                        });
        compaction.settle();
    }

    /** Which files hold rows of several documents. */
    Packs packs() {
        return packs;
    }

    /** Whether this program understands it. */
    StoreFormat format() {
        return format;
    }

    /** Whether files are what was written. */
    Integrity integrity() {
        return integrity;
    }

    /** Where its files are, to read and write. */
    StoreFiles files() {
        return files;
    }

    /** Those of some rows, in order of arrival, whose documents are in. */
    List<LedgerName> visible(List<LedgerName> names) {
        return ledger.visible(names);
    }

    /** The rows that documents had which were taken out. */
    List<LedgerName> takenOut() {
        return takenOut.names();
    }

    /** Removes what is in place of documents that are not in the ledger. */
    private void removeLeft() {
        Set<String> known =
                ledger.names().stream().map(LedgerName::documentId).collect(Collectors.toSet());
        files.unfinished().stream()
                .filter(document -> !known.contains(document))
                .forEach(document -> layout.filesOf(document).forEach(files::remove));
        files.left().forEach(files::remove);
        if (files.staging().equals(STAGING)) {
            files.remove(STAGING);
        }
    }
}
