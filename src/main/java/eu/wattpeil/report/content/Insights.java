package eu.wattpeil.report.content;

import java.util.List;
import java.util.Set;

/**
 * What the edition of a month tells beside its values.
 *
 * @param findings those that were found first, of these the largest saving
 * @param shifts of the twelve months up to it, the newest first
 * @param changes what changed its values
 * @param effects of the measures that have started
 * @param breakdowns what it takes apart
 * @param steering the KPIs that are made of what goals and measures came to
 */
public record Insights(
        List<Finding> findings,
        List<LevelShift> shifts,
        List<ChangePart> changes,
        List<Effect> effects,
        List<Breakdown> breakdowns,
        Set<String> steering) {

    /** Where nothing is told. */
    public static final Insights NONE =
            new Insights(List.of(), List.of(), List.of(), List.of(), List.of(), Set.of());

    public Insights {
        findings = List.copyOf(findings);
        shifts = List.copyOf(shifts);
        changes = List.copyOf(changes);
        effects = List.copyOf(effects);
        breakdowns = List.copyOf(breakdowns);
        steering = Set.copyOf(steering);
    }
}
