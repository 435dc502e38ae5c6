package eu.wattpeil.collect.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which rows are read.
 *
 * @param needed columns without which a row is passed over
 * @param conditions that a row keeps to
 */
record RowConditions(List<ColumnRef> needed, List<Condition> conditions) {

    /** The columns that are looked at. */
    Stream<ColumnRef> columns() {
        return Stream.concat(needed.stream(), conditions.stream().map(Condition::column));
    }

    /** Those of both. */
    RowConditions and(RowConditions more) {
        return new RowConditions(joined(needed, more.needed), joined(conditions, more.conditions));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
