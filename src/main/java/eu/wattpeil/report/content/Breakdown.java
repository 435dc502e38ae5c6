package eu.wattpeil.report.content;

import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a month takes apart, as its edition has it.
 *
 * @param cells by scope, in the order of their rows and then of their columns
 */
public record Breakdown(Detail detail, List<Cell> cells) {

    /**
     * Where a row and a column meet.
     *
     * @param row key of the row
     * @param column key of the column
     * @param value empty where it is not known, or not told
     * @param coverage share that is known
     * @param reason code of why there is no value
     * @param mark what is to be known of it, as a code
     * @param note as the configuration has it
     */
    public record Cell(
            Scope scope,
            String row,
            String column,
            Optional<BigDecimal> value,
            String unit,
            Optional<Double> coverage,
            Optional<String> reason,
            Optional<String> mark,
            Optional<String> note) {

        /** The value as a number; only where there is one. */
        public double number() {
            return value.orElseThrow().doubleValue();
        }
    }

    public Breakdown {
        cells = List.copyOf(cells);
    }

    /** The scopes that it speaks of. */
    public List<Scope> scopes() {
        return cells.stream().map(Cell::scope).distinct().toList();
    }

    /** The same of one scope alone. */
    public Breakdown of(Scope scope) {
        return new Breakdown(
                detail, cells.stream().filter(it -> it.scope().equals(scope)).toList());
    }

    /** The cells without those parts of a day that nothing is of, but for the first part. */
    public List<Cell> told() {
        return cells.stream()
                .filter(
                        cell ->
                                detail.picture() != Detail.Picture.CALENDAR
                                        || cell.row().equals(cells.get(0).row())
                                        || cell.value().filter(it -> it.signum() == 0).isEmpty())
                .toList();
    }

    /** The keys of its rows, in order. */
    public List<String> rows() {
        return cells.stream().map(Cell::row).distinct().toList();
    }

    /** The keys of its columns, in the order in which rows have them. */
    public List<String> columns() {
        return cells.stream().map(Cell::column).distinct().toList();
    }

    /** The cells with a value. */
    public List<Cell> known() {
        return cells.stream().filter(it -> it.value().isPresent()).toList();
    }
}
