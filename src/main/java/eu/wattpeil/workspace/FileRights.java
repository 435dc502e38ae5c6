package eu.wattpeil.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;

/** Who may read a file that holds a secret. */
public final class FileRights {

    private FileRights() {}

    /**
     * Whether other accounts may read it. Of another account's file the group's rights may be those
     * of a list for single accounts, as systemd gives credentials.
     */
    public static boolean isOpenToOthers(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        try {
            PosixFileAttributes found = Files.readAttributes(file, PosixFileAttributes.class);
            boolean isOwn = found.owner().getName().equals(System.getProperty("user.name"));
            return found.permissions().contains(PosixFilePermission.OTHERS_READ)
                    || (isOwn && found.permissions().contains(PosixFilePermission.GROUP_READ));
        } catch (IOException gone) {
            return false;
        }
    }
}
