package eu.wattpeil.store.remote;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The right to write a store, as long as nobody took it over. Where this process was silent for too
 * long, the next commit finds the number of its head taken, and nothing of it counts.
 */
public final class RemoteClaim implements AutoCloseable {

    private static final int BEATS_PER_SILENCE = 6;
    private static final int TOUCHES = 8;

    private final RemoteStore store;
    private final RemoteFolder folder;
    private final Heads heads;
    private final Beats beats;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile Head head;
    private boolean isOver;
    private boolean isDirty;

    RemoteClaim(
            RemoteStore store,
            RemoteFolder folder,
            Heads heads,
            Head head,
            Duration silence,
            Ticks ticks) {
        this.store = store;
        this.folder = folder;
        this.heads = heads;
        this.head = head;
        this.beats = new Beats(folder, head.claim());
        this.thread = new Thread(() -> beat(silence.dividedBy(BEATS_PER_SILENCE)), "remote-claim");
        thread.setDaemon(true);
        thread.start();
    }

    /** The files as this claim has left them. */
    public Head head() {
        return head;
    }

    /**
     * From one instant on the store has these files; what it had in their places, and what is
     * removed, is deleted then.
     *
     * @param changed by path, where the bytes of each are; they do not change meanwhile
     * @param removed paths
     * @return what it has then
     * @throws NoSuchFileException where a file went away meanwhile: nothing was changed
     * @throws RemoteException where another one took over, or the remote cannot be reached; it is
     *     not known then whether the files count
     */
    public synchronized Head commit(Map<String, Path> changed, Collection<String> removed)
            throws NoSuchFileException {
        if (isOver) {
            throw lost();
        }
        long number = head.number() + 1;
        isDirty = true;
        NavigableMap<String, RemoteFile> files = new TreeMap<>(head.files());
        removed.forEach(files::remove);
        List<RemoteFile> uploaded = upload(number, changed);
        uploaded.forEach(file -> files.put(file.path(), file));
        Head before = head;
        append(
                new Head(number, before.claim(), before.holder(), RemoteStore.nonce(), files),
                uploaded);
        try {
            remove(deadOf(before, head));
            heads.prune();
            isDirty = false;
        } catch (IOException failure) {
            // Whoever claims the store next removes what is left.
            throw store.failed("clear up", failure);
        }
        return head;
    }

    private List<RemoteFile> upload(long number, Map<String, Path> changed)
            throws NoSuchFileException {
        List<Map.Entry<String, Path>> all = new ArrayList<>(changed.entrySet());
        RemoteFile[] done = new RemoteFile[all.size()];
        try {
            AtOnce.each(
                    TOUCHES,
                    all.size(),
                    i -> {
                        String path = all.get(i).getKey();
                        Path file = all.get(i).getValue();
                        RemoteStore.Measured measured = RemoteStore.measure(file);
                        folder.upload(RemoteFile.object(number, path), file);
                        done[i] =
                                new RemoteFile(path, measured.bytes(), measured.checksum(), number);
                    });
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException failure) {
            throw store.failed("write to", failure);
        }
        return List.of(done);
    }

    private void append(Head next, List<RemoteFile> uploaded) {
        try {
            if (!heads.append(next)) {
                isOver = true;
                // Whoever took over has looked for such files before these came.
                Head last = heads.last();
                remove(
                        uploaded.stream()
                                .filter(file -> !file.equals(last.files().get(file.path())))
                                .map(RemoteFile::object)
                                .toList());
                throw lost();
            }
            head = next;
        } catch (IOException unknown) {
            isOver = true;
            throw store.failed("commit to", unknown);
        }
    }

    private RemoteException lost() {
        return new RemoteException(
                store.name()
                        + ": the store was claimed by another process, or may have been, as this one"
                        + " gave no sign of life; what was not committed is left to the next run");
    }

    private static List<String> deadOf(Head before, Head after) {
        return before.files().values().stream()
                .filter(file -> !file.equals(after.files().get(file.path())))
                .map(RemoteFile::object)
                .toList();
    }

    private void remove(List<String> objects) throws IOException {
        AtOnce.each(TOUCHES, objects.size(), i -> folder.delete(objects.get(i)));
    }

    /**
     * Removes what killed writers uploaded and never committed. Only what stands below numbers of
     * this claim and before: a writer that takes over later uses others.
     */
    synchronized void removeLeft() throws IOException {
        Set<String> alive = new HashSet<>();
        head.files().values().forEach(file -> alive.add(file.object()));
        String end = RemoteFile.FOLDER + "/" + Head.digits(head.number() + 1);
        remove(
                folder.list(RemoteFile.FOLDER).keySet().stream()
                        .filter(object -> object.compareTo(end) < 0 && !alive.contains(object))
                        .toList());
    }

    private void beat(Duration wait) {
        try {
            do {
                try {
                    beats.give();
                } catch (IOException unreachable) {
                    // Who cannot be heard is taken for dead by others; a commit finds that out.
                }
            } while (!ended.await(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Gives the store back. Where something was left half done others see that, and clear it up.
     *
     * @throws RemoteException where it cannot be given back: others wait until this one was silent
     */
    @Override
    public void close() {
        ended.countDown();
        joinBeat();
        try {
            synchronized (this) {
                if (!isOver && !isDirty) {
                    isOver = true;
                    heads.append(
                            new Head(
                                    head.number() + 1,
                                    head.claim(),
                                    Optional.empty(),
                                    RemoteStore.nonce(),
                                    head.files()));
                    heads.prune();
                }
            }
            beats.end();
        } catch (IOException failure) {
            throw store.failed("give back", failure);
        }
    }

    private void joinBeat() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
