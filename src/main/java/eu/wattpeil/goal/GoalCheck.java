package eu.wattpeil.goal;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks goals and measures against the catalogue of KPIs. */
public final class GoalCheck {

    private final Map<String, Kpi> catalogue;
    private final Problems problems;

    private GoalCheck(Collection<Kpi> catalogue, Problems problems) {
        this.catalogue =
                catalogue.stream().collect(Collectors.toMap(Kpi::kpiId, Function.identity()));
        this.problems = problems;
    }

    /** Notes everything in goals and measures that names what does not exist. */
    public static void check(
            List<Goal> goals,
            List<Measure> measures,
            Collection<Kpi> catalogue,
            Problems problems) {
        GoalCheck check = new GoalCheck(catalogue, problems);
        goals.forEach(check::checkGoal);
        measures.forEach(check::checkMeasure);
    }

    private void checkGoal(Goal goal) {
        String about = "goal \"" + goal.goalId() + "\": ";
        Kpi kpi = catalogue.get(goal.kpiId());
        if (kpi == null) {
            problems.add(
                    goal.place(), about + "kpi is " + quoted(goal.kpiId(), catalogue.keySet()));
            return;
        }
        scopeProblem(kpi, goal.scope().kind())
                .ifPresent(found -> problems.add(goal.place(), about + found));
        if (!kpi.overTime().addsUp() && goal.period() != Period.MONTH) {
            problems.add(
                    goal.place(),
                    about
                            + "period is \""
                            + goal.period().word()
                            + "\", expected month: values of "
                            + kpi.kpiId()
                            + " do not add up over months");
        }
        if (kpi.better() == Kpi.Better.HIGHER && goal.isCeiling()) {
            problems.add(
                    goal.place(),
                    about
                            + "target is a ceiling, expected value, change or yearly: of "
                            + kpi.kpiId()
                            + " more is better");
        }
        if (kpi.better() == Kpi.Better.CONTEXT && isLevel(goal)) {
            problems.add(
                    goal.place(),
                    about
                            + "target is equal to the baseline, expected another value: of "
                            + kpi.kpiId()
                            + " no direction is good by itself");
        }
    }

    private void checkMeasure(Measure measure) {
        String about = "measure \"" + measure.measureId() + "\": ";
        Kpi kpi = catalogue.get(measure.kpiId());
        if (kpi == null) {
            String found = quoted(measure.kpiId(), catalogue.keySet());
            problems.add(measure.place(), about + "kpi is " + found);
            return;
        }
        measure.control()
                .flatMap(control -> scopeProblem(kpi, control.kind()))
                .ifPresent(found -> problems.add(measure.place(), about + "control: " + found));
        scopeProblem(kpi, measure.scope().kind())
                .ifPresent(found -> problems.add(measure.place(), about + found));
    }

    private static Optional<String> scopeProblem(Kpi kpi, String scopeKind) {
        if (scopeKind.equals(Scope.ORGANISATION_KIND) || kpi.grain().contains(scopeKind)) {
            return Optional.empty();
        }
        List<String> kinds = new ArrayList<>(kpi.grain());
        kinds.add(Scope.ORGANISATION_KIND);
        return Optional.of("scope of " + kpi.kpiId() + " is " + quoted(scopeKind, kinds));
    }

    private static boolean isLevel(Goal goal) {
        if (goal.target() instanceof Target.Change change) {
            return change.share().signum() == 0;
        }
        return goal.target() instanceof Target.Value target
                && goal.baselineValue()
                        .filter(value -> value.compareTo(target.value()) == 0)
                        .isPresent();
    }

    private static String quoted(String found, Collection<String> known) {
        return "\"" + found + "\"" + Spelling.hint(found, known);
    }
}
