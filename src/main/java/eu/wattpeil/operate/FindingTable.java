package eu.wattpeil.operate;

import eu.wattpeil.report.content.Finding;
import eu.wattpeil.report.content.MonthFindings;
import eu.wattpeil.report.words.FindingWords;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.LiteralTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Findings as a table for machines: a row each, with the words of a language. */
public final class FindingTable {

    private FindingTable() {}

    /** The table; of a month without any, one without rows. */
    public static LiteralTable of(MonthFindings findings, FindingWords words) {
        List<Column> columns = new ArrayList<>();
        for (String name :
                List.of(
                        "month",
                        "rule_id",
                        "scope_kind",
                        "scope_id",
                        "outcome",
                        "missing",
                        "title",
                        "facts",
                        "kwh_low",
                        "kwh_high",
                        "eur_low",
                        "eur_high",
                        "kgco2e_low",
                        "kgco2e_high",
                        "coverage",
                        "status",
                        "since",
                        "reason",
                        "owner",
                        "advice",
                        "assumption",
                        "confirmation",
                        "source",
                        "grade")) {
            boolean isNumber = name.endsWith("_low") || name.endsWith("_high");
            columns.add(
                    Column.optional(
                            name,
                            isNumber || name.equals("coverage")
                                    ? ColumnType.DOUBLE
                                    : ColumnType.TEXT,
                            ""));
        }
        return new LiteralTable(
                new Dataset("month_findings", columns, "", "", false),
                findings.findings().stream()
                        .map(it -> row(findings.month().toString(), it, words))
                        .toList());
    }

    private static List<Object> row(String month, Finding finding, FindingWords words) {
        List<Object> row = new ArrayList<>();
        row.add(month);
        row.add(finding.ruleId());
        row.add(finding.scope().kind());
        row.add(finding.scope().id());
        row.add(finding.outcome().name().toLowerCase(Locale.ROOT));
        row.add(finding.missing());
        row.add(words.title(finding));
        row.add(
                present(
                        finding.facts().stream()
                                .map(
                                        it ->
                                                it.code()
                                                        + "="
                                                        + it.value()
                                                                .stripTrailingZeros()
                                                                .toPlainString()
                                                        + " "
                                                        + it.unit())
                                .collect(Collectors.joining("; "))));
        for (Finding.Range range : List.of(finding.kwh(), finding.eur(), finding.kgco2e())) {
            row.add(range.low().map(Number::doubleValue));
            row.add(range.high().map(Number::doubleValue));
        }
        row.add(finding.coverage());
        row.add(finding.status());
        row.add(finding.state().map(it -> it.since().toString()));
        row.add(finding.state().flatMap(it -> present(words.pick(it.reason()))));
        row.add(finding.state().flatMap(it -> present(words.pick(it.owner()))));
        row.add(words.text(finding, "advice"));
        row.add(words.text(finding, "assumption"));
        row.add(words.text(finding, "confirmation"));
        row.add(finding.rule().map(it -> words.source(finding, it)));
        row.add(finding.rule().map(it -> it.grade()));
        return row;
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }
}
