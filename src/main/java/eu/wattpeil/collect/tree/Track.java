package eu.wattpeil.collect.tree;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** How far the open nodes go along the way to rows. */
final class Track implements Closeable {

    private static final int NOWHERE = -1;

    private final Step[] steps;
    private final Level[] levels;
    private final Place[][] places;

    /** The first level with places: those above need not be looked at. */
    private final int firstPlaces;

    /** The level of the deepest open node on the way. */
    private int at = NOWHERE;

    private int deepest = NOWHERE;

    Track(List<Step> steps, List<Level> levels) {
        this.steps = steps.toArray(Step[]::new);
        this.levels = levels.toArray(Level[]::new);
        places = levels.stream().map(Level::places).toArray(Place[][]::new);
        int first = 0;
        while (first < places.length && places[first].length == 0) {
            first++;
        }
        firstPlaces = first;
    }

    Level[] levels() {
        return levels;
    }

    /** The places of all levels. */
    Place[][] places() {
        return places;
    }

    /** The level of rows. */
    Level last() {
        return levels[steps.length];
    }

    /** How many steps led anywhere so far; -1 for none and no root. */
    int deepest() {
        return deepest;
    }

    /** A node begins, so many below the root; whether anything of it is wanted. */
    boolean open(int depth, Nodes node) {
        boolean isWanted = false;
        for (int level = firstPlaces; level <= at; level++) {
            for (Place place : places[level]) {
                place.open(depth - level, node);
                isWanted |= place.isOnTheWay(depth - level);
            }
        }
        boolean isOnTheWay =
                at == depth - 1
                        && depth <= steps.length
                        && (depth == 0 || steps[depth - 1].leadsTo(node));
        if (isOnTheWay) {
            at = depth;
            deepest = Math.max(deepest, depth);
            levels[depth].begin(node);
        }
        return isWanted || isOnTheWay;
    }

    /** Whether the text of the node so many below the root is wanted. */
    boolean wantsText(int depth) {
        for (int level = firstPlaces; level <= at; level++) {
            for (Place place : places[level]) {
                if (place.wantsText(depth - level)) {
                    return true;
                }
            }
        }
        return false;
    }

    void text(int depth, String text) {
        for (int level = firstPlaces; level <= at; level++) {
            for (Place place : places[level]) {
                if (place.wantsText(depth - level)) {
                    place.text(text);
                }
            }
        }
    }

    /** The node so many below the root ends; whether it was a row. */
    boolean close(int depth) {
        for (int level = firstPlaces; level <= at; level++) {
            for (Place place : places[level]) {
                place.close(depth - level);
            }
        }
        if (at != depth) {
            return false;
        }
        levels[at].end();
        at--;
        return depth == steps.length;
    }

    /** All nodes end at once, in the middle. */
    void abandon() {
        at = NOWHERE;
    }

    /** Whether a row is open. */
    boolean isInRow() {
        return at == steps.length;
    }

    @Override
    public void close() throws IOException {
        for (Level level : levels) {
            level.close();
        }
    }
}
