package eu.wattpeil.report.page;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.chart.StackChart;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts figures that are parts of one whole into a chart and a table. */
final class Stacks {

    private final Words words;
    private final Numerals numerals;

    Stacks(Words words, Numerals numerals) {
        this.words = words;
        this.numerals = numerals;
    }

    /**
     * The parts of a section as one whole; empty where no month has all of them.
     *
     * @param id unique in the page
     * @param parts from the lowest, all of one unit
     */
    Optional<ReportPage.Stack> stack(String id, List<Figure> parts) {
        if (parts.size() < 2) {
            return Optional.empty();
        }
        List<YearMonth> months =
                Charts.months(parts.get(0).month())
                        .dropWhile(month -> values(parts, month).isEmpty())
                        .toList();
        List<YearMonth> known =
                months.stream().filter(month -> values(parts, month).isPresent()).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        YearMonth last = known.get(known.size() - 1);
        StackChart chart =
                new StackChart(
                        id,
                        description(parts, months, last),
                        parts.stream()
                                .map(
                                        part ->
                                                new StackChart.Part(
                                                        title(part), label(part, parts, last)))
                                .toList(),
                        IntStream.range(0, months.size())
                                .mapToObj(index -> month(parts, months.get(index), index == 0))
                                .toList());
        return Optional.of(new ReportPage.Stack(chart, table(parts, months)));
    }

    private static Optional<List<Double>> values(List<Figure> parts, YearMonth month) {
        List<Double> values =
                parts.stream()
                        .flatMap(part -> part.rowOf(month).flatMap(KpiValue::value).stream())
                        .toList();
        return values.size() == parts.size() ? Optional.of(values) : Optional.empty();
    }

    private String description(List<Figure> parts, List<YearMonth> months, YearMonth last) {
        return words.say(
                "chart.stack",
                "from",
                words.month(months.get(0)),
                "to",
                words.month(months.get(months.size() - 1)),
                "month",
                words.month(last),
                "parts",
                words.list(parts.stream().map(part -> label(part, parts, last)).toList()));
    }

    private String label(Figure part, List<Figure> parts, YearMonth month) {
        double total = values(parts, month).orElseThrow().stream().mapToDouble(it -> it).sum();
        double value = part.rowOf(month).flatMap(KpiValue::value).orElseThrow();
        return total == 0 ? title(part) : title(part) + " " + numerals.roundPercent(value / total);
    }

    private String title(Figure part) {
        return words.pick(part.kpi().title());
    }

    private StackChart.Month month(List<Figure> parts, YearMonth month, boolean isFirst) {
        Optional<List<Double>> values = values(parts, month);
        boolean isYear = month.getMonthValue() == 1 || (isFirst && month.getMonthValue() < 11);
        return new StackChart.Month(
                values,
                words.capitalised(words.monthName(month.getMonthValue())).substring(0, 1),
                isYear ? Integer.toString(month.getYear()) : "",
                values.map(all -> all.stream().mapToDouble(it -> it).sum())
                        .map(total -> numerals.bare(parts.get(0).kpi(), total))
                        .orElse(""));
    }

    private Table table(List<Figure> parts, List<YearMonth> months) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text(words.say("label.month")));
        parts.forEach(part -> columns.add(Table.Column.number(title(part))));
        return new Table(columns, months.stream().map(it -> row(parts, it)).toList());
    }

    private Table.Row row(List<Figure> parts, YearMonth month) {
        List<String> cells = new ArrayList<>();
        cells.add(words.month(month));
        parts.forEach(
                part ->
                        cells.add(
                                part.rowOf(month)
                                        .flatMap(KpiValue::value)
                                        .map(value -> numerals.value(part.kpi(), value))
                                        .orElse("–")));
        return new Table.Row(cells);
    }
}
