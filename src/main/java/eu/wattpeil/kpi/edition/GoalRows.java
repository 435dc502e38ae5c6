package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.GoalResult;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.GoalStandings;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Goal;
import java.math.BigDecimal;
import java.util.List;

/** Makes the rows of {@code goal_verdicts}. */
final class GoalRows {

    private GoalRows() {}

    static EditionTable of(List<GoalResult> results, Catalogue catalogue) {
        return new EditionTable(
                GoalStandings.TABLE, results.stream().map(it -> row(it, catalogue)).toList());
    }

    private static List<Object> row(GoalResult result, Catalogue catalogue) {
        Goal goal = result.goal();
        return List.of(
                goal.goalId(),
                goal.kpiId(),
                goal.scope().kind(),
                goal.scope().id(),
                goal.period().code(),
                result.verdict(),
                result.value().map(BigDecimal::valueOf),
                result.path().map(BigDecimal::valueOf),
                result.baseline().map(BigDecimal::valueOf),
                catalogue.kpi(goal.kpiId()).map(Kpi::unit).orElse(""));
    }
}
