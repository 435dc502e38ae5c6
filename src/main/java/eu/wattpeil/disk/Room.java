package eu.wattpeil.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Whether a disk is full, and what it has left. */
public final class Room {

    /** What Linux and macOS, quotas and limits, and Windows say where they speak English. */
    private static final List<String> FULL =
            List.of(
                    "no space left on device",
                    "disk quota exceeded",
                    "file too large",
                    "not enough space on the disk");

    private static final int MOST_CAUSES = 20;

    private Room() {}

    /** Whether a failure, or what caused it, says that a disk is full. */
    public static boolean isMissing(Throwable failure) {
        int causes = 0;
        for (Throwable cause = failure; cause != null && causes++ < MOST_CAUSES; ) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (FULL.stream().anyMatch(message::contains)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /**
     * The bytes that are free where a path is or would be made; empty where the system does not
     * tell.
     */
    public static OptionalLong free(Path path) {
        Path there = path.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(Files.getFileStore(there).getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }
}
