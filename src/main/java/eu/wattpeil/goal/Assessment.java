package eu.wattpeil.goal;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A goal in a month: its verdict, and the numbers that the verdict rests on. Unknown is never on
 * course. Volumes stand beside each other per day or per working day, so that nothing here depends
 * on how long a month is; a pace is one of months as long as the target month.
 *
 * @param month with which the judged period ends: that of the report, or the last one before it
 * @param unjudged why the verdict is unknown; empty otherwise
 * @param now the row of the month, with or without a value
 * @param baseline what the path starts from
 * @param target what is to be reached, in the KPI's unit
 * @param path the way from the one to the other; empty where the baseline is unknown
 * @param gap distance to the path as a share of it, positive where it is worse (KPI {@code
 *     target_gap}); empty where the verdict is unknown or the path asks for zero
 * @param isReached whether the value is as good as the target, or better
 * @param requiredPace change per month that still reaches the target in time; empty where nothing
 *     is known, no time is left or the target is reached
 * @param presentPace change per month at which it goes on, by the trend of the outlook; empty where
 *     fewer than six months are known
 * @param outlook where that leads in the target month
 * @param exceeded the ends of the periods, up to this one, in which a ceiling was exceeded; none
 *     for another goal
 */
public record Assessment(
        Goal goal,
        YearMonth month,
        Verdict verdict,
        Optional<Unjudged> unjudged,
        Optional<KpiValue> now,
        Optional<Double> baseline,
        Optional<Double> target,
        Optional<GoalPath> path,
        Optional<Double> gap,
        boolean isReached,
        Optional<Double> requiredPace,
        Optional<Double> presentPace,
        Outlook outlook,
        List<YearMonth> exceeded) {

    public Assessment {
        exceeded = List.copyOf(exceeded);
    }

    /**
     * Judges a goal in the last month of a history, or by its last period that has ended by then.
     *
     * @param measures of any KPI
     */
    public static Assessment of(
            Goal goal, Kpi kpi, History history, List<Measure> measures, MonthLengths lengths) {
        return new Judge(goal, kpi, history, measures, lengths).assess();
    }

    /** The value of the month, where it may be used: covered as well as the goal asks. */
    public Optional<Double> value() {
        boolean isUsable = unjudged.isEmpty() || unjudged.get().subject() != Unjudged.Subject.VALUE;
        return isUsable ? now.flatMap(KpiValue::value) : Optional.empty();
    }
}
