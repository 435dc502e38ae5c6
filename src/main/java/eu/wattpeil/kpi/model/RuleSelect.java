package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.kpi.engine.FineDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of {@code findings}, from those of a rule's own select: whether there is something, what
 * that is worth in money and emissions, and its facts. A rule of which a threshold does not hold in
 * the month judges nothing.
 */
final class RuleSelect {

    static final String LOW = "low";
    static final String HIGH = "high";

    private static final String FACT =
            "    %s as fact_%d,%n    %s as value_%d,%n    %s as unit_%d,%n";
    private static final String AMOUNT = "    %s as %s,%n";
    private static final String FOUND_AMOUNT = "case when are_all_held and is_found then %s end";

    private RuleSelect() {}

    /** The select of a rule with what its header names: the values told and the thresholds. */
    static String tried(Rule rule, String select) {
        return "with " + given(rule) + select(select) + " select * from tried_scopes";
    }

    /** The select of its findings, in the columns of {@link Findings#TABLE}. */
    static String of(Rule rule, String select) {
        return "with "
                + given(rule)
                + select(select)
                + """
                ,
                held_thresholds as (
                    %s
                )
                select
                    period.month,
                    tried_scopes.scope_kind,
                    tried_scopes.scope_id,
                    case
                        when not are_all_held or is_found is null then 'cannot_be_judged'
                        when is_found then 'found'
                        else 'not_found'
                    end as outcome,
                    case
                        when not are_all_held then 'threshold'
                        when coalesce(is_found, true) then missing
                    end as missing,
                %s%s    cast(tried_scopes.coverage as double) as coverage
                from tried_scopes
                cross join period
                cross join held_thresholds
                %s"""
                        .formatted(
                                held(rule.thresholds()), facts(rule), amounts(rule), worth(rule));
    }

    /** The rule's select begins on the first line, so that lines of failures are its own. */
    private static String select(String select) {
        return "tried_scopes as (" + select + "\n)";
    }

    private static String given(Rule rule) {
        return told(rule.values()) + bounds(rule.thresholds());
    }

    private static String told(List<Rule.Told> values) {
        if (values.isEmpty()) {
            return "";
        }
        String columns =
                values.stream()
                        .map(
                                it ->
                                        Stream.of("", "numerator", "denominator")
                                                .map(part -> told(it, part))
                                                .collect(Collectors.joining()))
                        .collect(Collectors.joining());
        return "told as (select scope_kind, scope_id, "
                + columns
                + "min(coverage) as coverage from kpi_values inner join period using (month) where "
                + values.stream().map(RuleSelect::isTold).collect(Collectors.joining(" or "))
                + " group by scope_kind, scope_id), ";
    }

    private static String told(Rule.Told value, String part) {
        return "max(case when "
                + isTold(value)
                + " then kpi_values."
                + (part.isEmpty() ? "value" : part)
                + " end) as "
                + value.column()
                + (part.isEmpty() ? "" : "_" + part)
                + ", ";
    }

    private static String isTold(Rule.Told value) {
        return "(kpi_values.kpi_id = '"
                + value.kpiId()
                + "' and kpi_values.period = '"
                + Codes.of(value.span())
                + "')";
    }

    private static String bounds(List<String> thresholds) {
        return thresholds.isEmpty()
                ? ""
                : thresholds.stream()
                        .map(
                                it ->
                                        "max(case when threshold = '"
                                                + it
                                                + "' then value end) as "
                                                + it)
                        .collect(
                                Collectors.joining(
                                        ", ", "bounds as (select ", " from int_thresholds), "));
    }

    /** The column of an end of a range. */
    static String column(Saving saving, String end) {
        return Codes.of(saving) + "_" + end;
    }

    private static String held(List<String> thresholds) {
        return thresholds.isEmpty()
                ? "select true as are_all_held"
                : thresholds.stream()
                        .map(it -> "'" + it + "'")
                        .collect(
                                Collectors.joining(
                                        ", ",
                                        "select count(*) = "
                                                + thresholds.size()
                                                + " as are_all_held from int_thresholds"
                                                + " where threshold in (",
                                        ")"));
    }

    private static String facts(Rule rule) {
        return IntStream.rangeClosed(1, Findings.FACTS)
                .mapToObj(
                        it -> {
                            boolean isThere = it <= rule.facts().size();
                            String code = isThere ? rule.facts().get(it - 1).code() : "null";
                            String unit = isThere ? rule.facts().get(it - 1).unit() : "null";
                            return FACT.formatted(
                                    isThere ? "'" + code + "'" : "cast(null as string)",
                                    it,
                                    FineDecimal.of(isThere ? "tried_scopes." + code : "null"),
                                    it,
                                    isThere ? "'" + unit + "'" : "cast(null as string)",
                                    it);
                        })
                .collect(Collectors.joining());
    }

    private static String amounts(Rule rule) {
        List<String> amounts = new ArrayList<>();
        for (String end : List.of(LOW, HIGH)) {
            boolean isTold = rule.saves().contains(Saving.KWH);
            amounts.add(amount(isTold ? own(Saving.KWH, end) : "null", column(Saving.KWH, end)));
        }
        for (SavingWorth.Kind kind : SavingWorth.Kind.values()) {
            for (String end : List.of(LOW, HIGH)) {
                String worth =
                        SavingWorth.of(kind, rule.saves(), saving -> own(saving, end))
                                .orElse("null");
                amounts.add(amount(worth, kind.word() + "_" + end));
            }
        }
        return String.join("", amounts);
    }

    private static String amount(String value, String column) {
        return AMOUNT.formatted(FineDecimal.of(FOUND_AMOUNT.formatted(value)), column);
    }

    /** What the rule's select gives of an end of a range. */
    private static String own(Saving saving, String end) {
        return "tried_scopes." + column(saving, end);
    }

    private static String worth(Rule rule) {
        return rule.saves().stream().anyMatch(it -> it != Saving.KGCO2E)
                ? "cross join " + SavingWorth.RELATION
                : "";
    }
}
