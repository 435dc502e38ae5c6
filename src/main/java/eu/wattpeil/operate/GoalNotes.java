package eu.wattpeil.operate;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Goal;
import java.util.List;

/** Tells of goals that are sound and yet do not measure what they are for. */
public final class GoalNotes {

    private static final String LIFETIME = "longer-lifetime";
    private static final String AGE = "months";

    private GoalNotes() {}

    /**
     * A line for each goal on a longer life that is judged by the age of what is in use: it falls
     * with every purchase, and says nothing of how old devices were that left.
     */
    public static List<String> of(Setup setup) {
        return setup.workspace().goals().stream()
                .filter(goal -> goal.practice().equals(LIFETIME))
                .filter(
                        goal ->
                                setup.catalogue()
                                        .kpi(goal.kpiId())
                                        .filter(GoalNotes::isAge)
                                        .isPresent())
                .map(GoalNotes::line)
                .toList();
    }

    private static boolean isAge(Kpi kpi) {
        return kpi.overTime() == Kpi.OverTime.LAST && kpi.unit().equals(AGE);
    }

    private static String line(Goal goal) {
        return "note: "
                + goal.place()
                + ": goal \""
                + goal.goalId()
                + "\" is on "
                + goal.kpiId()
                + ", the age of what is in use, which falls with every purchase; how long devices"
                + " last is told by lifetime_at_disposal";
    }
}
