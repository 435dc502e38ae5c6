package eu.wattpeil.kpi.model;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that the editions of months publish beside {@code kpi_values}: it has the same numbers,
 * and is kept, checked and shown like these.
 *
 * @param name the folder in the store and the table in SQL
 * @param columns without {@code month}, which names the folder, and without the edition's number
 * @param key the columns that no two rows of a month share
 * @param layer the models that give its rows; empty where they are not made in SQL
 */
public record PublishedTable(
        String name, List<Column> columns, List<String> key, Optional<Model.Layer> layer) {

    private static final String EDITION = "edition";

    /** How much of an amount is known may change, and the amount be the same. */
    private static final Set<String> KNOWLEDGE = Set.of("coverage", "measured_share");

    public PublishedTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** As the store has it, with the edition's number last. */
    public Dataset dataset() {
        List<Column> stored = new ArrayList<>(columns);
        stored.add(Column.required(EDITION, ColumnType.INTEGER, "number, from 1"));
        return new Dataset(name, stored, "", "", false);
    }

    /** The columns that a model gives after {@code month}; the first one is its own name. */
    public List<Column> columnsOfModels() {
        return columns.subList(1, columns.size());
    }

    /** Whether a column holds amounts, which may change by too little for another edition. */
    public static boolean isAmount(Column column) {
        return switch (column.type()) {
            case DECIMAL, FINE_DECIMAL, DOUBLE -> true;
            case TEXT, INTEGER, BOOLEAN, DATE, TIMESTAMP -> false;
        };
    }

    /** Whether a column says how much of the others is known. */
    public static boolean isKnowledge(Column column) {
        return KNOWLEDGE.contains(column.name());
    }
}
