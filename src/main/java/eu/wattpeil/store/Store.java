package eu.wattpeil.store;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.disk.FolderLock;
import eu.wattpeil.store.remote.RemoteAddress;
import eu.wattpeil.store.remote.RemoteFile;
import eu.wattpeil.store.remote.RemoteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
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

    /** Where other hosts stage documents, below the folder of a claim. */
    private static final String HELP = "help";

    /** Where it stands how what is in the store is to be understood. */
    static final String FORMAT_FILE = ".format";

    /** Where it stands which workspace's hosts share the store. */
    static final String HOSTS_FILE = ".hosts";

    /** Raised where a store may hold what an older program would take for something else. */
    static final int FORMAT = 2;

    /** Of a store without packs, which programs of that format read as well. */
    private static final int FORMAT_WITHOUT_PACKS = 1;

    private final Path root;
    private final StoreFiles files;
    private final Packs packs;
    private final StoreLayout layout;
    private final Ledger ledger;
    private final TakenOut takenOut;
    private final Origin origin;
    private final Set<String> intact = ConcurrentHashMap.newKeySet();
    private volatile boolean isUnderstood;
    private @Nullable Path memory;

    Store(Path root, Origin origin, Access access, Disk disk) {
        this.root = root;
        this.origin = origin;
        files = new StoreFiles(root, disk, access);
        packs = new Packs(files);
        layout = new StoreLayout(files, packs);
        takenOut = new TakenOut(files);
        ledger = new Ledger(files, layout, packs, takenOut);
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

    Store copyOfStore(Supplier<RemoteStore> remote) {
        files.copy().of(remote);
        return this;
    }

    /**
     * Claims the remote, and makes the folder what the remote is; nothing happens where there is
     * none. Before {@link #prepare}, and only for the one process that writes to the folder.
     *
     * @param who as another process shall read it
     * @throws eu.wattpeil.store.remote.RemoteException where another process holds it, or it cannot
     *     be reached
     * @throws StoreException where the folder is the copy of another one
     */
    public void claimRemote(String who) {
        if (files.copy().isOne()) {
            files.makeRoot();
            files.copy().begin(who);
        }
    }

    /**
     * Commits to the remote what was changed since the last time, all of it at one instant; nothing
     * happens where there is none, or nothing was changed.
     */
    public void commitRemote() {
        files.copy().commit();
    }

    /**
     * Gives the remote back.
     *
     * @param isWhole whether the store is in order, and what is not committed yet shall be
     */
    public void releaseRemote(boolean isWhole) {
        files.copy().end(isWhole);
    }

    /**
     * Files that the remote has lost; none where there is no remote.
     *
     * @throws eu.wattpeil.store.remote.RemoteException where it cannot be reached
     */
    public List<Defect> lostByRemote() {
        return files.copy().lost().stream().map(this::lost).toList();
    }

    private Defect lost(RemoteFile file) {
        String object = copyOf().orElse("the remote") + "/" + file.object();
        return new Defect(
                Defect.Kind.LOST,
                files.path(file.path()),
                object + " is missing, or has another size",
                "the " + file.bytes() + " bytes that were committed",
                Files.exists(files.path(file.path()))
                        ? "bring this file there, or restore that one from a backup"
                        : "restore it from a backup");
    }

    /** Of what the folder is a working copy; empty where it is not one, or not yet. */
    public Optional<String> copyOf() {
        return files.copy().original();
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
        return new StagedTableFile(files, table, staged(file), file, origin);
    }

    /** Puts a small UTF-8 text in place by one rename; the same text is left as it is. */
    public void writeText(String file, String text) {
        if (text.equals(files.read(file).orElse(null))) {
            return;
        }
        files.write(staged(file), text);
        files.move(staged(file), file);
        files.syncFolderOf(file);
    }

    /** Puts small bytes in place by one rename. */
    public void writeBytes(String file, byte[] bytes) {
        files.write(staged(file), bytes);
        files.move(staged(file), file);
        files.syncFolderOf(file);
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
        requireUnderstood();
        return ledger.rows();
    }

    /**
     * The rows of the documents that are in, as far as they can be read, whatever became of their
     * files.
     */
    public List<LedgerRow> readableRows() {
        requireUnderstood();
        return ledger.readableRows();
    }

    /** The ids of the documents that are in, from the names of the ledger's files. */
    public Set<String> documentIds() {
        requireUnderstood();
        return ledger.visible().stream().map(LedgerName::documentId).collect(Collectors.toSet());
    }

    /**
     * The documents that were taken out for good, by definition.
     *
     * @throws StoreException where it cannot be read which they are
     */
    public List<ForgottenDocument> forgotten() {
        requireUnderstood();
        return ledger.forgotten();
    }

    /**
     * Takes documents out for good: their rows, their rejects and their rows of the ledger. From
     * one instant on none of them is in, and a document of the same bytes is not read again under
     * its definition until it is {@link #restore restored}; their files are removed then, what a
     * crash leaves of them by the next {@link #prepare}. Only for the one process that writes.
     *
     * @param documents that are in
     * @param day local, on which it is done
     */
    public void forget(Collection<LedgerRow> documents, LocalDate day) {
        List<ForgottenDocument> all = new ArrayList<>(ledger.forgotten());
        documents.forEach(row -> all.add(ForgottenDocument.of(row, day)));
        writeText(ForgottenFile.FILE, ForgottenFile.text(all));
        removeForgotten();
    }

    /**
     * Lets documents in again that were forgotten: the next run reads them where they are still
     * within reach. Only for the one process that writes.
     */
    public void restore(Collection<ForgottenDocument> documents) {
        removeForgotten();
        List<ForgottenDocument> left = new ArrayList<>(ledger.forgotten());
        left.removeAll(documents);
        writeText(ForgottenFile.FILE, ForgottenFile.text(left));
    }

    /** The marks of users that were erased: no row keeps anything of them. */
    public Set<String> erased() {
        requireUnderstood();
        return new MarkFile(files).read();
    }

    /** Adds marks of users of whom no row that is read from now on keeps anything. */
    public void erase(Collection<String> marks) {
        Set<String> all = new TreeSet<>(erased());
        all.addAll(marks);
        writeText(MarkFile.ERASED, MarkFile.text(all));
    }

    /** What the key is known by that pseudonyms are made with; empty where none was noted. */
    public Optional<String> pseudonymsOf() {
        return files.read(MarkFile.KEY).map(String::strip);
    }

    /**
     * Notes that no row has a pseudonym of another key any more.
     *
     * @param fingerprint of the key; an empty text for none
     */
    public void notePseudonymsOf(String fingerprint) {
        writeText(MarkFile.KEY, fingerprint + "\n");
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
        Rewriting rewriting = new Rewriting(files, layout, packs, origin);
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
                                packing()
                                        .clear(
                                                Datasets.named(dataset).orElseThrow(),
                                                ids,
                                                column,
                                                isCleared)));
        for (LedgerRow row : documents) {
            Dataset dataset = Datasets.named(row.dataset()).orElseThrow();
            if (rewriting.clear(row, dataset, column, isCleared)) {
                changed.add(row.documentId());
            }
        }
        ledger.changed();
        return changed.size();
    }

    /** By dataset, from which month on its records are kept; none for those of which all is. */
    public Map<String, KeptFrom> keptFrom() {
        requireUnderstood();
        return ledger.keptFrom();
    }

    /**
     * Removes the records of the months before some. Rows of the ledger stay as they were, so that
     * it is known what was read; their rejects go with the last of their records. From one instant
     * on nobody misses the files; what a crash leaves of them the next {@link #prepare} removes.
     * Only for the one process that writes.
     *
     * @param months of which those before the ones that are kept already change nothing
     */
    public void keepFrom(List<KeptFrom> months) {
        writeText(KeptFile.FILE, KeptFile.text(ledger.keptFrom(), months));
        removeUnkept();
    }

    /** As long as a folder is there, the next run finds what is left to remove. */
    private void removeUnkept() {
        List<String> folders =
                ledger.keptFrom().values().stream()
                        .flatMap(
                                kept ->
                                        layout.months(kept.dataset()).stream()
                                                .filter(month -> month.isBefore(kept.month()))
                                                .map(
                                                        month ->
                                                                StoreLayout.folder(
                                                                        kept.dataset(), month)))
                        .toList();
        for (Pack.Place place : packs.places()) {
            KeptFrom kept = ledger.keptFrom().get(place.dataset());
            if (kept != null && place.month().isBefore(kept.month())) {
                remove(place.record());
            }
        }
        if (folders.isEmpty()) {
            return;
        }
        ledger.removeRejectsWithoutRows();
        for (String folder : folders) {
            files.remove(folder);
            files.syncFolderOf(folder);
        }
    }

    /**
     * Puts the rows that documents have in a month into one file, in place of a file of each; the
     * ledger stays as it is. From one instant on that file counts, then theirs are removed, what a
     * crash leaves of them by the next {@link #prepare}. Only for the one process that writes.
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
        if (!sources.stream().allMatch(this::isIntact)) {
            return false;
        }
        writeText(FORMAT_FILE, FORMAT + "\n");
        writeText(Packs.ALWAYS_THERE, Pack.HEADER);
        packing().pack(dataset, month, documents);
        settlePacks();
        return true;
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

    /**
     * By month, in order of it, documents with a small file of their own there, in order of
     * arrival.
     *
     * @param documents that are in
     * @param mostBytes that the rows of a document may take in the month
     */
    public SortedMap<YearMonth, List<LedgerRow>> smallFiles(
            Dataset table, List<LedgerRow> documents, long mostBytes) {
        Packs.Snapshot packed = packs.snapshot();
        SortedMap<YearMonth, List<LedgerRow>> months = new TreeMap<>();
        for (LedgerRow row : documents) {
            if (row.dataset().equals(table.name())) {
                ownBytes(row, packed)
                        .forEach(
                                (month, bytes) -> {
                                    if (bytes <= mostBytes) {
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
     * Removes what packs took the place of, and the rows of documents in them that were read anew
     * since, taken out or forgotten. Only for the one process that writes.
     */
    public void settlePacks() {
        settle();
    }

    /** The packs that have rows of documents which are gone, as they are damaged. */
    private List<Pack> settle() {
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

    private Packing packing() {
        return new Packing(files, layout, packs, origin);
    }

    /** Of a document that is let in again nothing old must come back, not even by a power cut. */
    private void removeForgotten() {
        ledger.removeSuperseded();
        List<Pack> left = settle();
        files.syncFolderOf(Datasets.DOCUMENTS.name() + "/" + ForgottenFile.FILE);
        if (!left.isEmpty()) {
            throw StoreException.damaged(
                    files.path(left.get(0).file().file()),
                    "the file is damaged, and rows of documents that were taken out are in it",
                    "the " + left.get(0).file().bytes() + " bytes that were written",
                    "restore it from a backup, or run wattpeil doctor --repair",
                    null);
        }
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
        documents.parallelStream()
                .forEach(row -> row.files().forEach(file -> requireIntact(row, file)));
    }

    /**
     * Reads a file and compares it with its checksum, once.
     *
     * @param expected what the file should be
     * @param cure what puts it right
     * @throws StoreException where it is not what was written
     */
    public void requireIntact(StoredFile file, String expected, String cure) {
        damage(file)
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
        return damage(file).isEmpty();
    }

    private void requireIntact(LedgerRow row, StoredFile file) {
        Optional<Pack> pack = packs.inPlaceOf(file.file());
        Optional<String> found = damage(pack.map(Pack::file).orElse(file));
        if (found.isEmpty()) {
            return;
        }
        if (!packs.inPlaceOf(file.file()).equals(pack)) {
            // A run has packed it meanwhile.
            requireIntact(row, file);
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
                files, ledger, documentId, dataset, zone, origin, files.staging() + "/" + folder);
    }

    /**
     * Lets other hosts stage documents for the claim that the store is fenced by, until {@link
     * #endHelp}.
     */
    public void beginHelp() {
        files.makeFolder(files.staging() + "/" + HELP);
    }

    /** Nobody can stage anything for this claim any more; what was not taken is removed. */
    public void endHelp() {
        files.takeAway(files.staging() + "/" + HELP);
    }

    /**
     * From now on nothing is put in place, and documents are staged for the holder of a claim, as
     * long as it wants that.
     *
     * @param claim such as {@code claim-7}
     * @throws StoreException where the store was made by a newer version
     */
    public void help(String claim) {
        requireUnderstood();
        files.stageBelow(STAGING + "/" + claim + "/" + HELP);
    }

    /** A document that is in, and what whoever staged it has noted. */
    public record Taken(LedgerRow row, String note) {}

    /**
     * Puts a document in place that another host has staged: it is in then. Whoever staged it can
     * change nothing of it any more. Only for the one process that writes.
     *
     * @param folder in which it was staged
     * @param batch that it was read in
     * @return empty where it is not there whole: then it is not in, and what is there is removed
     */
    public Optional<Taken> takeStaged(String folder, String documentId, long batch) {
        LedgerName name = new LedgerName(batch, documentId);
        String left = files.staging() + "/" + HELP + "/" + folder;
        String staging = files.staging() + "/" + documentId;
        if (!Files.exists(files.path(left))) {
            return Optional.empty();
        }
        files.remove(staging);
        files.move(left, staging);
        StagedDocument staged = new StagedDocument(files, ledger, staging);
        String file = staged.staged(name.file());
        Optional<String> note = files.read(staged.staged(StagedDocument.NOTE));
        if (note.isEmpty() || files.size(file) < 0) {
            files.remove(staging);
            return Optional.empty();
        }
        LedgerRow row = LedgerFile.read(files, name, file);
        if (!staged.isWhole(row)) {
            files.remove(staging);
            return Optional.empty();
        }
        LedgerRow inItsBatch = ledger.inItsBatch(row);
        if (!inItsBatch.equals(row)) {
            LedgerFile.write(
                    inItsBatch, files, staged.staged(inItsBatch.fileName().file()), origin);
        }
        staged.putInPlace(inItsBatch);
        return Optional.of(new Taken(inItsBatch, note.get()));
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
        if (files.read(HOSTS_FILE).isPresent()) {
            throw StoreException.damaged(
                    files.path(HOSTS_FILE),
                    "the store is written by hosts that share a job repository",
                    "job-repository in config/wattpeil.yaml, as they have it",
                    "where no host works with it any more, remove the file",
                    null);
        }
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
        return files.read(FORMAT_FILE).isPresent() || !ledger.names().isEmpty();
    }

    /**
     * Makes the store one that hosts share, if it is not: from then on no process writes in it that
     * does not work with them.
     *
     * @param workspaceId of the workspace that they work for
     * @throws eu.wattpeil.disk.FolderInUseException where a process holds it that does not
     * @throws StoreException where hosts of another workspace share it
     */
    public void shareFor(String workspaceId) throws IOException {
        files.makeRoot();
        Optional<String> sharedFor = files.read(HOSTS_FILE).map(String::strip);
        if (sharedFor.isEmpty()) {
            lock("hosts").close();
            writeText(HOSTS_FILE, workspaceId + "\n");
        } else if (!sharedFor.get().equals(workspaceId)) {
            throw StoreException.damaged(
                    files.path(HOSTS_FILE),
                    "the store is written by hosts of another workspace",
                    "a store of its own",
                    "where they do not work with it any more, remove the file",
                    null);
        }
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
        requireUnderstood();
        if (!hasFormatOfPacks()) {
            writeText(FORMAT_FILE, FORMAT_WITHOUT_PACKS + "\n");
        }
        files.begun();
        ledger.alone();
        new Rewriting(files, layout, packs, origin).finish();
        removeLeft();
        ledger.removeSuperseded();
        removeUnkept();
        if (hasFormatOfPacks()) {
            packing().restoreRecords();
            settlePacks();
        }
        if (!takenOut.names().isEmpty()) {
            ledger.visible().forEach(takenOut::isBack);
        }
    }

    private boolean hasFormatOfPacks() {
        return files.read(FORMAT_FILE).map(String::strip).filter(("" + FORMAT)::equals).isPresent();
    }

    /** What is changed in a copy and never committed would be lost. */
    private void requireClaimed() {
        if (!files.copy().isWritable()) {
            throw StoreException.damaged(
                    root,
                    "the store is a working copy of " + copyOf().orElse("a remote"),
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
        settlePacks();
    }

    /** Which files hold rows of several documents. */
    Packs packs() {
        return packs;
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

    /**
     * From now on nobody puts anything in place or removes it but by this claim, until a later one
     * comes, where hosts share the work. A process that held an earlier one, and does not know that
     * it is over, fails with its next file.
     *
     * @param claim such as {@code claim-7}
     * @throws StoreException where the store was made by a newer version
     */
    public void fence(String claim) {
        files.makeRoot();
        requireUnderstood();
        files.fence(claim);
    }

    /** Leaves nothing of the claim that the store is fenced by. */
    public void finishClaim() {
        files.remove(files.staging());
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

    /** A store without the file is older than it, or new. */
    void requireUnderstood() {
        if (isUnderstood) {
            return;
        }
        String text = files.read(FORMAT_FILE).map(String::strip).orElse("0");
        if (!text.matches("[0-9]{1,9}")) {
            throw StoreException.damaged(
                    files.path(FORMAT_FILE),
                    "the file is damaged",
                    "the number of the store's format",
                    "remove it where no newer version of Wattpeil has run on this store",
                    null);
        }
        if (Integer.parseInt(text) > FORMAT) {
            throw StoreException.damaged(
                    files.path(FORMAT_FILE),
                    "the store is of format " + text + ", made by a newer version of Wattpeil",
                    "format " + FORMAT + " or older",
                    "run that version, or restore a backup of the store from before it",
                    null);
        }
        isUnderstood = true;
    }

    private String staged(String file) {
        return files.staging() + "/" + file.replace('/', '~');
    }
}
