package eu.wattpeil.workspace;

import java.util.Comparator;

/**
 * Somewhere in a workspace, to open in an editor.
 *
 * @param file relative to the workspace, with forward slashes
 * @param line from 1; 0 where the file as a whole is meant
 */
public record Place(String file, int line) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line);

    /** A file as a whole. */
    public static Place of(String file) {
        return new Place(file, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** As messages begin: {@code file:line}. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
