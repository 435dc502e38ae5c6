package eu.wattpeil.store;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A file of marks, a line of hexadecimal digits each. */
final class MarkFile {

    /** The marks of users whose pseudonyms no row has any more. */
    static final String ERASED = ".erased";

    /** What the key is known by that pseudonyms in the store are made with. */
    static final String KEY = ".pseudonyms-of";

    private final StoreFiles files;

    MarkFile(StoreFiles files) {
        this.files = files;
    }

    /**
     * The marks, sorted.
     *
     * @throws StoreException where a line is none: taken for absent, it would let a user in again
     */
    Set<String> read() {
        Set<String> marks = new TreeSet<>();
        for (String line : files.read(ERASED).orElse("").lines().toList()) {
            if (!line.matches("[0-9a-f]+")) {
                throw StoreException.damaged(
                        files.path(ERASED),
                        "the file is damaged",
                        "a mark in each line",
                        "restore it from a backup, or remove it and erase these users again before"
                                + " the next run",
                        null);
            }
            marks.add(line);
        }
        return marks;
    }

    /** The file with some marks. */
    static String text(Collection<String> marks) {
        return new TreeSet<>(marks).stream().map(it -> it + "\n").collect(Collectors.joining());
    }
}
