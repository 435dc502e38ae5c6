package eu.wattpeil.workspace;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Collects everything that is wrong in a workspace, so that all of it can be told at once. */
public final class Problems {

    private final TreeSet<Problem> found = new TreeSet<>();
    private int noted;

    /** Notes a problem at a line of a file. */
    public void add(String file, int line, String message) {
        add(new Place(file, line), message);
    }

    /** Notes a problem at a place. */
    public void add(Place place, String message) {
        found.add(new Problem(place, message));
        noted++;
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many were noted so far; one that was noted twice counts twice. */
    int count() {
        return noted;
    }

    /**
     * Makes a value, unless anything was noted since there were {@code before} problems; what the
     * value refuses is noted.
     */
    <T> Optional<T> make(int before, Place place, Supplier<T> maker) {
        if (noted > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException refused) {
            add(place, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    /** All problems, by file and line. */
    public List<Problem> all() {
        return List.copyOf(found);
    }

    /** Ends the work when anything is wrong. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidWorkspaceException(all());
        }
    }
}
