package eu.wattpeil.store.remote;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Signs of life of who holds a store: objects that come and go, each with a name of its own. Others
 * see that they change, and need no clock of the holder's for it.
 */
final class Beats {

    private static final String FOLDER = "beats";

    private final RemoteFolder folder;
    private final long claim;
    private long count;
    private @Nullable String last;

    Beats(RemoteFolder folder, long claim) {
        this.folder = folder;
        this.claim = claim;
    }

    /** Those that are there. */
    static Set<String> seen(RemoteFolder folder) throws IOException {
        return new TreeSet<>(folder.list(FOLDER).keySet());
    }

    /** Gives one more. */
    synchronized void give() throws IOException {
        count++;
        String next = FOLDER + "/" + Head.digits(claim) + "-" + Head.digits(count);
        folder.create(next, new byte[] {'\n'});
        String before = last;
        last = next;
        if (before != null) {
            folder.delete(before);
        }
    }

    /** Leaves none of this claim and of those before it. */
    synchronized void end() throws IOException {
        String next = FOLDER + "/" + Head.digits(claim + 1);
        for (String beat : seen(folder)) {
            if (beat.compareTo(next) < 0) {
                folder.delete(beat);
            }
        }
    }
}
