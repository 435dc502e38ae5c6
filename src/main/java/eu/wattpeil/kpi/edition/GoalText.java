package eu.wattpeil.kpi.edition;

import eu.wattpeil.workspace.Baseline;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Tags;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;

/**
 * What of a goal, a measure or a baseline changes what it comes to, as one text: not its title, nor
 * where it stands.
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

    /**
     * Of a baseline.
     *
     * @param month an adjustment changes no month that it does not touch
     */
    static String of(Baseline baseline, YearMonth month) {
        return Fingerprint.line(
                List.of(
                        baseline.baselineId(),
                        baseline.roomId(),
                        baseline.firstMonth(),
                        baseline.lastMonth(),
                        baseline.drivers(),
                        baseline.adjustments().stream()
                                .filter(
                                        it ->
                                                month.atDay(1)
                                                        .datesUntil(month.plusMonths(1).atDay(1))
                                                        .anyMatch(it::isOf))
                                .map(Baseline.Adjustment::toString)
                                .toList()));
    }

    private static String of(Tags tags) {
        return Fingerprint.line(
                List.of(tags.lever(), tags.actor(), tags.rung(), new TreeSet<>(tags.dimensions())));
    }
}
