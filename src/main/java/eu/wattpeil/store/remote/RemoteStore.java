package eu.wattpeil.store.remote;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32C;

/** A store behind an address: anybody may read it, and one at a time claims it to write. */
public final class RemoteStore implements AutoCloseable {

    private static final int LOOKS_PER_SILENCE = 20;
    private static final String PROBES = "probes";
    private static final int BUFFER_BYTES = 1 << 16;

    private final RemoteFolder folder;
    private final Heads heads;
    private final String name;
    private final Duration silence;
    private final Ticks ticks;

    RemoteStore(RemoteFolder folder, String name, Duration silence, Ticks ticks) {
        this.folder = folder;
        this.heads = new Heads(folder);
        this.name = name;
        this.silence = silence;
        this.ticks = ticks;
    }

    /**
     * The store at an address; nothing is asked of it yet.
     *
     * @throws RemoteException where its files cannot be reached at all; the message says why
     */
    public static RemoteStore at(RemoteAddress address) {
        return new RemoteStore(
                HadoopFolder.open(address), address.name(), address.silence(), Ticks.system());
    }

    /** As messages name it. */
    public String name() {
        return name;
    }

    /**
     * Makes sure that it can be worked with: it is read, an object is created, and cannot be
     * created a second time.
     *
     * @throws RemoteException where one of it does not go; the message says why
     */
    public void requireUsable() {
        String probe = PROBES + "/" + nonce();
        byte[] bytes = {'\n'};
        try {
            heads.last();
            folder.create(probe, bytes);
            boolean isTwice = folder.create(probe, bytes);
            folder.delete(probe);
            if (isTwice) {
                throw new RemoteException(
                        name
                                + ": the server lets two processes create one object, expected one"
                                + " that knows conditional writes (If-None-Match), without which a"
                                + " store could be written by two at a time");
            }
        } catch (IOException failure) {
            throw failed("use", failure);
        }
    }

    /** Which files it has now. */
    public Head head() {
        try {
            return heads.last();
        } catch (IOException failure) {
            throw failed("read", failure);
        }
    }

    /**
     * Claims the store, where nobody holds it, the holder worked from the same copy, or no sign of
     * life comes from it any more: those are waited for.
     *
     * @param holder who claims it; only one process at a time may do so for a copy
     * @throws RemoteException where somebody else holds it and lives, or it cannot be reached
     */
    public RemoteClaim take(Head.Holder holder) {
        try {
            Head before = heads.last();
            if (before.number() == 0) {
                requireUsable();
            }
            if (before.holder().filter(it -> !it.copy().equals(holder.copy())).isPresent()) {
                before = whenSilent(before);
            }
            Head own =
                    new Head(
                            before.number() + 1,
                            before.number() + 1,
                            Optional.of(holder),
                            nonce(),
                            before.files());
            if (!heads.append(own)) {
                throw held(heads.last());
            }
            RemoteClaim claim = new RemoteClaim(this, folder, heads, own, silence, ticks);
            if (before.holder().isPresent()) {
                claim.removeLeft();
            }
            heads.prune();
            return claim;
        } catch (IOException failure) {
            throw failed("claim", failure);
        }
    }

    /** The last head, once nothing was heard of its holder for long enough. */
    private Head whenSilent(Head first) throws IOException {
        Head head = first;
        Set<String> beats = Beats.seen(folder);
        long since = ticks.nanos();
        while (ticks.nanos() - since < silence.toNanos()) {
            ticks.sleep(silence.dividedBy(LOOKS_PER_SILENCE));
            Head now = heads.last();
            if (now.holder().isEmpty()) {
                return now;
            }
            if (now.number() != head.number() || !Beats.seen(folder).equals(beats)) {
                throw held(now);
            }
        }
        return head;
    }

    private RemoteException held(Head head) {
        return new RemoteException(
                name
                        + ": the store is written by "
                        + head.holder().map(Head.Holder::words).orElse("another process")
                        + ", expected nobody else at it; wait until that process has ended, or has"
                        + " been silent for "
                        + silence.toSeconds()
                        + " s");
    }

    /**
     * Brings a file here.
     *
     * @param target a file that is there, over which it is written
     * @throws RemoteException where it is not there in its full size with its checksum
     */
    public void fetch(RemoteFile file, Path target) {
        try {
            folder.download(file.object(), target);
            Measured found = measure(target);
            if (found.bytes() != file.bytes() || found.checksum() != file.checksum()) {
                throw new RemoteException(
                        name
                                + "/"
                                + file.object()
                                + ": the file has other bytes, expected those that were written"
                                + " there; wattpeil doctor tells what else is damaged");
            }
        } catch (FileNotFoundException absent) {
            throw new RemoteException(
                    name
                            + "/"
                            + file.object()
                            + ": the file is missing, expected it as long as the store names it;"
                            + " where a run was at work meanwhile, try again, else wattpeil doctor"
                            + " tells what is missing",
                    absent);
        } catch (IOException failure) {
            throw failed("read", failure);
        }
    }

    /**
     * The files of a head whose objects are not there in their full size.
     *
     * @param head the last one, while nobody writes
     */
    public List<RemoteFile> missing(Head head) {
        try {
            Map<String, Long> there = folder.list(RemoteFile.FOLDER);
            return head.files().values().stream()
                    .filter(file -> !Long.valueOf(file.bytes()).equals(there.get(file.object())))
                    .toList();
        } catch (IOException failure) {
            throw failed("list", failure);
        }
    }

    /**
     * What a file has.
     *
     * @param checksum CRC-32C
     */
    public record Measured(long bytes, long checksum) {}

    /** Reads a file through. */
    public static Measured measure(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new Measured(bytes, checksum.getValue());
    }

    RemoteException failed(String verb, IOException cause) {
        return RemoteFailures.because("Cannot " + verb + " " + name, cause);
    }

    static String nonce() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        folder.close();
    }
}
