package eu.wattpeil.kpi.model;

import static eu.wattpeil.store.Column.optional;
import static eu.wattpeil.store.Column.required;

import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code details}: what a month's report shows taken apart, a row for each place where a
 * row and a column meet.
 */
public final class Details {

    /** The columns of its models that are texts. */
    static final List<String> TEXTS =
            List.of(
                    Session.MONTH,
                    "scope_kind",
                    "scope_id",
                    "row_key",
                    "column_key",
                    "unit",
                    "reason",
                    "mark",
                    "note");

    public static final PublishedTable TABLE =
            new PublishedTable(
                    "details",
                    List.of(
                            required("detail_id", ColumnType.TEXT, "the detail"),
                            required("scope_kind", ColumnType.TEXT, "organisation, room, meter …"),
                            required("scope_id", ColumnType.TEXT, "which one; all"),
                            required("row_key", ColumnType.TEXT, "what the row is of"),
                            required("row_order", ColumnType.INTEGER, "its place among the rows"),
                            required("column_key", ColumnType.TEXT, "what the column is of"),
                            required(
                                    "column_order",
                                    ColumnType.INTEGER,
                                    "its place among the columns"),
                            optional(
                                    "value",
                                    ColumnType.FINE_DECIMAL,
                                    "in the unit; null where it is not known or not told"),
                            required("unit", ColumnType.TEXT, "unit of the value"),
                            optional("coverage", ColumnType.DOUBLE, "share that is known"),
                            optional("reason", ColumnType.TEXT, "why there is no value"),
                            optional(
                                    "mark",
                                    ColumnType.TEXT,
                                    "what is to be known of it: past_target_age; of a meter its"
                                            + " role"),
                            optional("note", ColumnType.TEXT, "the cause, as config/ has it")),
                    List.of("detail_id", "scope_kind", "scope_id", "row_key", "column_key"),
                    Optional.of(Model.Layer.DETAIL));

    private Details() {}

    /** The columns that a model gives. */
    static List<String> columnNames() {
        List<String> names = new ArrayList<>(List.of(Session.MONTH));
        TABLE.columnsOfModels().stream().map(Column::name).forEach(names::add);
        return names;
    }
}
