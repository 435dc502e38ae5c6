package eu.wattpeil.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Who may read what Wattpeil writes; only its own account ever writes. Where the file system knows
 * no POSIX permissions, as on Windows, the rights of the folder around it stand.
 */
public enum Access {
    /** The account that Wattpeil runs under: 0600, folders 0700. */
    OWNER("rw-------", "rwx------"),
    /** That account's group, too: 0640, folders 0750. */
    GROUP("rw-r-----", "rwxr-x---"),
    /** Every account of the machine: 0644, folders 0755. */
    EVERYONE("rw-r--r--", "rwxr-xr-x");

    private final Set<PosixFilePermission> ofFiles;
    private final Set<PosixFilePermission> ofFolders;

    Access(String ofFiles, String ofFolders) {
        this.ofFiles = PosixFilePermissions.fromString(ofFiles);
        this.ofFolders = PosixFilePermissions.fromString(ofFolders);
    }

    /** Makes a folder and those above it that are not there; the rights of others stay. */
    public void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            createFolders(parent);
        }
        createFolder(folder);
    }

    /** Makes a folder in one that is there, unless it is there itself. */
    public void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(
                    folder, atBirth(folder, PosixFilePermissions.fromString("rwx------")));
            apply(folder, ofFolders);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            if (!Files.isDirectory(folder)) {
                throw madeMeanwhile;
            }
        }
    }

    /** Makes an empty file that nobody else could read at any moment before it has its rights. */
    public void createFile(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, atBirth(file, OWNER.ofFiles));
        apply(file, ofFiles);
    }

    /** Makes an empty file, unless there is one: that stays as it is. */
    public void createFileWhereAbsent(Path file) throws IOException {
        try {
            Files.createFile(file, atBirth(file, OWNER.ofFiles));
            apply(file, ofFiles);
        } catch (FileAlreadyExistsException present) {
            if (!Files.isRegularFile(file)) {
                throw present;
            }
        }
    }

    /** Takes from a folder the rights that this does not give; it gets none that it had not. */
    public void tighten(Path folder) throws IOException {
        if (!isPosix(folder)) {
            return;
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(folder);
        if (!ofFolders.containsAll(found) && isOwn(folder)) {
            found.retainAll(ofFolders);
            Files.setPosixFilePermissions(folder, found);
        }
    }

    private void apply(Path path, Set<PosixFilePermission> rights) throws IOException {
        // At birth the account's mask may have taken some away; the owner's rights it leaves.
        if (this != OWNER && isPosix(path)) {
            Files.setPosixFilePermissions(path, rights);
        }
    }

    private static FileAttribute<?>[] atBirth(Path path, Set<PosixFilePermission> rights) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    /** Whether this account owns it: of another's folder the rights cannot be changed. */
    private static boolean isOwn(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".owner", "");
        try {
            return Files.getOwner(probe).equals(Files.getOwner(folder));
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
