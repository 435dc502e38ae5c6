package eu.wattpeil.store;

import eu.wattpeil.store.LedgerMemory.ReadRow;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are in: a file each in the folder {@code documents}. Of a document that was read
 * more than once the last reading counts; what is left of those before it is removed. Documents
 * that were forgotten are not in, whatever is left of them.
 */
final class Ledger {

    private final StoreFiles files;
    private final StoreLayout layout;
    private final Packs packs;
    private final TakenOut takenOut;
    private final LedgerFolder folder;
    private final ForgottenFile forgotten;
    private final KeptFile kept;

    /** Of the one process that writes: what the folder holds, by content. */
    private @Nullable Map<String, Set<LedgerName>> held;

    /** Rows that were read before, by this process or those before it. */
    private final Map<LedgerName, ReadRow> read = new ConcurrentHashMap<>();

    private volatile @Nullable Visible lastVisible;
    private volatile @Nullable Looked looked;

    private @Nullable LedgerMemory memory;
    private boolean isRecalled;
    private volatile boolean isAlone;
    private volatile boolean hasNew;

    Ledger(StoreFiles files, StoreLayout layout, Packs packs, TakenOut takenOut) {
        this.files = files;
        this.layout = layout;
        this.packs = packs;
        this.takenOut = takenOut;
        folder = new LedgerFolder(files, Clock.systemUTC());
        forgotten = new ForgottenFile(files);
        kept = new KeptFile(files);
    }

    /** What was in, of all that the folder held and without what was forgotten. */
    private record Visible(
            List<LedgerName> all, List<ForgottenDocument> forgotten, List<LedgerName> names) {}

    /** Rows of which all files were there. */
    private record Looked(
            List<LedgerName> names, Map<String, KeptFrom> months, List<LedgerRow> rows) {}

    /**
     * From now on this is the one process that writes: it need not look at files again that it did
     * not change.
     */
    void alone() {
        isAlone = true;
        looked = null;
    }

    /** Files of a document that is in are others now. */
    void changed() {
        looked = null;
    }

    /** From now on it keeps there what it reads, and begins with what is kept there. */
    synchronized void rememberIn(LedgerMemory place) {
        memory = place;
    }

    private synchronized void recall() {
        if (memory != null && !isRecalled) {
            isRecalled = true;
            read.putAll(memory.read());
        }
    }

    /** By dataset, from which month on its records are kept. */
    Map<String, KeptFrom> keptFrom() {
        return kept.read();
    }

    /** The documents that were forgotten. */
    List<ForgottenDocument> forgotten() {
        return forgotten.read();
    }

    /** The names of all rows, in order of arrival. */
    List<LedgerName> names() {
        return folder.names();
    }

    /** The names of the documents that are in, in order of arrival. */
    List<LedgerName> visible() {
        List<LedgerName> all = names();
        List<ForgottenDocument> gone = forgotten.read();
        Visible last = lastVisible;
        if (last == null || !last.all().equals(all) || !last.forgotten().equals(gone)) {
            last = new Visible(all, gone, visible(all, gone));
            lastVisible = last;
        }
        return last.names();
    }

    /**
     * The rows of the documents that are in, in order of arrival.
     *
     * @throws StoreException where a row cannot be read, or a file that it names is not there in
     *     its full size
     */
    List<LedgerRow> rows() {
        recall();
        List<LedgerName> visible = visible();
        Map<String, KeptFrom> months = kept.read();
        Looked last = looked;
        if (last != null && last.names().equals(visible) && last.months().equals(months)) {
            return last.rows();
        }
        boolean isLess = read.keySet().retainAll(new HashSet<>(visible));
        Map<String, StoredFile> rewritten = Rewriting.inPlaceOf(files);
        Packs.Snapshot packed = packs.snapshot();
        packed.byFolder().values().forEach(pack -> requireThere(pack, months));
        List<LedgerRow> rows =
                visible.parallelStream().map(name -> row(name, months, rewritten, packed)).toList();
        if (isLess || hasNew) {
            remember();
        }
        if (isAlone) {
            looked = new Looked(visible, months, rows);
        }
        return rows;
    }

