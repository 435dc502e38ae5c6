package eu.wattpeil.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where the rows of some documents of a table are, each row once.
 *
 * @param files of which all rows are meant
 * @param packs of which those are meant that are not of some documents
 * @param without the ids of these documents
 */
public record DocumentFiles(List<Path> files, List<Path> packs, Set<String> without) {

    public DocumentFiles {
        files = List.copyOf(files);
        packs = List.copyOf(packs);
        without = Set.copyOf(without);
    }

    /** Files of which all rows are meant. */
    public static DocumentFiles of(List<Path> files) {
        return new DocumentFiles(files, List.of(), Set.of());
    }

    /** Whether there is no file at all. */
    public boolean isEmpty() {
        return files.isEmpty() && packs.isEmpty();
    }

    /** All of the files, whichever of their rows are meant. */
    public List<Path> all() {
        List<Path> all = new ArrayList<>(files);
        all.addAll(packs);
        return all;
    }
}
