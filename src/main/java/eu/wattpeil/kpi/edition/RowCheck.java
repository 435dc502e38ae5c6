package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.store.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds rows that an edition cannot publish: a value is missing, or none that may stand there. */
final class RowCheck {

    private RowCheck() {}

    /** What is wrong with the first row that is; empty where all are right. */
    static Optional<String> faultOf(PublishedTable table, List<List<Object>> rows) {
        Set<List<Object>> keys = new HashSet<>();
        for (List<Object> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                Optional<String> fault = fault(table.columns().get(i), row.get(i));
                if (fault.isPresent()) {
                    return fault.map(it -> it + ", in the row of " + name(table, row));
                }
            }
            if (!keys.add(key(table, row))) {
                return Optional.of("rows of " + name(table, row) + " are several, expected one");
            }
        }
        return Optional.empty();
    }

    /** The values of a row that no other has. */
    static List<Object> key(PublishedTable table, List<Object> row) {
        return IntStream.range(0, row.size())
                .filter(index -> table.key().contains(table.columns().get(index).name()))
                .mapToObj(row::get)
                .toList();
    }

    private static Optional<String> fault(Column column, Object value) {
        if (Cells.isNull(value)) {
            return column.isRequired()
                    ? Optional.of(column.name() + " is null, expected a value")
                    : Optional.empty();
        }
        if (column.codes().isEmpty() || column.codes().contains(value)) {
            return Optional.empty();
        }
        return Optional.of(
                column.name()
                        + " is \""
                        + value
                        + "\", expected one of "
                        + String.join(", ", column.codes()));
    }

    private static String name(PublishedTable table, List<Object> row) {
        return key(table, row).stream()
                .map(it -> Cells.isNull(it) ? "null" : it.toString())
                .collect(Collectors.joining(", "));
    }
}