    /** Nothing is left there of rows that are gone: they may be gone for good. */
    private synchronized void remember() {
        hasNew = false;
        if (memory != null) {
            memory.write(read);
        }
    }

    /** Those of them that can be read. */
    List<LedgerRow> readableRows() {
        return visible().parallelStream().flatMap(name -> readable(name).stream()).toList();
    }

    private Optional<LedgerRow> readable(LedgerName name) {
        try {
            return Optional.of(LedgerFile.read(files, name));
        } catch (StoreException damaged) {
            return Optional.empty();
        }
    }

    private LedgerRow read(LedgerName name) {
        Optional<BasicFileAttributes> found = files.attributes(name.file());
        ReadRow known = read.get(name);
        if (known != null && found.filter(known::isAs).isPresent()) {
            return known.row();
        }
        LedgerRow row = LedgerFile.read(files, name);
        found.ifPresent(it -> read.put(name, ReadRow.of(row, it)));
        hasNew = true;
        return row;
    }

    private LedgerRow row(
            LedgerName name,
            Map<String, KeptFrom> months,
            Map<String, StoredFile> rewritten,
            Packs.Snapshot packed) {
        LedgerRow all = read(name);
        LedgerRow row = all.with(all.firstAt(), all.lastAt(), KeptFile.filesOf(all, months));
        for (StoredFile file : row.files()) {
            if (packed.covers(file.file())) {
                continue;
            }
            long found = files.size(file.file());
            StoredFile other = rewritten.getOrDefault(file.file(), file);
            boolean isAsNoted = found == file.bytes() || found == other.bytes();
            // A run may have packed it meanwhile.
            if (!isAsNoted && packs.inPlaceOf(file.file()).isEmpty()) {
                throw damaged(
                        row,
                        file,
                        found < 0 ? "the file is missing" : "the file has " + found + " bytes");
            }
        }
        return row;
    }

    /** Of a month whose records are no longer kept it may be gone. */
    private void requireThere(Pack pack, Map<String, KeptFrom> months) {
        KeptFrom kept = months.get(pack.dataset());
        boolean isKept = kept == null || !pack.month().isBefore(kept.month());
        if (!isKept || pack.members().isEmpty()) {
            return;
        }
        long found = files.size(pack.file().file());
        // A run may have replaced it meanwhile.
        boolean isStill = packs.of(pack.dataset(), pack.month()).filter(pack::equals).isPresent();
        if (found != pack.file().bytes() && isStill) {
            throw damaged(
                    pack, found < 0 ? "the file is missing" : "the file has " + found + " bytes");
        }
    }

    /**
     * A pack is not what its record says.
     *
     * @param found what it is instead
     */
    StoreException damaged(Pack pack, String found) {
        return StoreException.damaged(
                files.path(pack.file().file()),
                found,
                "the "
                        + pack.file().bytes()
                        + " bytes with the rows of "
                        + pack.members().size()
                        + " documents",
                "restore it from a backup, or run wattpeil doctor --repair: it takes those"
                        + " documents out that can be read again",
                null);
    }

    /**
     * A file of a document is not what its ledger row says, or the store went away with both.
     *
     * @param found what it is instead
     */
    StoreException damaged(LedgerRow row, StoredFile file, String found) {
        if (files.size(row.fileName().file()) < 0) {
            return StoreException.because(
                    "read",
                    files.path(file.file()),
                    new NoSuchFileException(files.path("").toString()));
        }
        return StoreException.damaged(
                files.path(file.file()),
                found,
                "the " + file.bytes() + " bytes that came from " + row.name(),
                "restore it from a backup, or remove "
                        + files.path(row.fileName().file())
                        + " and the next run reads the document again",
                null);
    }

