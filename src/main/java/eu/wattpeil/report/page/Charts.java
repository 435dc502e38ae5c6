package eu.wattpeil.report.page;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.GoalPath;
import eu.wattpeil.goal.Outlook;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.chart.TimeChart;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts the months of a figure into a chart and a table. */
public final class Charts {

    /** The month and the two years before it. */
    private static final int MONTHS = MonthlyFacts.MONTHS_BACK + 1;

    private final Words words;
    private final Numerals numerals;
    private final Sentences sentences;

    Charts(Words words, Numerals numerals, Sentences sentences) {
        this.words = words;
        this.numerals = numerals;
        this.sentences = sentences;
    }

    /** The chart of a figure with its table; empty where no two months are known. */
    ReportPage.Chart chart(Figure figure) {
        List<YearMonth> months = months(figure);
        List<KpiValue> known =
                months.stream()
                        .flatMap(month -> figure.rowOf(month).stream())
                        .filter(row -> row.value().isPresent())
                        .toList();
        if (known.size() < 2) {
            return new ReportPage.Chart(Optional.empty(), table(List.of()));
        }
        TimeChart chart =
                new TimeChart(
                        figure.kpi().kpiId(),
                        description(figure, months, known),
                        style(figure.kpi()),
                        months.stream().map(month -> point(figure, months.get(0), month)).toList(),
                        words.say("target"),
                        ahead(figure));
        return new ReportPage.Chart(
                Optional.of(chart),
                table(months.stream().map(month -> row(figure, month)).toList()));
    }

    /** Amounts stand on zero; a ratio, a level or a count at a moment moves in its own range. */
    private static TimeChart.Style style(Kpi kpi) {
        boolean isAmount = kpi.overTime() == Kpi.OverTime.SUM && !kpi.isRatio();
        return isAmount ? TimeChart.Style.COLUMNS : TimeChart.Style.LINE;
    }

    /** The target month of the goal, where it is still to come. */
    private Optional<TimeChart.Ahead> ahead(Figure figure) {
        return goal(figure)
                .filter(it -> it.goal().targetMonth().isAfter(figure.month()))
                .map(
                        it ->
                                new TimeChart.Ahead(
                                        words.shortMonth(it.goal().targetMonth()),
                                        forecast(figure, it),
                                        it.target()));
    }

    private Optional<TimeChart.Forecast> forecast(Figure figure, Assessment assessment) {
        return assessment.outlook() instanceof Outlook.Forecast forecast
                ? Optional.of(
                        new TimeChart.Forecast(
                                forecast.value(),
                                forecast.low(),
                                forecast.high(),
                                numerals.bare(figure.kpi(), forecast.value())))
                : Optional.empty();
    }

    /** The first goal that is about what the chart shows. */
    private static Optional<Assessment> goal(Figure figure) {
        return figure.assessments().stream()
                .filter(assessment -> figure.isAbout(assessment.goal()))
                .filter(assessment -> assessment.path().isPresent())
                .findFirst();
    }

    /** The path of the first goal that is about what the chart shows. */
    static Optional<GoalPath> path(Figure figure) {
        return goal(figure).flatMap(Assessment::path);
    }

    /** From the first month that is known, so that a young series stands in its own room. */
    private static List<YearMonth> months(Figure figure) {
        return months(figure.month()).dropWhile(month -> value(figure, month).isEmpty()).toList();
    }

    /** The months of a chart, the last one last. */
    static Stream<YearMonth> months(YearMonth last) {
        return IntStream.range(0, MONTHS).mapToObj(index -> last.minusMonths(MONTHS - 1L - index));
    }

    private static Optional<Double> value(Figure figure, YearMonth month) {
        return figure.rowOf(month).flatMap(KpiValue::value);
    }

    private static Optional<Double> target(Figure figure, YearMonth month) {
        return path(figure)
                .filter(line -> !month.isBefore(line.from()))
                .map(line -> line.at(month));
    }

    private TimeChart.Point point(Figure figure, YearMonth first, YearMonth month) {
        Optional<KpiValue> row = figure.rowOf(month).filter(one -> one.value().isPresent());
        boolean isLabelledFirst = month.equals(first) && month.getMonthValue() < 11;
        boolean isYearStart = isLabelledFirst || month.getMonthValue() == 1;
        return new TimeChart.Point(
                row.flatMap(KpiValue::value),
                target(figure, month),
                month.getYear() == figure.month().getYear(),
                row.filter(one -> isUncertain(figure, one)).isPresent(),
                figure.measures().stream()
                        .anyMatch(measure -> YearMonth.from(measure.startedOn()).equals(month)),
                words.capitalised(words.monthName(month.getMonthValue())).substring(0, 1),
                isYearStart ? Integer.toString(month.getYear()) : "",
                row.flatMap(KpiValue::value)
                        .map(value -> numerals.bare(figure.kpi(), value))
                        .orElse(""));
    }

    private static boolean isUncertain(Figure figure, KpiValue row) {
        return figure.isEstimated(row) || figure.isAtLeast(row);
    }

    private String description(Figure figure, List<YearMonth> months, List<KpiValue> known) {
        Kpi kpi = figure.kpi();
        Comparator<KpiValue> byValue =
                Comparator.comparing((KpiValue row) -> row.value().orElseThrow());
        KpiValue lowest = known.stream().min(byValue).orElseThrow();
        KpiValue highest = known.stream().max(byValue).orElseThrow();
        YearMonth last = months.get(months.size() - 1);
        List<String> said = new ArrayList<>();
        said.add(
                words.say(
                        "chart.what",
                        "title",
                        words.pick(kpi.title()),
                        "from",
                        words.month(months.get(0)),
                        "to",
                        words.month(last)));
        said.add(
                words.say(
                        "chart.range",
                        "low",
                        numerals.value(kpi, lowest.value().orElseThrow()),
                        "lowMonth",
                        words.month(lowest.month()),
                        "high",
                        numerals.value(kpi, highest.value().orElseThrow()),
                        "highMonth",
                        words.month(highest.month())));
        List<String> missing =
                months.stream()
                        .filter(month -> value(figure, month).isEmpty())
                        .map(words::month)
                        .toList();
        if (!missing.isEmpty()) {
            said.add(words.say("chart.missing", "months", words.list(missing)));
        }
        target(figure, last)
                .ifPresent(
                        target ->
                                said.add(
                                        words.say(
                                                "chart.target",
                                                "value",
                                                numerals.value(kpi, target))));
        return String.join(" ", said);
    }

    private Table table(List<Table.Row> rows) {
        return new Table(
                List.of(
                        Table.Column.text(words.say("label.month")),
                        Table.Column.number(words.say("label.value")),
                        Table.Column.note(words.say("label.coverage"))),
                rows);
    }

    private Table.Row row(Figure figure, YearMonth month) {
        Optional<KpiValue> row = figure.rowOf(month);
        String value =
                row.flatMap(KpiValue::value)
                        .map(known -> numerals.value(figure.kpi(), known))
                        .orElse("–");
        String coverage =
                row.map(
                                known ->
                                        known.value().isPresent()
                                                ? sentences.coverage(known)
                                                : sentences.reason(known))
                        .orElseGet(() -> sentences.reason(Reason.NO_DATA));
        return Table.Row.of(words.month(month), value, coverage);
    }
}
