package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Findings;
import eu.wattpeil.kpi.model.Rule;
import eu.wattpeil.report.content.Finding;
import eu.wattpeil.report.content.MonthFindings;
import eu.wattpeil.workspace.FindingState;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Threshold;
import eu.wattpeil.workspace.Workspace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what the rules came to in a month, as its edition has it. */
public final class EditionFindings {

    private EditionFindings() {}

    /**
     * Those of a month, or of the last one that was computed.
     *
     * @throws UnknownNameException where the month is not computed, or none is
     */
    public static MonthFindings of(Workspace workspace, Optional<YearMonth> wanted) {
        Editions editions = new Editions(Setup.store(workspace));
        return of(workspace, editions, ComputedMonth.of(editions, wanted));
    }

    /** Those of an edition. */
    static MonthFindings of(Workspace workspace, Editions editions, Edition edition) {
        Problems problems = new Problems();
        Map<String, Rule> rules =
                Catalogue.rules(workspace.modelFiles(), problems).stream()
                        .collect(Collectors.toMap(Rule::ruleId, Function.identity()));
        problems.throwIfAny();
        EditionTable table = editions.table(Findings.TABLE, edition);
        return new MonthFindings(
                edition.month(),
                table.rows().stream()
                        .map(
                                row ->
                                        finding(
                                                new PublishedRow(table, row),
                                                edition.month(),
                                                rules,
                                                workspace))
                        .toList());
    }

    private static Finding finding(
            PublishedRow row, YearMonth month, Map<String, Rule> rules, Workspace workspace) {
        String ruleId = row.text("rule_id").orElseThrow();
        Scope scope =
                new Scope(row.text("scope_kind").orElseThrow(), row.text("scope_id").orElseThrow());
        Optional<FindingState> state =
                workspace.findingStates().stream()
                        .filter(it -> it.ruleId().equals(ruleId) && it.scope().equals(scope))
                        .findFirst();
        Optional<Rule> rule = Optional.ofNullable(rules.get(ruleId));
        return new Finding(
                ruleId,
                rule,
                scope,
                Findings.Outcome.valueOf(
                        row.text("outcome").orElseThrow().toUpperCase(Locale.ROOT)),
                row.text("missing"),
                facts(row),
                range(row, "kwh"),
                range(row, "eur"),
                range(row, "kgco2e"),
                row.value("coverage").map(Double.class::cast),
                rule.map(it -> values(it, month, workspace)).orElse(List.of()),
                state);
    }

    /** The thresholds of a rule that hold on the last day of a month. */
    private static List<Threshold> values(Rule rule, YearMonth month, Workspace workspace) {
        LocalDate lastDay = month.atEndOfMonth();
        return rule.thresholds().stream()
                .flatMap(name -> workspace.threshold(name, lastDay).stream())
                .toList();
    }

    private static List<Finding.Fact> facts(PublishedRow row) {
        List<Finding.Fact> facts = new ArrayList<>();
        for (int i = 1; i <= Findings.FACTS; i++) {
            Optional<String> code = row.text("fact_" + i);
            Optional<BigDecimal> value = row.amount("value_" + i);
            String unit = row.text("unit_" + i).orElse("");
            if (code.isPresent() && value.isPresent()) {
                facts.add(new Finding.Fact(code.get(), value.get(), unit));
            }
        }
        return facts;
    }

    private static Finding.Range range(PublishedRow row, String unit) {
        return new Finding.Range(row.amount(unit + "_low"), row.amount(unit + "_high"));
    }
}
