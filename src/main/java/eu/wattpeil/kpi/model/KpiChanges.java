package eu.wattpeil.kpi.model;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code kpi_changes}: what changed each value, a row per cause; the amounts of a value
 * add up to the difference. Where a value is not known there is one row with the reason. A row of
 * the weather without an amount says why that is not told, and is in another part then.
 */
public final class KpiChanges {

    /** Amounts of one row are of one unit: a change of one is measured by the largest of them. */
    private static final String UNIT = "unit of the KPI";

    public static final PublishedTable TABLE =
            new PublishedTable(
                    "kpi_changes",
                    List.of(
                            required("period", "month, rolling_year or year"),
                            required("kpi_id", "the KPI"),
                            required("scope_kind", "organisation, room …"),
                            required("scope_id", "which one; all"),
                            required("against", "month_before or year_before"),
                            required("cause", "what changed it; unknown where a value is"),
                            amount("before", "the older value"),
                            amount("now", "the later value"),
                            amount("amount", "what the cause changed; empty where not told"),
                            required("unit", "unit of the amounts"),
                            Column.optional(
                                    "reason",
                                    ColumnType.TEXT,
                                    "why there is no amount, or why the rest is one")),
                    List.of("period", "kpi_id", "scope_kind", "scope_id", "against", "cause"),
                    Optional.empty());

    private KpiChanges() {}

    private static Column required(String name, String description) {
        return Column.required(name, ColumnType.TEXT, description);
    }

    private static Column amount(String name, String description) {
        return Column.optional(name, ColumnType.FINE_DECIMAL, description).in(UNIT);
    }
}
