package eu.wattpeil.report.content;

import eu.wattpeil.kpi.model.Findings;
import eu.wattpeil.kpi.model.Rule;
import eu.wattpeil.workspace.FindingState;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Threshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a rule came to in a scope.
 *
 * @param rule its header; empty where the workspace has the rule no longer
 * @param missing a code of what is missing for a judgement, or for the estimate of what was found
 * @param facts what is behind it; those that are not known are left out
 * @param coverage share that is known of the facts; empty where that is not known
 * @param values the thresholds that it was judged and estimated with
 * @param state what the organisation made of it; empty for a new one
 */
public record Finding(
        String ruleId,
        Optional<Rule> rule,
        Scope scope,
        Findings.Outcome outcome,
        Optional<String> missing,
        List<Fact> facts,
        Range kwh,
        Range eur,
        Range kgco2e,
        Optional<Double> coverage,
        List<Threshold> values,
        Optional<FindingState> state) {

    /** A fact: what it is, as a code, and how much. */
    public record Fact(String code, BigDecimal value, String unit) {}

    /** What may be saved in a year, at least and at most; an end that is not known is empty. */
    public record Range(Optional<BigDecimal> low, Optional<BigDecimal> high) {

        public boolean isKnown() {
            return low.isPresent() || high.isPresent();
        }
    }

    public Finding {
        facts = List.copyOf(facts);
        values = List.copyOf(values);
    }

    /** How far it is: {@code new}, or what the organisation decided. */
    public String status() {
        return state.map(it -> it.status().name().toLowerCase(Locale.ROOT)).orElse("new");
    }
}
