package eu.wattpeil.collect.tree;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A node on the way to rows, and what is found below it. Where a row comes before all of that is
 * known, the same document is read ahead to the end of the node: so the memory stays bounded by one
 * row, and no order of the document is needed.
 */
final class Level implements Closeable {

    private final Place[] places;
    private final Ahead ahead;
    private final boolean isKnownAtOnce;
    private long number;
    private boolean isComplete;
    private @Nullable TreeRows reader;

    /** Opens a reader of nodes of this level as rows. */
    @FunctionalInterface
    interface Ahead {
        TreeRows open() throws IOException;
    }

    Level(List<RowPath.Capture> captures, UnaryOperator<String> reading, Ahead ahead) {
        this.places =
                captures.stream().map(capture -> new Place(capture, reading)).toArray(Place[]::new);
        this.ahead = ahead;
        this.isKnownAtOnce = captures.stream().allMatch(it -> it.known() == RowPath.Known.AT_ONCE);
    }

    Place[] places() {
        return places;
    }

    /** How many such nodes have begun. */
    long number() {
        return number;
    }

    /** Such a node begins. */
    void begin(Nodes node) {
        number++;
        isComplete = isKnownAtOnce;
        for (Place place : places) {
            place.restart(node);
        }
    }

    /** Such a node has ended, so that nothing more is found below it. */
    void end() {
        isComplete = true;
    }

    /** Finds what is not known yet, while the node is open. */
    void complete() throws IOException {
        if (isComplete) {
            return;
        }
        isComplete = true;
        if (areKnown()) {
            return;
        }
        if (reader == null) {
            reader = ahead.open();
        }
        Place[] found = reader.placesOf(number);
        for (int i = 0; i < places.length; i++) {
            places[i].take(found[i]);
        }
    }

    private boolean areKnown() {
        for (Place place : places) {
            if (!isKnown(place)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }

    private static boolean isKnown(Place place) {
        return switch (place.capture().known()) {
            case AT_ONCE -> true;
            case WHEN_FOUND -> place.state() != Place.State.ABSENT;
            case AT_THE_END -> false;
        };
    }
}
