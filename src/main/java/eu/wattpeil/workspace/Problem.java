package eu.wattpeil.workspace;

import java.util.Comparator;

/**
 * One thing that is wrong in a workspace.
 *
 * @param message what is wrong, as {@code <subject> is <found>, expected <what>}
 */
public record Problem(Place place, String message) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::place).thenComparing(Problem::message);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** The problem as it is printed: {@code file:line: message}. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
