package eu.wattpeil.kpi.model;

import java.util.List;

/**
 * A rule of findings, from the header of its model. Its words stand in {@code jobs/texts}: {@code
 * finding.<rule>.title}, {@code .advice}, {@code .assumption} and {@code .confirmation}.
 *
 * @param ruleId the name of its model
 * @param grain the kinds of scopes that it is tried on; where there is none, the organisation
 * @param source what the rule rests on
 * @param grade how sure that is: A read, B quoted, C recalled, P our own
 * @param thresholds the rows of {@code config/thresholds.csv} that it begins at and estimates with
 */
public record Rule(
        String ruleId, List<String> grain, String source, String grade, List<String> thresholds) {

    public Rule {
        grain = List.copyOf(grain);
        thresholds = List.copyOf(thresholds);
    }
}