    /** A row has been put in place: removes what its document left when it was read before. */
    void added(LedgerName name) {
        for (LedgerName earlier : noteAndListEarlier(name)) {
            remove(earlier, Set.of(name.documentId()));
        }
        takenOut.isBack(name);
    }

    /** A document that was taken out comes back in the batch that it had. */
    LedgerRow inItsBatch(LedgerRow row) {
        return takenOut.batchOf(row.documentId()).map(row::inBatch).orElse(row);
    }

    /** Removes a row, and before it all that the document has in the tables. */
    void remove(LedgerName name) {
        remove(name, Set.of());
    }

    /** Removes what is left of readings that others took the place of, and of what is forgotten. */
    synchronized void removeSuperseded() {
        held = null;
        List<LedgerName> all = names();
        List<LedgerName> visible = visible();
        Set<String> visibleIds =
                visible.stream().map(LedgerName::documentId).collect(Collectors.toSet());
        Set<LedgerName> kept = Set.copyOf(visible);
        all.stream().filter(name -> !kept.contains(name)).forEach(it -> remove(it, visibleIds));
        recall();
        if (read.keySet().retainAll(kept)) {
            remember();
        }
    }

    /** Removes the rejects of documents that had rows, and of which none is kept any more. */
    void removeRejectsWithoutRows() {
        Map<String, KeptFrom> months = kept.read();
        for (LedgerName name : names()) {
            if (isWithoutRows(name, months)) {
                String rejects = StoreLayout.rejectsFile(name.documentId());
                files.remove(rejects);
                files.syncFolderOf(rejects);
            }
        }
    }

    /** A row that is damaged is told of when the ledger is read. */
    private boolean isWithoutRows(LedgerName name, Map<String, KeptFrom> months) {
        try {
            LedgerRow row = LedgerFile.read(files, name);
            return !row.files().isEmpty() && KeptFile.filesOf(row, months).isEmpty();
        } catch (StoreException damaged) {
            return false;
        }
    }

    /** Those of the documents that are in, of which there may be several readings. */
    List<LedgerName> visible(List<LedgerName> inOrder) {
        return visible(inOrder, forgotten.read());
    }

    private static List<LedgerName> visible(
            List<LedgerName> inOrder, List<ForgottenDocument> gone) {
        Map<String, LedgerName> last = new LinkedHashMap<>();
        inOrder.forEach(name -> last.put(name.content(), name));
        gone.forEach(document -> last.remove(document.contentId()));
        return last.values().stream().sorted(LedgerName.ORDER).toList();
    }

    private synchronized List<LedgerName> noteAndListEarlier(LedgerName name) {
        if (held == null) {
            held = new HashMap<>();
            for (LedgerName found : names()) {
                held.computeIfAbsent(found.content(), unused -> new LinkedHashSet<>()).add(found);
            }
        }
        Set<LedgerName> readings =
                held.computeIfAbsent(name.content(), unused -> new LinkedHashSet<>());
        List<LedgerName> earlier = readings.stream().filter(it -> !it.equals(name)).toList();
        readings.clear();
        readings.add(name);
        return earlier;
    }

    /**
     * The row goes last: as long as it is there, the next run finds what is left to remove. A
     * reading that was gone back to has the same files as the one that is in.
     */
    private void remove(LedgerName superseded, Set<String> visibleIds) {
        if (!visibleIds.contains(superseded.documentId())) {
            Set<String> rowFiles = filesOf(superseded);
            rowFiles.forEach(files::remove);
            rowFiles.forEach(files::syncFolderOf);
        }
        files.remove(superseded.file());
    }

    /** A row that is damaged, or from before files were noted, does not tell: their names do. */
    private Set<String> filesOf(LedgerName name) {
        Set<String> found = new LinkedHashSet<>();
        try {
            LedgerFile.read(files, name).files().forEach(file -> found.add(file.file()));
        } catch (StoreException damaged) {
            found.clear();
        }
        if (found.isEmpty()) {
            found.addAll(layout.filesOf(name.documentId()));
        }
        return found;
    }
}
