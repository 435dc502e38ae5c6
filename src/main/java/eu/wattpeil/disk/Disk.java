package eu.wattpeil.disk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The steps by which a file comes to stay. Without them a power cut may keep a name and lose what
 * is in the file: first the bytes are synced, then the name is put in place, then the folder that
 * holds the name.
 */
public interface Disk {

    /** Returns when the bytes of a file are on the disk. */
    void sync(Path file) throws IOException;

    /** Returns when the names in a folder are on the disk. */
    void syncFolder(Path folder) throws IOException;

    /** Puts a file in the place of another, or where none was, in one step. */
    void move(Path from, Path to) throws IOException;

    /** Removes a file or an empty folder; nothing happens where there is none. */
    void remove(Path path) throws IOException;

    /** The disks of this machine. */
    static Disk local() {
        return LocalDisk.INSTANCE;
    }

    /** The folder that a file is in. */
    static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " is a root, expected a file in a folder");
        }
        return folder;
    }

    /** What a file is to hold. */
    @FunctionalInterface
    interface Contents {
        void writeTo(OutputStream file) throws IOException;
    }

    /** Replaces a file: a reader, and a power cut, sees all of the old one or of the new one. */
    default void replace(Path file, byte[] bytes, Access access) throws IOException {
        replace(file, target -> target.write(bytes), access);
    }

    /** The same with what need not be in memory at once. */
    default void replace(Path file, Contents contents, Access access) throws IOException {
        Path draft = folderOf(file).resolve("." + file.getFileName() + ".tmp");
        replace(file, contents, access, draft);
    }

    /**
     * The same by way of a draft elsewhere on the same disk. Where the folder of the draft is taken
     * away, nothing is replaced.
     */
    default void replace(Path file, Contents contents, Access access, Path draft)
            throws IOException {
        Path folder = folderOf(file);
        access.createFolders(folder);
        access.createFile(draft);
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(draft))) {
            contents.writeTo(target);
        }
        sync(draft);
        move(draft, file);
        syncFolder(folder);
    }
}
