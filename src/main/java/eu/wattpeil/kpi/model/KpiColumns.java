package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import java.util.List;
import java.util.stream.Stream;

/** The columns of {@code kpi_values}. */
public final class KpiColumns {

    /** Without {@code month}, which names the folder. */
    public static final Dataset TABLE =
            new Dataset(
                    "kpi_values",
                    List.of(
                            Column.required(
                                    "period",
                                    ColumnType.TEXT,
                                    "month, quarter, rolling_year, year or year_to_date"),
                            Column.required("kpi_id", ColumnType.TEXT, "the KPI"),
                            Column.required("scope_kind", ColumnType.TEXT, "organisation, room …"),
                            Column.required("scope_id", ColumnType.TEXT, "which one; all"),
                            Column.optional(
                                    "numerator", ColumnType.FINE_DECIMAL, "what is counted"),
                            Column.optional("denominator", ColumnType.FINE_DECIMAL, "divided by"),
                            Column.optional(
                                    "value", ColumnType.DOUBLE, "null where it is not known"),
                            Column.required("unit", ColumnType.TEXT, "unit of the value"),
                            Column.optional("coverage", ColumnType.DOUBLE, "share that is known"),
                            Column.optional("measured_share", ColumnType.DOUBLE, "share measured"),
                            Column.optional("reason", ColumnType.TEXT, "why there is no value"),
                            Column.optional("factor_ids", ColumnType.TEXT, "separated by a comma"),
                            Column.required(
                                    "is_provisional", ColumnType.BOOLEAN, "older factor used"),
                            Column.required("edition", ColumnType.INTEGER, "number, from 1")),
                    "",
                    "",
                    false);

    private KpiColumns() {}

    /** Those that models see, each with its SQL type: all but the edition's number. */
    public static List<String> ofModels() {
        return Stream.concat(
                        Stream.of(Session.MONTH + " VARCHAR"),
                        TABLE.columns().stream()
                                .limit(TABLE.columns().size() - 1)
                                .map(it -> it.name() + " " + it.type().sqlType()))
                .toList();
    }
}
