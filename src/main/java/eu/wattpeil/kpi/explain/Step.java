package eu.wattpeil.kpi.explain;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a model that speak of the scope: each of them where they are few, else groups.
 *
 * @param model its name
 * @param file where it stands
 * @param grain what a row of it is, as its file says; empty where it does not
 * @param rows how many there are
 * @param columns of the lines; the names of the model's own
 * @param lines a row each, or a group of rows each; numbers of a group are sums, of groups with
 *     several rows
 */
public record Step(
        String model,
        String file,
        String grain,
        long rows,
        List<String> columns,
        List<Line> lines) {

    public Step {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * A row, or a group.
     *
     * @param rows how many it stands for
     * @param cells in the order of the columns; empty is null
     */
    public record Line(long rows, List<Optional<Cell>> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** A text or a number, written out. */
    public record Cell(String text, boolean isNumber) {}
}
