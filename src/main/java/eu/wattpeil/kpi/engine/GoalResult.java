package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a goal came to in a month.
 *
 * @param verdict its code
 * @param better which way is good, as a code; of context only, the way from baseline to target
 * @param value what it is judged by; empty where that is not known
 * @param path what is asked for at that time
 * @param baseline what the path starts from
 * @param readValues the value that is judged, and that of the baseline where no other is given
 */
public record GoalResult(
        Goal goal,
        String verdict,
        String better,
        Optional<Double> value,
        Optional<Double> path,
        Optional<Double> baseline,
        List<ReadValue> readValues)
        implements Result {

    private static final String UNKNOWN = "unknown";

    public GoalResult {
        readValues = List.copyOf(readValues);
    }

    @Override
    public String id() {
        return goal.goalId();
    }

    @Override
    public Place place() {
        return goal.place();
    }

    @Override
    public List<ReadDays> readDays() {
        return List.of();
    }

    @Override
    public GoalResult without(ReadValue read) {
        boolean isOfBaseline =
                !goal.isCeiling()
                        && goal.baselineValue().isEmpty()
                        && read.month().equals(goal.baselineMonth());
        boolean isJudged = read.equals(readValues.get(readValues.size() - 1));
        return new GoalResult(
                goal,
                UNKNOWN,
                better,
                isJudged ? Optional.empty() : value,
                isOfBaseline ? Optional.empty() : path,
                isOfBaseline ? Optional.empty() : baseline,
                readValues);
    }

    @Override
    public GoalResult withoutDays() {
        return this;
    }
}
