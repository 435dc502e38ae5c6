package eu.wattpeil.kpi.model;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import java.util.List;
import java.util.Optional;

/** The table {@code goal_verdicts}: how each goal that has begun stands in a month. */
public final class GoalStandings {

    private static final String UNIT = "unit of the KPI";

    public static final PublishedTable TABLE =
            new PublishedTable(
                    "goal_verdicts",
                    List.of(
                            text("goal_id", "the goal, as in config/goals.yaml"),
                            text("kpi_id", "the KPI that it is about"),
                            text("scope_kind", "organisation, room …"),
                            text("scope_id", "which one; all"),
                            text("period", "month, rolling_year …: what it is judged by"),
                            text("verdict", "on_course, watch, off_course, starts or unknown"),
                            amount("value", "what it is judged by; null where not known"),
                            amount("plan", "what is asked for at that time"),
                            amount("baseline", "what it started from"),
                            text("unit", UNIT)),
                    List.of("goal_id"),
                    Optional.empty());

    private GoalStandings() {}

    private static Column text(String name, String description) {
        return Column.required(name, ColumnType.TEXT, description);
    }

    private static Column amount(String name, String description) {
        return Column.optional(name, ColumnType.FINE_DECIMAL, description).in(UNIT);
    }
}
