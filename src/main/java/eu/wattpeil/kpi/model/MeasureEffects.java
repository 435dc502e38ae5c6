package eu.wattpeil.kpi.model;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code measure_effects}: what each measure that has started came to by the end of a
 * month, with its interval of 95 %.
 */
public final class MeasureEffects {

    private static final String UNIT = "unit of the KPI, of a day where it is a sum";

    public static final PublishedTable TABLE =
            new PublishedTable(
                    "measure_effects",
                    List.of(
                            text("measure_id", "the measure, as in config/measures.yaml"),
                            text("kpi_id", "the KPI that it is about"),
                            text("scope_kind", "organisation, room …"),
                            text("scope_id", "which one; all"),
                            Column.required(
                                    "started_on",
                                    ColumnType.DATE,
                                    "the first day on which it held"),
                            text("verdict", "effect, no_effect_shown or cannot_be_told_yet"),
                            amount("effect", "what it changed; null where it cannot be told yet"),
                            amount("effect_low", "the change at least, by an interval of 95 %"),
                            amount("effect_high", "the change at most"),
                            amount("mean_before", "the mean of the days before it"),
                            text("unit", "unit of the amounts"),
                            Column.optional(
                                    "first_result_on",
                                    ColumnType.DATE,
                                    "the last day of the first month that could tell it")),
                    List.of("measure_id"),
                    Optional.empty());

    private MeasureEffects() {}

    private static Column text(String name, String description) {
        return Column.required(name, ColumnType.TEXT, description);
    }

    private static Column amount(String name, String description) {
        return Column.optional(name, ColumnType.FINE_DECIMAL, description).in(UNIT);
    }
}
