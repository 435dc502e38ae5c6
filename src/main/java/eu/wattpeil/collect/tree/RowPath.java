package eu.wattpeil.collect.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where rows are, and where the texts of their columns are.
 *
 * @param steps from the root to a row
 * @param levels for the root, each node on the way and the row itself: the columns below it
 */
record RowPath(List<Step> steps, List<List<Capture>> levels) {

    /** When it is known what stands in a place. */
    enum Known {
        /** As soon as the node is opened. */
        AT_ONCE,
        /** When it was found: there is one such place at most. */
        WHEN_FOUND,
        /** At the end of the node: there may be several such places. */
        AT_THE_END
    }

    /**
     * The place of a column below a node.
     *
     * @param column its number, from 0
     */
    record Capture(int column, List<Step> down, ColumnPath.Special special, Known known) {}

    /** The way to rows with these columns, none of which is above the root. */
    static RowPath of(List<Step> steps, List<ColumnPath> columns, Notation notation) {
        List<List<Capture>> levels =
                Stream.generate(() -> (List<Capture>) new ArrayList<Capture>())
                        .limit(steps.size() + 1L)
                        .toList();
        for (int i = 0; i < columns.size(); i++) {
            ColumnPath column = columns.get(i);
            int level = column.up() == ColumnPath.ROOT ? 0 : steps.size() - column.up();
            Known known = notation.known(column);
            levels.get(level).add(new Capture(i, column.down(), column.special(), known));
        }
        return new RowPath(steps, levels);
    }

    /** The way to a node above the rows, with the columns below it. */
    RowPath above(int level) {
        List<List<Capture>> own = new ArrayList<>();
        for (int i = 0; i < level; i++) {
            own.add(List.of());
        }
        own.add(levels.get(level));
        return new RowPath(steps.subList(0, level), own);
    }
}
