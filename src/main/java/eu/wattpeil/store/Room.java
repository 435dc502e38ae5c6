package eu.wattpeil.store;

import eu.wattpeil.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether a disk is full, and what it has left. */
final class Room {

    /** What Linux and macOS, quotas and Windows say. */
    private static final List<String> FULL =
            List.of("no space left", "disk quota exceeded", "not enough space");

    private Room() {}

    /** Whether a failure came from a full disk. */
    static boolean isMissing(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(message::contains);
    }

    /** What the disk of a file has left, for messages. */
    static String left(Path file) {
        Path folder = file.toAbsolutePath();
        while (!Files.exists(folder)) {
            folder = Disk.folderOf(folder);
        }
        try {
            double free = Files.getFileStore(folder).getUsableSpace();
            return String.format(Locale.ROOT, "%.1f MB are free", free / 1e6);
        } catch (IOException unknown) {
            return "how much is free is unknown";
        }
    }
}
