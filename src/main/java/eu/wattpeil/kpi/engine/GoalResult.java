package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Goal;
import java.util.Optional;

/**
 * What a goal came to in a month.
 *
 * @param verdict its code
 * @param better which way is good, as a code; of context only, the way from baseline to target
 * @param value what it is judged by; empty where that is not known
 * @param path what is asked for at that time
 * @param baseline what the path starts from
 */
public record GoalResult(
        Goal goal,
        String verdict,
        String better,
        Optional<Double> value,
        Optional<Double> path,
        Optional<Double> baseline) {}
