package eu.wattpeil.kpi.model;

import java.util.List;
import java.util.Optional;

/**
 * What a KPI's value is made of, as far as its header says so: a change of it is split by this.
 *
 * @param scalesWith purposes of factors that the whole value is proportional to
 * @param activityKpiId the KPI, of the same scope and unit, that is the activity in it; the rest is
 *     how efficiently that is served. Empty where it has no such part
 * @param isOverhead whether all of it serves something else, so that less of it is efficiency
 * @param isOfKnownPart whether the value leaves out what is not known, so that it grows with the
 *     coverage
 */
public record Makeup(
        List<String> scalesWith,
        Optional<String> activityKpiId,
        boolean isOverhead,
        boolean isOfKnownPart) {

    /** An amount that is an activity by itself. */
    public static final Makeup PLAIN = new Makeup(List.of(), Optional.empty(), false, false);

    public Makeup {
        scalesWith = List.copyOf(scalesWith);
    }
}
