package eu.wattpeil.report.page;

import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.Breakdown.Cell;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.KeyWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Reasons;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows a value of each row as a bar, the longest first, with that of the whole as a line. */
final class DetailBars {

    /** Rows above which a page would be too long; all of them are in the workbook. */
    private static final int MOST_BARS = 40;

    /** The longest bar leaves room for the line of a whole that is longer. */
    private static final double WIDEST = 0.96;

    private final MonthlyReport report;
    private final Words words;
    private final Numerals numerals;
    private final KeyWords keys;
    private final Reasons reasons;

    DetailBars(
            MonthlyReport report, Words words, Numerals numerals, KeyWords keys, Reasons reasons) {
        this.report = report;
        this.words = words;
        this.numerals = numerals;
        this.keys = keys;
        this.reasons = reasons;
    }

    /** The values of the organisation's rows. */
    ReportPage.Detail detail(Breakdown all, String title) {
        List<Cell> known =
                all.known().stream()
                        .sorted(
                                Comparator.comparing(Cell::number)
                                        .reversed()
                                        .thenComparing(Cell::row))
                        .toList();
        List<Cell> unknown = all.cells().stream().filter(it -> it.value().isEmpty()).toList();
        Optional<KpiValue> whole =
                all.detail().figure().flatMap(id -> report.shownValue(id, Scope.ORGANISATION));
        double highest =
                Stream.concat(
                                known.stream().map(Cell::number),
                                whole.stream().map(it -> it.value().orElseThrow()))
                        .mapToDouble(it -> it)
                        .max()
                        .orElse(0);
        List<ReportPage.Bar> bars = new ArrayList<>();
        known.forEach(cell -> bars.add(bar(all.detail(), cell, whole, highest)));
        unknown.forEach(cell -> bars.add(untold(all.detail(), cell)));
        List<ReportPage.Bar> shown = bars.subList(0, Math.min(bars.size(), MOST_BARS));
        String line = whole.map(this::line).orElse("");
        ReportPage.Bars picture =
                new ReportPage.Bars(
                        keys.head(all.detail().rows()), words.say("label.value"), shown, line);
        return new ReportPage.Detail(
                Breakdowns.anchor(all.detail()),
                title,
                known.isEmpty() ? List.of() : lines(all.detail(), known, whole),
                List.of(),
                Optional.of(picture),
                Optional.empty(),
                table(picture),
                false,
                bars.size() == shown.size()
                        ? List.of()
                        : List.of(words.count("picture.more", bars.size() - shown.size())));
    }

    private List<String> lines(Detail detail, List<Cell> known, Optional<KpiValue> whole) {
        Cell most = known.get(0);
        Cell least = known.get(known.size() - 1);
        List<String> lines = new ArrayList<>();
        if (known.size() > 1) {
            lines.add(
                    words.say(
                            "picture.bars.text",
                            "least",
                            keys.name(detail.rows(), least.row()),
                            "low",
                            value(least),
                            "most",
                            keys.name(detail.rows(), most.row()),
                            "high",
                            value(most)));
        }
        whole.ifPresent(it -> lines.add(words.say("picture.bars.whole", "value", value(it))));
        return lines;
    }

    private ReportPage.Bar bar(Detail detail, Cell cell, Optional<KpiValue> whole, double highest) {
        return new ReportPage.Bar(
                keys.name(detail.rows(), cell.row()),
                value(cell),
                "",
                share(cell.number(), highest),
                whole.map(it -> share(it.value().orElseThrow(), highest)).orElse(-1.0));
    }

    private static double share(double value, double highest) {
        return highest <= 0 ? 0 : Math.max(0, value / highest) * WIDEST;
    }

    private ReportPage.Bar untold(Detail detail, Cell cell) {
        return new ReportPage.Bar(
                keys.name(detail.rows(), cell.row()),
                "",
                cell.reason().map(reasons::ofCode).orElse(words.say("keys.unknown")),
                0,
                -1);
    }

    /** By the digits of its KPI where the value is one of a KPI. */
    private String value(Cell cell) {
        return kpi(cell)
                .map(kpi -> numerals.value(kpi, cell.number()))
                .orElseGet(() -> numerals.amount(cell.value().orElseThrow(), cell.unit()));
    }

    private Optional<Kpi> kpi(Cell cell) {
        return report.facts().catalogue().stream()
                .filter(it -> it.kpiId().equals(cell.column()))
                .findFirst();
    }

    private String value(KpiValue row) {
        return numerals.value(report.kpi(row.kpiId()), row.value().orElseThrow());
    }

    private String line(KpiValue whole) {
        return words.say("picture.bars.line", "value", value(whole));
    }

    private static Table table(ReportPage.Bars bars) {
        return new Table(
                List.of(
                        Table.Column.text(bars.nameHead()),
                        Table.Column.of(Table.Column.Kind.WORD, bars.valueHead())),
                bars.bars().stream()
                        .map(
                                it ->
                                        Table.Row.of(
                                                it.name(),
                                                it.value().isEmpty() ? it.reason() : it.value()))
                        .toList());
    }
}
