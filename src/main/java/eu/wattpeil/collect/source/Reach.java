package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is within reach of a source without asking anyone: the files of the workspace, and among
 * them those that were landed for it.
 *
 * @param root the workspace
 * @param landing where its answers are put down
 * @param seen what is known of files that have not changed
 * @param isHasty whether a few of the newest files are enough, the newest first, and a large one
 *     that nobody has read yet may lack its fingerprint
 * @param written folders that Wattpeil itself writes, which a wildcard does not reach
 */
public record Reach(
        Path root, Landing landing, SeenFiles seen, boolean isHasty, Set<Path> written) {

    public Reach {
        written = Set.copyOf(written);
    }

    /** Of all files, by name. */
    public Reach(Path root, Landing landing, SeenFiles seen) {
        this(root, landing, seen, false, Set.of());
    }

    /** The files that match one of some patterns in the notation of globs. */
    public Found files(List<String> patterns) throws IOException {
        return files(patterns, Duration.ZERO);
    }

    /**
     * The files that match one of some patterns, and have not changed for a time: one that has may
     * still be written.
     */
    public Found files(List<String> patterns, Duration settled) throws IOException {
        MatchingFiles files = new MatchingFiles(root, patterns, settled, seen, written);
        return isHasty ? files.lookAtNewest() : files.look();
    }

    /** What has landed. */
    public Found landed() throws IOException {
        Found found = files(List.of(landing.pattern()));
        return new Found(found.documents(), found.unreadable());
    }

    /**
     * A file of the workspace that another process has looked at; whether it is still the same is
     * told when it is read.
     *
     * @param root the workspace
     * @param name relative to it
     * @param bytes unpacked
     * @param sha256 of these
     */
    public static Document lookedAt(Path root, String name, long bytes, String sha256, Clock clock)
            throws IOException {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new IOException("is outside of the workspace, expected a file in it");
        }
        SeenFiles.Entry entry = new SeenFiles.Entry(SeenFiles.Entry.WHOLE, bytes, sha256, "");
        PackedFile packed = new PackedFile(name, file, SeenFiles.none(clock));
        return new Document(name, bytes, sha256, new FileContent(packed, entry, FileLook.of(file)));
    }
}
