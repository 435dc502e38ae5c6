package eu.wattpeil.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders for drafts, each of one claim to the work. Whatever a process puts in place it renames
 * out of its own folder. So whoever takes its place takes that folder away first: a process that
 * was paused, and wakes up, can put nothing in place any more, wherever it was.
 */
public final class DraftFolder {

    private static final String CLAIM = "claim-";
    private static final String GONE = ".gone";

    private DraftFolder() {}

    /** Whether the name of a folder is that of a claim's drafts, be they taken away or not. */
    public static boolean isOne(String name) {
        return name.startsWith(CLAIM);
    }

    /**
     * Makes the folder of a claim, after it has taken away those of all others.
     *
     * @param parent of such folders
     * @param claim which one, such as {@code claim-7}
     * @return the folder, and those that were taken away: what is in them is to be removed
     */
    public static Begun begin(Path parent, String claim, Access access) throws IOException {
        access.createFolders(parent);
        for (Path other : folders(parent)) {
            String name = other.getFileName().toString();
            if (!name.equals(claim) && !name.endsWith(GONE)) {
                takeAway(other);
            }
        }
        Path folder = parent.resolve(claim);
        access.createFolder(folder);
        List<Path> gone =
                folders(parent).stream()
                        .filter(it -> it.getFileName().toString().endsWith(GONE))
                        .toList();
        return new Begun(folder, gone);
    }

    /**
     * A folder for drafts.
     *
     * @param gone those of others, taken away
     */
    public record Begun(Path folder, List<Path> gone) {

        public Begun {
            gone = List.copyOf(gone);
        }
    }

    /** Removes a folder and all that is in it, though others may still write there. */
    public static void remove(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException absent) {
            return;
        }
    }

    private static void takeAway(Path folder) throws IOException {
        try {
            Files.move(
                    folder,
                    folder.resolveSibling(folder.getFileName() + GONE),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException endedMeanwhile) {
            return;
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(it -> isOne(it.getFileName().toString())).sorted().toList();
        }
    }
}
