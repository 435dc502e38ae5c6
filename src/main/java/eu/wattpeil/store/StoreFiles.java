package eu.wattpeil.store;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.disk.DraftFolder;
import eu.wattpeil.store.remote.RemoteFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;

/**
 * The files below the root of a store, by their path relative to it. What is written is on the disk
 * when its stream is closed; a name is when {@link #syncFolderOf} has returned.
 */
final class StoreFiles {

    private static final int BUFFER_BYTES = 1 << 20;

    private final Path root;
    private final Disk disk;
    private final Access access;
    private final AtomicLong removed = new AtomicLong();
    private volatile String staging = Store.STAGING;
    private volatile @Nullable Path fence;
    private volatile boolean isBegun;
    private final WorkingCopy copy = new WorkingCopy(this);

    StoreFiles(Path root, Disk disk, Access access) {
        this.root = root.toAbsolutePath().normalize();
        this.disk = disk;
        this.access = access;
    }

    /** What the folder has to do with a remote. */
    WorkingCopy copy() {
        return copy;
    }

    /** Makes the folder; one that others could look into is closed to them. */
    void makeRoot() {
        try {
            access.createFolders(root);
            access.tighten(root);
        } catch (IOException failure) {
            throw StoreException.because("make", root, failure);
        }
    }

    /**
     * From now on the root is that of a store that was begun. Where it is so no more, as its disk
     * went away, nothing is taken for absent, and nothing is written into what is there instead.
     */
    void begun() {
        isBegun = true;
    }

    /** Whether the store is not where it was. */
    boolean isGone() {
        return isBegun && !Files.exists(path(StoreFormat.FILE));
    }

    private void requireThere() {
        if (isGone()) {
            throw StoreException.gone(root);
        }
    }

    /** The folder below which files are made that are not in place yet. */
    String staging() {
        return staging;
    }

    /**
     * From now on only what a claim may is done: files are put in place, and removed, by way of the
     * claim's own folder below {@code _staging}, which nobody makes again once it is taken away.
     */
    void fence(String claim) {
        try {
            fence = DraftFolder.begin(path(Store.STAGING), claim, access).folder();
            staging = Store.STAGING + "/" + claim;
        } catch (IOException failure) {
            throw StoreException.because("take over", path(Store.STAGING), failure);
        }
    }

    /**
     * From now on files are made below a folder that another host has made, as long as it is there.
     */
    void stageBelow(String folder) {
        fence = path(folder);
        staging = folder;
    }

    /** Makes a folder in one that is there. */
    void makeFolder(String folder) {
        try {
            access.createFolder(path(folder));
        } catch (IOException failure) {
            throw StoreException.because("make", path(folder), failure);
        }
    }

    /** Removes a folder though others may write there: it is not found any more before that. */
    void takeAway(String folder) {
        Path target = path(folder);
        if (!Files.exists(target)) {
            return;
        }
        Path aside = target.resolveSibling("removed-" + removed.incrementAndGet());
        try {
            disk.move(target, aside);
            DraftFolder.remove(aside);
        } catch (IOException failure) {
            throw StoreException.because("remove", target, failure);
        }
    }

    /** Files and folders below {@code _staging} that are not of this claim. */
    List<String> left() {
        return names(Store.STAGING).stream()
                .map(name -> Store.STAGING + "/" + name)
                .filter(name -> !name.equals(staging))
                .toList();
    }

    /** What was begun and is not in place: documents, by their ids, and what else is there. */
    Set<String> unfinished() {
        Set<String> begun = new TreeSet<>();
        for (String name : names(Store.STAGING)) {
            if (DraftFolder.isOne(name)) {
                begun.addAll(names(Store.STAGING + "/" + name));
            } else {
                begun.add(name);
            }
        }
        return begun;
    }

    Path path(String file) {
        return root.resolve(file);
    }

    /** The names in a folder, sorted; none where there is no such folder. */
    List<String> names(String folder) {
        Set<String> elsewhere = copy.namesElsewhere(folder);
        try (Stream<Path> children = Files.list(path(folder))) {
            return Stream.concat(
                            children.map(child -> child.getFileName().toString()),
                            elsewhere.stream())
                    .sorted()
                    .distinct()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException absent) {
            requireThere();
            return List.copyOf(elsewhere);
        } catch (IOException failure) {
            throw StoreException.because("list", path(folder), failure);
        }
    }

    /** Whether a name in a folder passes; none does where there is no such folder. */
    boolean anyName(String folder, Predicate<String> isMeant) {
        if (copy.namesElsewhere(folder).stream().anyMatch(isMeant)) {
            return true;
        }
        try (Stream<Path> children = Files.list(path(folder))) {
            return children.anyMatch(child -> isMeant.test(child.getFileName().toString()));
        } catch (NoSuchFileException | NotDirectoryException absent) {
            requireThere();
            return false;
        } catch (IOException failure) {
            throw StoreException.because("list", path(folder), failure);
        }
    }

    /** The size of a file; -1 where there is none. */
    long size(String file) {
        try {
            return Files.size(path(file));
        } catch (NoSuchFileException | NotDirectoryException absent) {
            requireThere();
            return copy.elsewhere(file).map(RemoteFile::bytes).orElse(-1L);
        } catch (IOException failure) {
            throw StoreException.because("read", path(file), failure);
        }
    }

    /** The size of a file, and when it was written; empty where there is none. */
    Optional<BasicFileAttributes> attributes(String file) {
        try {
            return Optional.of(Files.readAttributes(path(file), BasicFileAttributes.class));
        } catch (NoSuchFileException | NotDirectoryException absent) {
            requireThere();
            return Optional.empty();
        } catch (IOException failure) {
            throw StoreException.because("read", path(file), failure);
        }
    }

