package eu.wattpeil.store;

import eu.wattpeil.store.remote.AtOnce;
import eu.wattpeil.store.remote.Head;
import eu.wattpeil.store.remote.RemoteClaim;
import eu.wattpeil.store.remote.RemoteException;
import eu.wattpeil.store.remote.RemoteFile;
import eu.wattpeil.store.remote.RemoteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a store that has a remote: a copy to work on, in which records of months are not
 * there before somebody asks for them. What is put in place or removed here is committed there; the
 * remote is right where both differ and another copy has committed meanwhile.
 *
 * <p>{@code _remote/copy} tells of what it is a copy, {@code _remote/head} which files that had
 * when both were the same, and {@code _remote/open} is there while they may differ.
 */
final class WorkingCopy {

    private static final String FOLDER = "_remote/";
    private static final String COPY = FOLDER + "copy";
    private static final String HEAD = FOLDER + "head";
    private static final String OPEN = FOLDER + "open";
    private static final String SPILL = "_spill-";

    private static final int AT_ONCE = 8;
    private static final int ATTEMPTS = 20;

    /** Files that begin with a dot and are the store's. */
    private static final Set<String> HIDDEN =
            Set.of(
                    StoreFormat.FILE,
                    ForgottenFile.FILE,
                    KeptFile.FILE,
                    MarkFile.ERASED,
                    MarkFile.KEY,
                    Rewriting.JOURNAL);

    private final StoreFiles files;
    private @Nullable Supplier<RemoteStore> remote;
    private @Nullable RemoteStore opened;
    private @Nullable RemoteClaim claim;
    private final HeadFile lastHead;
    private final Uncommitted uncommitted = new Uncommitted();
    private long committedNanos;

    WorkingCopy(StoreFiles files) {
        this.files = files;
        this.lastHead = new HeadFile(files, HEAD);
    }

    /** Where what is not here is to be fetched from, and commits go. */
    synchronized void of(Supplier<RemoteStore> store) {
        remote = store;
    }

    /** Whether the folder is a copy of a remote, or shall be. */
    synchronized boolean isOne() {
        return remote != null || Files.exists(files.path(COPY));
    }

    /** Of what the folder is a copy; empty for one that is not. */
    Optional<String> original() {
        return files.read(COPY).map(text -> text.strip().replaceFirst(".* ", ""));
    }

    /** Whether this process may write here. */
    synchronized boolean isWritable() {
        return !isOne() || claim != null;
    }

    private synchronized RemoteStore remote() {
        if (opened == null) {
            if (remote == null) {
                throw new RemoteException(
                        files.path("")
                                + ": the store is a working copy of "
                                + original().orElse("a remote")
                                + ", expected remote-store in config/wattpeil.yaml");
            }
            opened = remote.get();
        }
        return opened;
    }

    // --- what is there only -------------------------------------------------------------------

    /** A file that the remote has, and that may not be here. */
    synchronized Optional<RemoteFile> elsewhere(String path) {
        return waiting().file(path);
    }

    /** The names that a folder has in the remote, of files and folders that may not be here. */
    synchronized Set<String> namesElsewhere(String folder) {
        return waiting().namesIn(folder);
    }

    private WaitingFiles waiting() {
        Head head = claim != null ? claim.head() : lastHead.read().orElseGet(Head::none);
        return new WaitingFiles(head.files(), uncommitted::isRemoved);
    }

    // --- bringing files here ------------------------------------------------------------------

    /** Brings files here that are not; those that the remote has not either are left out. */
    void bring(Collection<String> paths) {
        List<RemoteFile> wanted = new ArrayList<>();
        for (String path : paths) {
            if (!Files.exists(files.path(path))) {
                elsewhere(path).ifPresent(wanted::add);
            }
        }
        bringAll(wanted);
    }

    private void bringAll(List<RemoteFile> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        RemoteStore from = remote();
        try {
            AtOnce.each(AT_ONCE, wanted.size(), i -> bring(from, wanted.get(i)));
        } catch (IOException failure) {
            throw StoreException.because("bring files to", files.path(""), failure);
        }
    }

    /** It is put in place by a link, as another process may have put it there, or a newer one. */
    private void bring(RemoteStore from, RemoteFile file) throws IOException {
        files.place(
                file.path(), FOLDER + "fetched-" + UUID.randomUUID(), it -> from.fetch(file, it));
    }

    // --- a claim, from its beginning to its end -----------------------------------------------

    /**
     * Claims the remote, and makes the copy what the remote is.
     *
     * @param who as another process shall read it
     */
    synchronized void begin(String who) {
        RemoteStore store = remote();
        String id = requireOwn(store);
        RemoteClaim taken = store.take(new Head.Holder(id, who));
        claim = taken;
        committedNanos = System.nanoTime();
        boolean isDone = false;
        try {
            follow(taken.head());
            isDone = true;
        } finally {
            if (!isDone) {
                claim = null;
                taken.close();
            }
        }
    }

