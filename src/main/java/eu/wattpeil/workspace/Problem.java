package eu.wattpeil.workspace;

import java.util.Comparator;

/**
 * One thing that is wrong in a workspace.
 *
 * @param file the file to open, relative to the workspace, with forward slashes
 * @param line the line in that file, from 1; 0 where the file as a whole is meant
 * @param message what is wrong, as {@code <subject> is <found>, expected <what>}
 */
public record Problem(String file, int line, String message) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file)
                    .thenComparingInt(Problem::line)
                    .thenComparing(Problem::message);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** The problem as it is printed: {@code file:line: message}. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return place + ": " + message;
    }
}
