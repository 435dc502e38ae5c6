package eu.wattpeil.store;

import eu.wattpeil.store.remote.RemoteFile;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The files of a remote that need not be in a working copy before somebody asks for them: records
 * of months, of which there are many.
 *
 * @param all that the remote has, by path
 * @param isRemoved of a path that is not there any more, as soon as it is committed
 */
record WaitingFiles(NavigableMap<String, RemoteFile> all, Predicate<String> isRemoved) {

    /** Whether a file is one of these, as its path says. */
    static boolean mayWait(String path) {
        return StoreLayout.monthOf(path).isPresent()
                && path.endsWith(".parquet")
                && Datasets.named(path.substring(0, path.indexOf('/'))).isPresent();
    }

    Optional<RemoteFile> file(String path) {
        return Optional.ofNullable(all.get(path)).filter(file -> waits(path));
    }

    /** The names that a folder has of such files, and of folders with such files. */
    Set<String> namesIn(String folder) {
        String start = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        Set<String> names = new TreeSet<>();
        String path = all.ceilingKey(start);
        while (path != null && path.startsWith(start)) {
            int end = path.indexOf('/', start.length());
            if (end < 0) {
                if (waits(path)) {
                    names.add(path.substring(start.length()));
                }
                path = all.higherKey(path);
            } else {
                String below = path.substring(0, end + 1);
                if (hasAnyIn(below)) {
                    names.add(path.substring(start.length(), end));
                }
                path = all.ceilingKey(path.substring(0, end) + (char) ('/' + 1));
            }
        }
        return names;
    }

    private boolean hasAnyIn(String folder) {
        return all.tailMap(folder).keySet().stream()
                .takeWhile(path -> path.startsWith(folder))
                .anyMatch(this::waits);
    }

    private boolean waits(String path) {
        return mayWait(path) && !isRemoved.test(path);
    }
}
