package eu.wattpeil.kpi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule of findings, from the header of its model. Its words stand in {@code jobs/texts}: {@code
 * finding.<rule>.title}, {@code .advice}, {@code .assumption} and {@code .confirmation}.
 *
 * @param ruleId the name of its model
 * @param grain the kinds of scopes that it is tried on; where there is none, the organisation
 * @param source what the rule rests on
 * @param grade how sure that is: A read, B quoted, C recalled, P our own
 * @param thresholds the rows of {@code config/thresholds.csv} that it begins at and estimates with
 * @param values of KPIs that its select finds in {@code told}
 * @param facts what it shows of a scope, {@value Findings#FACTS} at most, in this order
 * @param saves what it estimates of a year, from the least to the most; nothing where it promises
 *     nothing
 */
public record Rule(
        String ruleId,
        List<String> grain,
        String source,
        String grade,
        List<String> thresholds,
        List<Told> values,
        List<Fact> facts,
        List<Saving> saves) {

    /**
     * What the month tells of a KPI, for the scopes of {@code told}: its value as a column of its
     * name, of twelve months with {@code _of_a_year} behind it; numerator and denominator likewise.
     */
    public record Told(String kpiId, Span span) {

        /** The column of its value. */
        String column() {
            return span == Span.ROLLING_YEAR ? kpiId + "_of_a_year" : kpiId;
        }
    }

    /** The periods of values that rules are tried on. */
    public enum Span {
        MONTH,
        ROLLING_YEAR
    }

    /**
     * A number behind a finding: its column in the rule's select, and its unit. Of the unit {@code
     * date} it is a day such as 20261003.
     */
    public record Fact(String code, String unit) {}

    public Rule {
        grain = List.copyOf(grain);
        thresholds = List.copyOf(thresholds);
        values = List.copyOf(values);
        facts = List.copyOf(facts);
        saves = List.copyOf(saves);
    }

    /** The columns of its select that are texts. */
    static final List<String> TEXTS = List.of("scope_kind", "scope_id", "missing");

    /**
     * The columns that its select gives: {@code is_found} is null where {@code missing} keeps from
     * judging, and {@code missing} beside a finding keeps from estimating it.
     */
    List<String> columns() {
        List<String> columns = new ArrayList<>(TEXTS);
        columns.add("is_found");
        facts.forEach(fact -> columns.add(fact.code()));
        saves.forEach(
                saving ->
                        Stream.of(RuleSelect.LOW, RuleSelect.HIGH)
                                .forEach(end -> columns.add(RuleSelect.column(saving, end))));
        columns.add("coverage");
        return columns;
    }
}
