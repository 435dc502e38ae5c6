package eu.wattpeil.report.workbook;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of a section: a row for each value of the month and of the twelve months up to it,
 * beside what it is made of, what it was before and what is aimed at.
 */
final class SectionSheet {

    private static final int COLUMNS_OF_COMPARISON = 4;

    private final MonthlyReport report;
    private final Speech speech;
    private final Words words;

    private SectionSheet(MonthlyReport report, Speech speech) {
        this.report = report;
        this.speech = speech;
        this.words = speech.words();
    }

    static Sheet of(Report.Section section, MonthlyReport report, Speech speech) {
        SectionSheet sheet = new SectionSheet(report, speech);
        List<List<Cell>> rows = new ArrayList<>();
        report.figuresOf(section).forEach(figure -> rows.addAll(sheet.rows(figure)));
        return new Sheet(section.sectionId(), sheet.header(), Sheet.Kind.TABLE, rows);
    }

    private List<String> header() {
        List<String> header =
                new ArrayList<>(
                        List.of(
                                words.say("label.figure"),
                                words.say("label.scope"),
                                speech.say("period"),
                                words.say("label.value"),
                                speech.say("unit"),
                                speech.say("mark"),
                                words.say("label.coverage"),
                                speech.say("measured"),
                                words.say("label.reason"),
                                speech.say("counted"),
                                speech.say("counted.what"),
                                speech.say("divided"),
                                speech.say("divided.what")));
        for (int months : List.of(1, 12)) {
            String then = words.month(report.month().minusMonths(months));
            header.add(words.capitalised(then));
            header.add(words.say("book.difference", "month", then));
            header.add(words.say("book.change", "month", then));
            header.add(words.say("book.per", "month", then));
        }
        header.addAll(
                List.of(
                        words.say("label.goal"),
                        speech.say("verdict"),
                        speech.say("target"),
                        speech.say("by")));
        return header;
    }

    private List<List<Cell>> rows(Figure figure) {
        List<List<Cell>> rows =
                report.history().current().stream()
                        .filter(row -> row.kpiId().equals(figure.kpi().kpiId()))
                        .map(row -> row(row, figure))
                        .toList();
        return rows.isEmpty() ? List.of(noRow(figure.kpi())) : rows;
    }

    private List<Cell> noRow(Kpi kpi) {
        List<Cell> cells = new ArrayList<>(Collections.nCopies(header().size(), Cell.BLANK));
        cells.set(0, speech.title(kpi));
        cells.set(4, speech.unit(kpi, Optional.empty()));
        cells.set(8, speech.text(speech.reasons().ofNoRow(kpi.kpiId())));
        return cells;
    }

    private List<Cell> row(KpiValue row, Figure figure) {
        Kpi kpi = figure.kpi();
        boolean isShown = !Figure.isHidden(row);
        Optional<Double> value = row.value().filter(known -> isShown);
        List<Cell> cells =
                new ArrayList<>(
                        List.of(
                                speech.title(kpi),
                                speech.scope(row.scope()),
                                speech.period(row.period()),
                                Speech.value(kpi, value),
                                speech.unit(kpi, value),
                                isShown ? speech.marks(figure, row) : Cell.BLANK,
                                Speech.share(row.coverage().filter(known -> isShown)),
                                Speech.share(row.measuredShare().filter(known -> isShown)),
                                speech.text(speech.reasons().of(row)),
                                Speech.numerator(kpi, row.numerator().filter(known -> isShown)),
                                counted(kpi),
                                Speech.amount(row.denominator().filter(known -> isShown)),
                                kpi.isRatio()
                                        ? speech.counted(
                                                words.pick(kpi.denominator()),
                                                kpi.denominatorUnit())
                                        : Cell.BLANK));
        Figure ofRow = ofSeries(row, figure);
        cells.addAll(isShown ? compared(ofRow, 1) : noComparison());
        cells.addAll(isShown ? compared(ofRow, 12) : noComparison());
        cells.addAll(aim(row, kpi));
        return cells;
    }

    private Cell counted(Kpi kpi) {
        return kpi.isRatio()
                ? speech.counted(words.pick(kpi.numerator()), kpi.numeratorUnit())
                : speech.unit(kpi.unit());
    }

    /** The same figure with a row of it in the place of its large number. */
    private static Figure ofSeries(KpiValue row, Figure figure) {
        return new Figure(
                figure.kpi(),
                figure.history(),
                row.series(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                figure.lengths());
    }

    private List<Cell> compared(Figure figure, int monthsBefore) {
        Optional<KpiValue> then =
                figure.rowOf(report.month().minusMonths(monthsBefore))
                        .filter(row -> !Figure.isHidden(row));
        if (then.isEmpty()) {
            return noComparison();
        }
        Kpi kpi = figure.kpi();
        Optional<Figure.Compared> compared = figure.comparedWith(then.get().month());
        return List.of(
                Speech.value(kpi, then.get().value()),
                compared.map(it -> difference(it, kpi)).orElse(Cell.BLANK),
                compared.filter(it -> isInPercent(it, kpi))
                        .map(it -> Speech.derived(Optional.of(it.share()), Formats.CHANGE))
                        .orElse(Cell.BLANK),
                compared.filter(it -> it.per() != Kpi.Per.NONE)
                        .map(it -> speech.text(speech.say("per." + code(it.per()))))
                        .orElse(Cell.BLANK));
    }

    private static List<Cell> noComparison() {
        return Collections.nCopies(COLUMNS_OF_COMPARISON, Cell.BLANK);
    }

    /** Of shares in percentage points; of what goes by days, of a day. */
    private Cell difference(Figure.Compared compared, Kpi kpi) {
        double difference = compared.now() - compared.then();
        int more = compared.per() == Kpi.Per.NONE ? 0 : 1;
        return kpi.isShare()
                ? Speech.derived(
                        Optional.of(difference * 100),
                        Formats.difference(Math.max(0, kpi.decimals() - 2), words.say("points")))
                : Speech.derived(
                        Optional.of(difference), Formats.difference(kpi.decimals() + more, ""));
    }

    private static boolean isInPercent(Figure.Compared compared, Kpi kpi) {
        return !kpi.isShare() && Numerals.isAboveNoise(kpi, compared.then(), compared.per());
    }

    private static String code(Kpi.Per per) {
        return per.name().toLowerCase(Locale.ROOT);
    }

    /** The goal of exactly this row that is due next, with its verdict. */
    private List<Cell> aim(KpiValue row, Kpi kpi) {
        Optional<Assessment> next = report.nextGoal(row.series());
        return List.of(
                next.map(it -> speech.text(words.pick(it.goal().title()))).orElse(Cell.BLANK),
                next.map(it -> speech.text(words.say("verdict." + it.verdict().code())))
                        .orElse(Cell.BLANK),
                Speech.value(kpi, next.flatMap(Assessment::target)),
                next.map(it -> Cell.month(it.goal().targetMonth())).orElse(Cell.BLANK));
    }
}