    private String requireOwn(RemoteStore store) {
        Optional<String> copy = files.read(COPY).map(String::strip);
        if (copy.isPresent()) {
            if (!original().equals(Optional.of(store.name()))) {
                throw StoreException.damaged(
                        files.path(COPY),
                        "the store is a working copy of " + original().orElse(""),
                        "one of " + store.name() + ", as config/wattpeil.yaml says",
                        "give the store another folder (store), or move this one away",
                        null);
            }
            return copy.get().replaceFirst(" .*", "");
        }
        if (files.read(StoreFormat.FILE).isPresent() && !store.head().files().isEmpty()) {
            throw StoreException.damaged(
                    files.path(""),
                    "the store was never a copy of " + store.name() + ", which is not empty",
                    "an empty folder, or an empty remote that the store is brought to",
                    "give the store another folder (store), or move this one away",
                    null);
        }
        String id = UUID.randomUUID().toString();
        files.putText(COPY, id + " " + store.name() + "\n");
        return id;
    }

    private void follow(Head now) {
        Optional<Head> before = lastHead.read();
        boolean wasOpen = files.size(OPEN) >= 0;
        files.putText(OPEN, "");
        boolean isOwn =
                before.map(it -> it.files().equals(now.files())).orElse(now.files().isEmpty());
        if (isOwn) {
            if (wasOpen || before.isEmpty()) {
                differing(now).forEach(uncommitted::placed);
            }
        } else if (wasOpen || before.isEmpty()) {
            differing(now).forEach(files::removeHere);
        } else {
            before.get().files().values().stream()
                    .filter(file -> !isIn(now, file))
                    .forEach(file -> files.removeHere(file.path()));
        }
        bringAll(
                now.files().values().stream()
                        .filter(file -> !WaitingFiles.mayWait(file.path()))
                        .filter(file -> !Files.exists(files.path(file.path())))
                        .toList());
        lastHead.write(now);
    }

    private static boolean isIn(Head head, RemoteFile file) {
        RemoteFile there = head.files().get(file.path());
        return there != null && there.isSameAs(file);
    }

    /** What is here and not there, or not the same there. */
    private List<String> differing(Head now) {
        List<String> found = new ArrayList<>();
        Path root = files.path("");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (isCopied(path)) {
                    RemoteStore.Measured measured = RemoteStore.measure(file);
                    RemoteFile here =
                            new RemoteFile(path, measured.bytes(), measured.checksum(), 0);
                    if (!isIn(now, here)) {
                        found.add(path);
                    }
                }
            }
        } catch (IOException failure) {
            throw StoreException.because("read", root, failure);
        }
        return found;
    }

    /** Whether a path is of the store, and not of this host or the system that it runs on. */
    private static boolean isCopied(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !path.startsWith(Store.STAGING + "/")
                && !path.startsWith(FOLDER)
                && !path.startsWith(SPILL)
                && (!name.startsWith(".") || HIDDEN.contains(path));
    }

    /** A file was put in place. */
    synchronized void placed(String path) {
        if (claim != null && isCopied(path)) {
            uncommitted.placed(path);
        }
    }

    /** A file is removed, or a folder. */
    synchronized void removed(String path) {
        if (claim != null && isCopied(path)) {
            uncommitted.removed(path);
        }
    }

    /** Commits what was changed; nothing happens where nothing was, or there is no remote. */
    void commit() {
        RemoteClaim current = current();
        if (current == null) {
            return;
        }
        synchronized (current) {
            for (int attempt = 1; ; attempt++) {
                Uncommitted.Changes pending = uncommitted.changes();
                if (pending.isEmpty()) {
                    return;
                }
                try {
                    commit(current, pending);
                    return;
                } catch (NoSuchFileException gone) {
                    if (attempt == ATTEMPTS) {
                        throw StoreException.because("read", Path.of(gone.getFile()), gone);
                    }
                }
            }
        }
    }

    private synchronized @Nullable RemoteClaim current() {
        return claim;
    }

    private void commit(RemoteClaim current, Uncommitted.Changes pending)
            throws NoSuchFileException {
        NavigableMap<String, RemoteFile> there = current.head().files();
        Set<String> gone = new TreeSet<>();
        for (String path : pending.removed().keySet()) {
            gone.add(path);
            gone.addAll(there.subMap(path + "/", true, path + (char) ('/' + 1), false).keySet());
        }
        Map<String, Path> put = new TreeMap<>();
        pending.placed().keySet().forEach(path -> put.put(path, files.path(path)));
        Head head = current.commit(put, gone);
        uncommitted.committed(pending);
        synchronized (this) {
            committedNanos = System.nanoTime();
        }
        lastHead.write(head);
    }

    /** Commits where the last commit is some time ago; another thread may be at it. */
    void commitAfter(Duration pause) {
        boolean isDue;
        synchronized (this) {
            isDue = claim != null && System.nanoTime() - committedNanos > pause.toNanos();
            if (isDue) {
                committedNanos = System.nanoTime();
            }
        }
        if (isDue) {
            commit();
        }
    }

    /**
     * Commits what is left, where all is in order, and gives the remote back.
     *
     * @param isWhole whether the store is in order; where it is not, the next claim of this copy
     *     goes on from what is here
     */
    void end(boolean isWhole) {
        RemoteClaim current = current();
        if (current == null) {
            return;
        }
        boolean isDone = false;
        try {
            if (isWhole) {
                commit();
                isDone = true;
            }
        } finally {
            synchronized (this) {
                claim = null;
                uncommitted.forget();
            }
            current.close();
        }
        if (isDone) {
            files.removeHere(OPEN);
        }
    }

    /** The files that the remote has lost; what a writer changed meanwhile may be among them. */
    List<RemoteFile> lost() {
        if (!isOne()) {
            return List.of();
        }
        RemoteStore store = remote();
        return store.missing(store.head());
    }
}
