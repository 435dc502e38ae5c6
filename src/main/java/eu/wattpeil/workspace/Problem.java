package eu.wattpeil.workspace;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One thing that is wrong in a workspace.
 *
 * @param message what is wrong, as {@code <subject> is <found>, expected <what>}
 */
public record Problem(Place place, String message) implements Comparable<Problem> {

    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029]+");
    private static final int LONGEST = 2_000;

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::place).thenComparing(Problem::message);

    /** A message of one line: what was found may be of any length, with signs of any kind. */
    public Problem {
        message = CONTROL.matcher(message).replaceAll(" ");
        if (message.length() > LONGEST) {
            message = message.substring(0, LONGEST) + "…";
        }
    }

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
