package eu.wattpeil.store;

import eu.wattpeil.store.remote.Head;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which files the remote had when a working copy was the same. */
final class HeadFile {

    private final StoreFiles files;
    private final String file;
    private @Nullable Known known;

    HeadFile(StoreFiles files, String file) {
        this.files = files;
        this.file = file;
    }

    /** A head, and the file that it was read from. */
    private record Known(FileTime written, long bytes, Head head) {

        boolean isOf(BasicFileAttributes found) {
            return written.equals(found.lastModifiedTime()) && bytes == found.size();
        }
    }

    /**
     * The head; it is read again where the file is another one. Empty for a copy that was never the
     * same.
     *
     * @throws StoreException where the file is damaged
     */
    synchronized Optional<Head> read() {
        Optional<BasicFileAttributes> found = files.attributes(file);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Known last = known;
        if (last == null || !last.isOf(found.get())) {
            last = new Known(found.get().lastModifiedTime(), found.get().size(), parsed());
            known = last;
        }
        return Optional.of(last.head());
    }

    private Head parsed() {
        try {
            return Head.parse(files.readBytes(file));
        } catch (IllegalArgumentException damaged) {
            throw StoreException.damaged(
                    files.path(file),
                    "the file is damaged",
                    "the files that the remote has",
                    "remove the folder of the store: the next run brings its files here again",
                    damaged);
        }
    }

    void write(Head head) {
        files.putBytes(file, head.bytes());
    }
}
