package eu.wattpeil.kpi.edition;

import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Tags;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/**
 * What of a goal or a measure changes what it comes to, as one text: not its title, nor where it
 * stands.
 */
final class GoalText {

    private GoalText() {}

    static String of(Goal goal) {
        return Fingerprint.line(
                List.of(
                        goal.goalId(),
                        goal.practice(),
                        goal.kpiId(),
                        goal.scope(),
                        goal.period(),
                        goal.baselineMonth(),
                        goal.baselineValue(),
                        goal.target(),
                        goal.targetMonth(),
                        goal.minimumCoverage(),
                        of(goal.tags())));
    }

    /**
     * Of a measure.
     *
     * @param lastDay a day after it is not known yet: closing a measure changes no month before it
     */
    static String of(Measure measure, LocalDate lastDay) {
        return Fingerprint.line(
                List.of(
                        measure.measureId(),
                        measure.kpiId(),
                        measure.scope(),
                        measure.startedOn(),
                        measure.endedOn().filter(day -> !day.isAfter(lastDay)),
                        measure.control(),
                        measure.isExperiment(),
                        measure.scaledOn().filter(day -> !day.isAfter(lastDay)),
                        of(measure.tags())));
    }

    private static String of(Tags tags) {
        return Fingerprint.line(
                List.of(tags.lever(), tags.actor(), tags.rung(), new TreeSet<>(tags.dimensions())));
    }
}
