package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Kpi;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds the numbers of the block of a KPI one by one against the rows that they are of: the value
 * of its head, each month of its chart and table, each comparison. A number that stands in the
 * place of another one is wrong, though both are numbers of the KPI.
 */
final class BlockNumbers {

    private static final int MONTHS_BACK = 24;
    private static final double SMALLEST_CHANGE = 0.01;

    private final EditionNumbers numbers;
    private final String form;
    private final Tally tally;
    private final YearMonth month;
    private final Script script;

    BlockNumbers(EditionNumbers numbers, String form, Tally tally) {
        this.numbers = numbers;
        this.form = form;
        this.tally = tally;
        month = numbers.month();
        script = numbers.script();
    }

    /** All blocks of a page. */
    void check(Element page) {
        page.all(it -> it.isOf("kpi") && it.name().equals("details"))
                .forEach(
                        block -> {
                            Element detail = block.first(it -> it.isOf("detail")).orElseThrow();
                            String kpiId = detail.attribute("id").replaceFirst("kpi-", "");
                            check(block, numbers.town().kpi(kpiId));
                        });
    }

    /** A block with the figure that it is of. */
    private void check(Element block, Kpi kpi) {
        FigureRows figure = FigureRows.of(kpi, numbers.tables(), month);
        Digits digits = new Digits(kpi, script);
        String place = "block " + kpi.kpiId();
        Optional<Double> value = figure.value(month);
        String number = block.first(it -> it.isOf("number")).map(Element::text).orElse("");
        if (!kpi.isLabelClass()) {
            expect(place + " value", number, value.map(digits::value).stream().toList());
        }
        block.all(it -> it.name().equals("svg") && !it.attribute("aria-label").isEmpty())
                .forEach(svg -> checkChart(place, svg, figure, digits));
        block.all(it -> it.isOf("compare"))
                .forEach(table -> checkComparisons(place, table, figure, digits));
        block.all(it -> it.name().equals("table") && !it.named("thead").isEmpty())
                .forEach(table -> checkMonths(place, table, figure, digits));
        checkParts(place, block, figure, digits);
    }

    /** The lowest and the highest month, in words for those who cannot see the chart. */
    private void checkChart(String place, Element svg, FigureRows figure, Digits digits) {
        List<Double> values = known(figure);
        if (figure.kpi().isLabelClass() || values.size() < 2) {
            return;
        }
        List<String> found = said(svg.attribute("aria-label"));
        List<String> expected =
                List.of(
                        digits.value(values.stream().min(Comparator.naturalOrder()).orElseThrow()),
                        digits.value(values.stream().max(Comparator.naturalOrder()).orElseThrow()));
        compare(
                place + " chart",
                found.subList(0, Math.min(2, found.size())),
                expected,
                svg.attribute("aria-label"));
        List<String> labels =
                svg.all(it -> it.name().equals("text") && it.isOf("last"))
                        .map(Element::text)
                        .toList();
        figure.value(month)
                .filter(it -> labels.size() == 1)
                .ifPresent(
                        it ->
                                compare(
                                        place + " chart's last month",
                                        labels,
                                        List.of(digits.bare(it)),
                                        labels.get(0)));
    }

    private List<Double> known(FigureRows figure) {
        return Stream.iterate(month.minusMonths(MONTHS_BACK), it -> it.plusMonths(1))
                .limit(MONTHS_BACK + 1L)
                .flatMap(it -> figure.value(it).stream())
                .toList();
    }

    private void checkComparisons(String place, Element table, FigureRows figure, Digits digits) {
        for (Element row : table.named("tr")) {
            Element head = row.named("th").get(0);
            List<Element> cells = row.named("td");
            for (YearMonth other : List.of(month.minusMonths(1), month.minusYears(1))) {
                if (head.text().strip().startsWith(named(other) + " ")
                        || head.text().strip().equals(named(other))) {
                    String base = head.named("span").get(0).text();
                    checkComparison(
                            place + " beside " + other,
                            base,
                            cells.get(0).text(),
                            cells.get(1).text(),
                            figure,
                            other,
                            digits);
                }
            }
        }
    }

