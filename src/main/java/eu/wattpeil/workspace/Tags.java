package eu.wattpeil.workspace;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a goal or a measure is sorted. What is not said is empty: a tag is no measurement.
 *
 * @param lever technique, organisation or behaviour
 * @param actor employee, employer or supplier
 * @param rung of the R-ladder, R0 (refuse) to R9 (recover)
 * @param dimensions what it is good for, always in the same order; empty where nobody says
 */
public record Tags(
        Optional<String> lever,
        Optional<String> actor,
        Optional<String> rung,
        Set<Dimension> dimensions) {

    /** Nothing is said. */
    public static final Tags NONE =
            new Tags(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    public Tags {
        // A copy without an order would have another one in each process, and reports with it.
        dimensions = Collections.unmodifiableSet(new TreeSet<>(dimensions));
    }

    /** What a goal or a measure can be good for. */
    public enum Dimension {
        PEOPLE,
        PLANET,
        PURPOSE
    }
}
