package eu.wattpeil.operate;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.EnergyBaseline;
import eu.wattpeil.goal.GoalPath;
import eu.wattpeil.goal.History;
import eu.wattpeil.goal.MeasuredEffect;
import eu.wattpeil.goal.MonthLengths;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.Verdicts;
import eu.wattpeil.kpi.engine.BaselineResult;
import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.GoalResult;
import eu.wattpeil.kpi.engine.MeasureResult;
import eu.wattpeil.kpi.engine.ReadValue;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Baseline;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Workspace;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The verdicts of the workspace's goals, by the values that are shown of the months before. */
final class GoalVerdicts implements Verdicts {

    private final Setup setup;
    private final Editions editions;
    private List<Edition> read = List.of();
    private List<KpiValue> shown = List.of();

    GoalVerdicts(Setup setup, Store store) {
        this(setup, new Editions(store));
    }

    /** By other editions than those that are shown now. */
    GoalVerdicts(Setup setup, Editions editions) {
        this.setup = setup;
        this.editions = editions;
    }

    @Override
    public List<String> of(YearMonth month, List<KpiValue> values) {
        return assess(setup.workspace().goals(), month, values).stream()
                .map(it -> it.goal().goalId() + " " + it.verdict())
                .toList();
    }

    @Override
    public List<GoalResult> goals(YearMonth month, List<KpiValue> values) {
        List<Goal> begun =
                setup.workspace().goals().stream()
                        .filter(goal -> !goal.begins().isAfter(month))
                        .toList();
        return assess(begun, month, values).stream().map(this::result).toList();
    }

    /** Of the goals that have begun; one on a KPI that is made of these cannot be among them. */
    @Override
    public Results results(YearMonth month, List<KpiValue> values, List<DailyValue> days) {
        Workspace workspace = setup.workspace();
        Set<String> steering = setup.catalogue().steering();
        List<Goal> begun =
                workspace.goals().stream()
                        .filter(goal -> !goal.begins().isAfter(month))
                        .filter(goal -> !steering.contains(goal.kpiId()))
                        .toList();
        return new Results(
                assess(begun, month, values).stream().map(this::result).toList(),
                workspace.measures().stream()
                        .filter(it -> !it.startedOn().isAfter(month.atEndOfMonth()))
                        .map(it -> effect(month, it, days))
                        .toList(),
                Baseline.heldIn(month, workspace.baselines()).stream()
                        .map(it -> beside(month, it, days))
                        .toList());
    }

    private BaselineResult beside(YearMonth month, Baseline baseline, List<DailyValue> days) {
        return EnergyBaseline.by(
                month,
                baseline,
                days,
                setup.workspace().siteOf(baseline.scope()),
                setup.workspace().workingDays()::contains);
    }

    private MeasureResult effect(YearMonth month, Measure measure, List<DailyValue> days) {
        return MeasuredEffect.by(
                month,
                measure,
                days,
                setup.workspace().siteOf(measure.scope()),
                setup.workspace().workingDays()::contains);
    }

    private GoalResult result(Assessment assessment) {
        boolean isFalling = assessment.path().filter(GoalPath::isFalling).isPresent();
        Kpi.Better better = kpi(assessment.goal()).better();
        boolean isLower =
                better == Kpi.Better.LOWER
                        || assessment.goal().isCeiling()
                        || (better == Kpi.Better.CONTEXT && isFalling);
        return new GoalResult(
                assessment.goal(),
                assessment.verdict().code(),
                Codes.of(isLower ? Kpi.Better.LOWER : Kpi.Better.HIGHER),
                assessment.unjudged().isEmpty() ? assessment.value() : Optional.empty(),
                assessment.path().map(path -> path.at(assessment.month())),
                assessment.baseline().flatMap(known -> assessment.path().map(GoalPath::start)),
                read(assessment.goal(), assessment.month()));
    }

    /** What a goal is judged by in a month, and what it began with where that is not given. */
    private static List<ReadValue> read(Goal goal, YearMonth month) {
        List<ReadValue> read = new ArrayList<>();
        if (goal.baselineValue().isEmpty() && !goal.isCeiling()) {
            read.add(value(goal, goal.baselineMonth()));
        }
        if (!read.contains(value(goal, month))) {
            read.add(value(goal, month));
        }
        return read;
    }

    private static ReadValue value(Goal goal, YearMonth month) {
        return new ReadValue(goal.kpiId(), goal.scope(), goal.period(), month);
    }

    private List<Assessment> assess(List<Goal> goals, YearMonth month, List<KpiValue> values) {
        Workspace workspace = setup.workspace();
        List<KpiValue> all = new ArrayList<>(values);
        shown().stream().filter(value -> !value.month().equals(month)).forEach(all::add);
        History history = History.upTo(month, all);
        MonthLengths lengths = new MonthLengths(workspace.workingDays()::in);
        return goals.stream()
                .map(goal -> Assessment.of(goal, kpi(goal), history, workspace.measures(), lengths))
                .toList();
    }

    /** Of all goals, as they stand in the editions that are shown; read once for each month. */
    private List<KpiValue> shown() {
        List<Edition> now = editions.current();
        if (!now.equals(read)) {
            shown = editions.valuesOfSeries(History.seriesOf(setup.workspace().goals()));
            read = now;
        }
        return shown;
    }

    private Kpi kpi(Goal goal) {
        return setup.catalogue().kpi(goal.kpiId()).orElseThrow();
    }
}
