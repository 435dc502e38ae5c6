package eu.wattpeil.operate;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.History;
import eu.wattpeil.goal.MonthLengths;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.Verdicts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Workspace;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The verdicts of the workspace's goals, by the values that are shown of the months before. */
final class GoalVerdicts implements Verdicts {

    private final Setup setup;
    private final Store store;

    GoalVerdicts(Setup setup, Store store) {
        this.setup = setup;
        this.store = store;
    }

    @Override
    public List<String> of(YearMonth month, List<KpiValue> values) {
        Workspace workspace = setup.workspace();
        List<KpiValue> all = new ArrayList<>(values);
        new Editions(store)
                .valuesOfSeries(History.seriesOf(workspace.goals())).stream()
                        .filter(value -> !value.month().equals(month))
                        .forEach(all::add);
        History history = History.upTo(month, all);
        MonthLengths lengths = new MonthLengths(workspace.workingDays()::in);
        return workspace.goals().stream()
                .map(
                        goal ->
                                Assessment.of(
                                        goal,
                                        setup.catalogue().kpi(goal.kpiId()).orElseThrow(),
                                        history,
                                        workspace.measures(),
                                        lengths))
                .map(it -> it.goal().goalId() + " " + it.verdict())
                .toList();
    }
}
