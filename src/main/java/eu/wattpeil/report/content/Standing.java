package eu.wattpeil.report.content;

import eu.wattpeil.goal.Verdict;
import eu.wattpeil.workspace.Goal;
import java.time.YearMonth;
import java.util.Map;

/**
 * How a goal stood month after month.
 *
 * @param verdicts by month; none for a month before it began
 */
public record Standing(Goal goal, Map<YearMonth, Verdict> verdicts) {

    public Standing {
        verdicts = Map.copyOf(verdicts);
    }
}
