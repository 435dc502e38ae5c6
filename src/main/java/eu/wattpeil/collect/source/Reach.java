package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is within reach of a source without asking anyone: the files of the workspace, and among
 * them those that were landed for it.
 *
 * @param root the workspace
 * @param landing where its answers are put down
 * @param seen what is known of files that have not changed
 */
public record Reach(Path root, Landing landing, SeenFiles seen) {

    /** The files that match one of some patterns in the notation of globs. */
    public Found files(List<String> patterns) throws IOException {
        return new MatchingFiles(root, patterns, seen).look();
    }

    /** What has landed. */
    public Found landed() throws IOException {
        return files(List.of(landing.pattern()));
    }
}