    private void checkComparison(
            String place,
            String base,
            String difference,
            String percent,
            FigureRows figure,
            YearMonth other,
            Digits digits) {
        Kpi kpi = figure.kpi();
        if (kpi.isLabelClass()) {
            return;
        }
        Optional<Double> then = figure.value(other);
        double now = figure.value(month).orElseThrow();
        if (then.isEmpty() || !isComparable(figure, other)) {
            expect(place, base, then.map(digits::value).stream().toList());
            expect(place + " difference", difference, List.of());
            expect(place + " change", percent, List.of());
            return;
        }
        int length = figure.length(numbers.town(), month);
        int otherLength = figure.length(numbers.town(), other);
        boolean isAsLong = length == otherLength;
        double one = isAsLong ? now : now / length;
        double two = isAsLong ? then.get() : then.get() / otherLength;
        int more = isAsLong ? 0 : 1;
        expect(place, base, List.of(isAsLong ? digits.value(two) : digits.rate(two)));
        expect(
                place + " difference",
                difference,
                digits.isSame(one, two, more)
                        ? List.of()
                        : List.of(digits.difference(one, two, more)));
        Optional<Double> share = Digits.share(one, two);
        boolean isInPercent =
                !kpi.isShare()
                        && share.filter(it -> Math.abs(it) >= SMALLEST_CHANGE).isPresent()
                        && digits.isAboveNoise(two, more);
        expect(
                place + " change",
                percent,
                isInPercent
                        ? List.of(Digits.signedPercent(script, share.orElseThrow()))
                        : List.of());
    }

    /** Sums with gaps that nothing fills stand only beside such as are known as well. */
    private boolean isComparable(FigureRows figure, YearMonth other) {
        Row now = figure.row(month).orElseThrow();
        Row then = figure.row(other).orElseThrow();
        boolean isUnfilled =
                figure.kpi().overTime() == Kpi.OverTime.SUM
                        && !figure.kpi().isScaled()
                        && (isPartial(now) || isPartial(then));
        double apart = now.coverage().orElse(1.0) - then.coverage().orElse(1.0);
        return !isUnfilled || Math.abs(apart) <= 0.02;
    }

    private static boolean isPartial(Row row) {
        return row.coverage().filter(it -> it < 0.9995).isPresent();
    }

    /** Each month's value in the row of the month. */
    private void checkMonths(String place, Element table, FigureRows figure, Digits digits) {
        List<Element> rows =
                table.named("tr").stream().filter(row -> !row.named("td").isEmpty()).toList();
        for (int at = 0; at < rows.size(); at++) {
            YearMonth when = month.minusMonths(rows.size() - 1L - at);
            String head = rows.get(at).named("th").get(0).text().strip();
            if (!head.equals(named(when))) {
                tally.add(form, place + " months", head, false, named(when));
                continue;
            }
            if (!figure.kpi().isLabelClass()) {
                expect(
                        place + " in " + when,
                        rows.get(at).named("td").get(0).text(),
                        figure.value(when).map(digits::value).stream().toList());
            }
        }
    }

    /** Each part's value in the row of the part, by the name that it goes by. */
    private void checkParts(String place, Element block, FigureRows figure, Digits digits) {
        Map<String, List<Row>> byName = new HashMap<>();
        for (Row row : figure.parts()) {
            byName.computeIfAbsent(numbers.name(row), it -> new ArrayList<>()).add(row);
        }
        block.all(it -> it.name().equals("table") && !it.named("caption").isEmpty())
                .flatMap(it -> it.named("tr").stream())
                .forEach(
                        row -> {
                            Element head = row.named("th").get(0);
                            String name = String.valueOf(head.children().get(0)).strip();
                            List<Row> of = byName.getOrDefault(name, List.of());
                            Element cell = row.named("td").get(0);
                            if (cell.isOf("n") && of.size() == 1) {
                                expect(
                                        place + " of " + name,
                                        cell.text(),
                                        of.get(0).value().map(digits::value).stream().toList());
                            }
                        });
    }

    private String named(YearMonth when) {
        return named(when, script.language());
    }

    /** A month as a language says it. */
    static String named(YearMonth when, Locale language) {
        return when.getMonth().getDisplayName(TextStyle.FULL, language) + " " + when.getYear();
    }

    private void expect(String place, String text, List<String> expected) {
        compare(place, said(text), expected, text);
    }

    private List<String> said(String text) {
        return Numeral.in(numbers.fixed().takenFrom(text), numbers.units()).stream()
                .map(Numeral::said)
                .toList();
    }

    private void compare(String place, List<String> found, List<String> expected, String text) {
        boolean isSame = found.equals(expected);
        if (!isSame || !expected.isEmpty()) {
            tally.add(
                    form,
                    place,
                    String.join("; ", found),
                    isSame,
                    text + " (expected " + String.join("; ", expected) + ")");
        }
    }
}
