package eu.wattpeil.store;

import eu.wattpeil.disk.Room;
import eu.wattpeil.failure.ExplainedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The store cannot be read or written: no room, no right, a damaged file. A re-run goes on. */
public final class StoreException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    private final boolean isRoomMissing;

    /** Not serialized: who reads it is in the same process. */
    private final transient @Nullable Defect defect;

    private StoreException(String message, @Nullable Throwable cause, boolean isRoomMissing) {
        super(message, cause);
        this.isRoomMissing = isRoomMissing;
        this.defect = null;
    }

    private StoreException(Defect defect, @Nullable Throwable cause) {
        super(defect.text(), cause);
        this.isRoomMissing = false;
        this.defect = defect;
    }

    /** What is wrong, where it is a file that is not as a run wrote it. */
    public Optional<Defect> defect() {
        return Optional.ofNullable(defect);
    }

    /**
     * Why something could not be done with a file.
     *
     * @param verb what was tried, as in {@code Cannot write …}
     */
    static StoreException because(String verb, Path file, IOException cause) {
        if (Room.isMissing(cause)) {
            return new StoreException(
                    file
                            + ": the disk is full ("
                            + left(file)
                            + "), expected room for the file;"
                            + " make room, and the next run goes on from here",
                    cause,
                    true);
        }
        return new StoreException(
                "Cannot " + verb + " " + file + ": " + reason(cause), cause, false);
    }

    /** The store is not where it was a moment ago. */
    static StoreException gone(Path root) {
        return new StoreException(goneText(root), null, false);
    }

    /** Files were exchanged while rows of them were told, so that they cannot be told again. */
    static StoreException exchanged(Path root, RuntimeException cause) {
        return new StoreException(
                root
                        + ": files were exchanged by a run while their rows were told, expected them"
                        + " to stay; what was told is not all, ask again",
                cause,
                false);
    }

    /** What a user is told then. */
    static String goneText(Path root) {
        return root
                + ": the store is gone, expected it to stay while it is in use; is its disk or share"
                + " not there any more? Bring it back, and the next run goes on from here";
    }

    /**
     * A file of the store is not what a run wrote there.
     *
     * @param cure what puts it right
     * @param cause what a reader of the file said; null where there was none
     */
    static StoreException damaged(
            Path file, String found, String expected, String cure, @Nullable Throwable cause) {
        return new StoreException(new Defect(Defect.Kind.LOST, file, found, expected, cure), cause);
    }

    /**
     * A table says what only a newer program can have written there.
     *
     * @param place the table and its column
     */
    public static StoreException ofANewerVersion(String place, String found) {
        return new StoreException(
                place
                        + " is \""
                        + found
                        + "\", made by a newer version of Wattpeil, expected a word that this"
                        + " version knows; run that version, or restore a backup of the store from"
                        + " before it",
                null,
                false);
    }

    /** Whether the disk is full; what was being written is not in then. */
    public boolean isRoomMissing() {
        return isRoomMissing;
    }

    private static String left(Path file) {
        OptionalLong free = Room.free(file);
        return free.isPresent()
                ? String.format(Locale.ROOT, "%.1f MB are free", free.getAsLong() / 1e6)
                : "how much is free is unknown";
    }

    /** The operating system's exceptions have no more of a message than the file's name. */
    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "this account may not, expected rights for the one that runs Wattpeil; give it"
                    + " those, and the next run goes on from here";
        }
        if (cause instanceof NoSuchFileException absent) {
            return absent.getFile()
                    + " is not there; is its disk or share not there any more? Bring it back, and"
                    + " the next run goes on from here";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return isReadOnly(failure.getReason())
                    ? "the disk can only be read, expected one that can be written to; mount it so,"
                            + " and the next run goes on from here"
                    : failure.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static boolean isReadOnly(String reason) {
        return reason.toLowerCase(Locale.ROOT).contains("read-only");
    }
}
