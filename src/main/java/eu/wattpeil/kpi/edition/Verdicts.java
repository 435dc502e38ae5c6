package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.GoalResult;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.value.KpiValue;
import java.time.YearMonth;
import java.util.List;

/** What the goals say of a month: a change that turns a verdict is material, however small. */
public interface Verdicts {

    /** Where there are no goals. */
    Verdicts NONE = (month, values) -> List.of();

    /**
     * The verdict of each goal, in the order of the goals.
     *
     * @param values all values of the month
     */
    List<String> of(YearMonth month, List<KpiValue> values);

    /**
     * How each goal that has begun stands.
     *
     * @param values all values of the month
     */
    default List<GoalResult> goals(YearMonth month, List<KpiValue> values) {
        return List.of();
    }

    /**
     * What goals and measures came to, and what the month is worth beside baselines.
     *
     * @param values those of the month, but for the KPIs that are made of the results
     * @param days of the KPIs that have values of days, about the start of each measure and of
     *     baselines and the month
     */
    default Results results(YearMonth month, List<KpiValue> values, List<DailyValue> days) {
        return Results.NONE;
    }
}