    byte[] readBytes(String file) {
        bring(List.of(file));
        try {
            return Files.readAllBytes(path(file));
        } catch (IOException failure) {
            throw StoreException.because("read", path(file), failure);
        }
    }

    /** The CRC-32C of a file's bytes. */
    long checksum(String file) {
        if (!Files.exists(path(file))) {
            Optional<RemoteFile> elsewhere = copy.elsewhere(file);
            if (elsewhere.isPresent()) {
                return elsewhere.get().checksum();
            }
        }
        CRC32C checksum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try (FileChannel channel = FileChannel.open(path(file))) {
            while (channel.read(buffer) >= 0) {
                checksum.update(buffer.flip());
                buffer.clear();
            }
            return checksum.getValue();
        } catch (IOException failure) {
            throw StoreException.because("read", path(file), failure);
        }
    }

    /** Puts a file in the place of another one, or where none was, in one step. */
    void move(String from, String to) {
        requireThere();
        try {
            makeFolderOf(path(to));
            disk.move(path(from), path(to));
            copy.placed(to);
        } catch (IOException failure) {
            throw StoreException.because("put in place", path(to), failure);
        }
    }

    /** Returns when the names in a file's folder are on the disk. */
    void syncFolderOf(String file) {
        Path folder = Disk.folderOf(path(file));
        try {
            if (Files.isDirectory(folder)) {
                disk.syncFolder(folder);
            }
        } catch (IOException failure) {
            throw StoreException.because("sync", folder, failure);
        }
    }

    /** Removes a file, or a folder with all that is in it; nothing happens where it is absent. */
    void remove(String file) {
        copy.removed(file);
        removeHere(file);
    }

    /** Removes a file here alone. */
    void removeHere(String file) {
        Path target = path(file);
        if (fence != null && !target.startsWith(fence)) {
            target = putAside(target, fence.resolve("removed-" + removed.incrementAndGet()));
        }
        removeAll(target);
    }

    /** By one rename, which fails where the claim is over. */
    private Path putAside(Path file, Path aside) {
        try {
            if (Files.exists(file)) {
                disk.move(file, aside);
            }
            return aside;
        } catch (IOException failure) {
            throw StoreException.because("remove", file, failure);
        }
    }

    private void removeAll(Path file) {
        try (Stream<Path> found = Files.walk(file)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                disk.remove(path);
            }
        } catch (NoSuchFileException absent) {
            return;
        } catch (IOException failure) {
            throw StoreException.because("remove", file, failure);
        }
    }

    /** Writes a text; it is on the disk then, its name perhaps not. */
    void write(String file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes; they are on the disk then, their name perhaps not. */
    void write(String file, byte[] bytes) {
        try (SyncedOutput out = output(file)) {
            out.write(bytes);
        } catch (IOException failure) {
            throw StoreException.because("write", path(file), failure);
        }
    }

    /** The text of a file, empty where there is none; what is no UTF-8 in it becomes a mark. */
    Optional<String> read(String file) {
        try {
            return Optional.of(new String(Files.readAllBytes(path(file)), StandardCharsets.UTF_8));
        } catch (NoSuchFileException absent) {
            requireThere();
            return Optional.empty();
        } catch (IOException failure) {
            throw StoreException.because("read", path(file), failure);
        }
    }

    /** Starts a file, over an older one if there is one. */
    SyncedOutput output(String file) throws IOException {
        requireThere();
        makeFolderOf(path(file));
        access.createFile(path(file));
        return new SyncedOutput(path(file), disk);
    }

    /** Brings files here that are not, where the store has a remote that has them. */
    void bring(Collection<String> wanted) {
        copy.bring(wanted);
    }

    /** Where a file is made that is put in place by one rename. */
    String staged(String file) {
        return staging + "/" + file.replace('/', '~');
    }

    /** Puts a small UTF-8 text in place by one rename; the same text is left as it is. */
    void putInPlace(String file, String text) {
        if (!text.equals(read(file).orElse(null))) {
            putInPlace(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Puts small bytes in place by one rename. */
    void putInPlace(String file, byte[] bytes) {
        write(staged(file), bytes);
        move(staged(file), file);
        syncFolderOf(file);
    }

    /** Puts a text in place that is of this host alone. */
    void putText(String file, String text) {
        putBytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of bytes. */
    void putBytes(String file, byte[] bytes) {
        String draft = file + ".new";
        write(draft, bytes);
        move(draft, file);
        syncFolderOf(file);
    }

    /** Writes a file that is there, over what is in it. */
    @FunctionalInterface
    interface Filling {
        void fill(Path file) throws IOException;
    }

    /**
     * Puts a file in place, unless one is there then.
     *
     * @param draft where it is made
     */
    void place(String file, String draft, Filling filling) throws IOException {
        makeFolderOf(path(draft));
        access.createFile(path(draft));
        try {
            filling.fill(path(draft));
            try (FileChannel channel = FileChannel.open(path(draft), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            makeFolderOf(path(file));
            Files.createLink(path(file), path(draft));
        } catch (FileAlreadyExistsException present) {
            return;
        } finally {
            Files.deleteIfExists(path(draft));
        }
    }

    InputFile input(String file) {
        bring(List.of(file));
        return new LocalInputFile(path(file));
    }

    /** A new folder's name is on the disk before anything stands in it. */
    private void makeFolderOf(Path file) throws IOException {
        Path folder = Disk.folderOf(file);
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.equals(fence)) {
            throw new NoSuchFileException(folder.toString());
        }
        Path above = Disk.folderOf(folder);
        makeFolderOf(folder);
        if (folder.startsWith(root)) {
            access.createFolder(folder);
        } else {
            access.createFolders(folder);
        }
        disk.syncFolder(above);
    }
}
