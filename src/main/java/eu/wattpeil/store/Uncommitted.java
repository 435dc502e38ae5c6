package eu.wattpeil.store;

import java.util.HashMap;
import java.util.Map;

/**
 * What was put in place or removed in a working copy, and is not committed to the remote. Threads
 * may change it while a commit is under way: what came after it was asked for stays.
 */
final class Uncommitted {

    /** By path, the number of the change that put it in place, or removed it with all below it. */
    private final Map<String, Long> placed = new HashMap<>();

    private final Map<String, Long> removed = new HashMap<>();
    private long changes;

    /**
     * What it was at one instant.
     *
     * @param placed files, by path
     * @param removed files, or folders with all that is in them; before anything was placed there
     */
    record Changes(Map<String, Long> placed, Map<String, Long> removed) {

        Changes {
            placed = Map.copyOf(placed);
            removed = Map.copyOf(removed);
        }

        boolean isEmpty() {
            return placed.isEmpty() && removed.isEmpty();
        }
    }

    /** A file was put in place. */
    synchronized void placed(String path) {
        placed.put(path, ++changes);
    }

    /** A file was removed, or a folder. */
    synchronized void removed(String path) {
        placed.keySet().removeIf(it -> it.equals(path) || it.startsWith(path + "/"));
        removed.put(path, ++changes);
    }

    /** Whether a path was removed, or a folder that it is in. */
    synchronized boolean isRemoved(String path) {
        if (removed.isEmpty()) {
            return false;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (removed.containsKey(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    synchronized Changes changes() {
        return new Changes(placed, removed);
    }

    /** Some are committed; what was changed again since is not. */
    synchronized void committed(Changes done) {
        done.placed().forEach(placed::remove);
        done.removed().forEach(removed::remove);
    }

    /** Nothing is any more that is to be committed. */
    synchronized void forget() {
        placed.clear();
        removed.clear();
    }
}
