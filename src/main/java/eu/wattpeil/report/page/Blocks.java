package eu.wattpeil.report.page;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.GoalPath;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Measure;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the block of a KPI. */
public final class Blocks {

    /** A table of parts longer than this is not read; all of them are in kpis.csv. */
    private static final int MAXIMUM_PARTS = 12;

    private static final int MONTHS_OF_A_YEAR = 12;

    private final Words words;
    private final Numerals numerals;
    private final Sentences sentences;
    private final GoalWords goals;
    private final Charts charts;
    private final Scopes scopes;
    private final CauseWords causes;
    private final Function<String, List<SeriesBreak>> breaks;

    /**
     * @param breaks of a KPI, by its id, that part what is compared
     */
    Blocks(
            Words words,
            Numerals numerals,
            Sentences sentences,
            GoalWords goals,
            Scopes scopes,
            CauseWords causes,
            Function<String, List<SeriesBreak>> breaks) {
        this.causes = causes;
        this.breaks = breaks;
        this.words = words;
        this.numerals = numerals;
        this.sentences = sentences;
        this.goals = goals;
        this.scopes = scopes;
        this.charts = new Charts(words, numerals, sentences);
    }

    /** A figure as a block. */
    ReportPage.Block block(Figure figure) {
        Kpi kpi = figure.kpi();
        Optional<KpiValue> row = figure.row();
        List<KpiValue> parts = shownParts(figure);
        return new ReportPage.Block(
                anchor(kpi),
                words.pick(kpi.title()),
                period(figure),
                figure.value().map(value -> numerals.bare(kpi, value)).orElse(""),
                numerals.unit(kpi),
                row.map(value -> marks(figure, value)).orElse(List.of()),
                figure.value().isPresent() ? "" : notKnown(figure),
                row.filter(known -> known.value().isPresent()).map(sentences::coverage).orElse(""),
                figure.assessments().stream().map(it -> goals.mark(it.verdict())).toList(),
                comparisons(figure),
                figure.assessments().stream().map(goal -> goals.aim(goal, figure)).toList(),
                year(figure),
                rate(figure),
                row.map(value -> absolute(figure, value)).orElse(""),
                causes(figure),
                Stream.concat(
                                figure.measures().stream().map(this::measure),
                                breaks.apply(kpi.kpiId()).stream().map(this::seriesBreak))
                        .toList(),
                charts.chart(figure),
                parts.isEmpty() ? "" : partsTitle(parts),
                parts.stream().limit(MAXIMUM_PARTS).map(part -> part(figure, part)).toList(),
                partsNote(parts),
                words.pick(kpi.formula()),
                words.pick(kpi.source()));
    }

    static String anchor(Kpi kpi) {
        return "kpi-" + kpi.kpiId();
    }

    private String period(Figure figure) {
        List<String> about = new ArrayList<>();
        if (!figure.series().scope().isOrganisation()) {
            about.add(scopes.name(figure.series().scope()));
        }
        if (figure.isYearly()) {
            about.add(sentences.when(figure, figure.month()));
        }
        return String.join(", ", about);
    }

    /** What changed it since the last month and since last year, where that can be told. */
    private List<String> causes(Figure figure) {
        List<String> said = new ArrayList<>();
        for (YearMonth other :
                List.of(figure.month().minusMonths(1), figure.month().minusYears(1))) {
            String parts = causes.parts(figure, other);
            if (!parts.isEmpty()) {
                said.add(words.say("cause.since", "month", words.month(other), "parts", parts));
            }
        }
        return said;
    }

    private String notKnown(Figure figure) {
        return words.told(words.capitalised(words.say("not_known")), sentences.reason(figure));
    }

    private List<String> marks(Figure figure, KpiValue row) {
        List<String> marks = new ArrayList<>();
        if (row.value().isEmpty()) {
            return marks;
        }
        boolean isModelled = row.measuredShare().filter(share -> share == 0).isPresent();
        if (figure.isAtLeast(row)) {
            marks.add(words.say("mark.at_least"));
        }
        if (isModelled) {
            marks.add(words.say("mark.modelled"));
        } else if (figure.isEstimated(row)) {
            marks.add(words.say("mark.estimated"));
        }
        if (row.isProvisional()) {
            marks.add(words.say("mark.provisional"));
        }
        return marks;
    }

    private List<ReportPage.Comparison> comparisons(Figure figure) {
        List<ReportPage.Comparison> comparisons = new ArrayList<>();
        if (figure.value().isEmpty()) {
            return comparisons;
        }
        YearMonth month = figure.month();
        for (YearMonth other : List.of(month.minusMonths(1), month.minusYears(1))) {
            comparisons.add(comparison(figure, other));
        }
        figure.assessments().stream()
                .filter(it -> figure.isAbout(it.goal()))
                .findFirst()
                .ifPresent(it -> addBaseline(comparisons, figure, it));
        Charts.path(figure).ifPresent(path -> comparisons.add(target(figure, path)));
        return comparisons;
    }

    /** Beside what its goal started from; not where that is a month that stands there already. */
    private void addBaseline(
            List<ReportPage.Comparison> comparisons, Figure figure, Assessment assessment) {
        YearMonth month = assessment.goal().baselineMonth();
        boolean isThere =
                month.equals(figure.month().minusMonths(1))
                        || month.equals(figure.month().minusYears(1));
        if (assessment.baseline().isEmpty() || isThere || !month.isBefore(figure.month())) {
            return;
        }
        double base = assessment.baseline().get();
        double now = figure.value().orElseThrow();
        int length = figure.lengthOf(figure.month());
        int other = figure.lengthOf(month);
        Figure.Compared compared =
                length == other
                        ? new Figure.Compared(now, base, Kpi.Per.NONE)
                        : new Figure.Compared(now / length, base / other, figure.per());
        comparisons.add(
                compared(figure, words.say("baseline", "month", words.month(month)), compared));
    }

    private ReportPage.Comparison comparison(Figure figure, YearMonth other) {
        String label = words.month(other);
        Optional<Figure.Compared> compared = figure.comparedWith(other);
        if (compared.isPresent()) {
            return compared(figure, label, compared.get());
        }
        String known =
                figure.rowOf(other)
                        .flatMap(row -> row.value().map(value -> bound(figure, row, value)))
                        .orElseGet(() -> words.say("not_known"));
        return new ReportPage.Comparison(label, "", "", known, "", "");
    }

    private String bound(Figure figure, KpiValue row, double value) {
        String text = numerals.value(figure.kpi(), value);
        return figure.isAtLeast(row) ? words.say("at_least", "value", text) : text;
    }

    private ReportPage.Comparison target(Figure figure, GoalPath path) {
        Kpi kpi = figure.kpi();
        String label = words.say("path");
        double base = path.at(figure.month());
        String text = numerals.path(kpi, base);
        if (figure.row().filter(figure::isAtLeast).isPresent()) {
            return new ReportPage.Comparison(label, "", "", text, "", "");
        }
        double now = figure.value().orElseThrow();
        return compared(
                figure,
                label,
                new Figure.Compared(now, base, Kpi.Per.NONE),
                text,
                numerals.pathDifference(kpi, now, base));
    }

    private ReportPage.Comparison compared(Figure figure, String label, Figure.Compared compared) {
        Kpi kpi = figure.kpi();
        double now = compared.now();
        double then = compared.then();
        Kpi.Per per = compared.per();
        String difference =
                numerals.isSame(kpi, now, then, per)
                        ? words.say("same")
                        : numerals.difference(kpi, now, then, per);
        return compared(figure, label, compared, numerals.rate(kpi, then, per), difference);
    }

    private ReportPage.Comparison compared(
            Figure figure, String label, Figure.Compared compared, String text, String difference) {
        boolean isInPercent =
                Math.abs(compared.share()) >= Figure.SMALLEST_CHANGE
                        && !figure.kpi().isShare()
                        && Numerals.isAboveNoise(figure.kpi(), compared.then(), compared.per());
        boolean isSame =
                numerals.isSame(figure.kpi(), compared.now(), compared.then(), compared.per());
        String tone =
                figure.isBetter(compared)
                        .filter(is -> !isSame)
                        .map(is -> is ? "better" : "worse")
                        .orElse("");
        return new ReportPage.Comparison(
                label,
                difference,
                isInPercent ? numerals.percent(compared.share()) : "",
                text,
                tone,
                tone.isEmpty() ? "" : words.say("tone." + tone));
    }

    /** Twelve months; of what is counted at a moment, they would only say the moment again. */
    private String year(Figure figure) {
        return figure.year()
                .filter(row -> figure.kpi().overTime() != Kpi.OverTime.LAST)
                .map(
                        row ->
                                row.value()
                                        .map(value -> year(figure, row, value))
                                        .orElseGet(
                                                () ->
                                                        words.say(
                                                                "year.unknown",
                                                                "reason",
                                                                sentences.reason(row))))
                .orElse("");
    }

    /** The year of a ratio of a volume is its mean month, so the volume of all is told, too. */
    private String year(Figure figure, KpiValue row, double value) {
        Kpi kpi = figure.kpi();
        String said = bound(figure, row, value);
        String coverage = sentences.coverage(row);
        return kpi.isRatio() && kpi.per() != Kpi.Per.NONE
                ? words.say(
                        "year.mean",
                        "total",
                        numerals.value(kpi, value * MONTHS_OF_A_YEAR),
                        "value",
                        said,
                        "coverage",
                        coverage)
                : words.say("year.value", "value", said, "coverage", coverage);
    }

    /** The numbers behind a ratio; behind a completed sum, the part that is known. */
    private String absolute(Figure figure, KpiValue row) {
        Kpi kpi = figure.kpi();
        if (Figure.isHidden(row) || row.numerator().isEmpty()) {
            return "";
        }
        BigDecimal numerator = row.numerator().get();
        if (row.denominator().isPresent()) {
            BigDecimal denominator = row.denominator().get();
            return words.say(
                    "absolute",
                    "numerator",
                    named(
                            numerals.amount(numerator, kpi.numeratorUnit(), denominator),
                            words.pick(kpi.numerator())),
                    "denominator",
                    named(
                            numerals.amount(denominator, kpi.denominatorUnit(), numerator),
                            words.pick(kpi.denominator())));
        }
        boolean isCompleted =
                Figure.isPartial(row) && kpi.overTime() == Kpi.OverTime.SUM && kpi.isScaled();
        return isCompleted
                ? words.say("known_part", "value", numerals.amount(numerator, kpi.unit()))
                : "";
    }

    /** A volume by the day: what it is compared by with months that are longer or shorter. */
    private String rate(Figure figure) {
        return figure.per() == Kpi.Per.NONE
                ? ""
                : figure.value()
                        .map(value -> value / figure.lengthOf(figure.month()))
                        .map(rate -> numerals.rate(figure.kpi(), rate, figure.per()))
                        .orElse("");
    }

    private static String named(String amount, String name) {
        return name.isEmpty() ? amount : amount + " (" + name + ")";
    }

    private String seriesBreak(SeriesBreak seriesBreak) {
        return words.say(
                "break." + seriesBreak.cause(),
                "date",
                words.date(seriesBreak.happenedOn()),
                "subject",
                seriesBreak.subjectId());
    }

    private String measure(Measure measure) {
        return words.say(
                "measure",
                "date",
                words.date(measure.startedOn()),
                "title",
                words.pick(measure.title()));
    }

    /** The parts of the first kind that the KPI gives; none where the only part is the whole. */
    private static List<KpiValue> shownParts(Figure figure) {
        List<KpiValue> parts =
                figure.kpi().grain().stream()
                        .map(
                                kind ->
                                        figure.parts().stream()
                                                .filter(part -> part.scope().isOf(kind))
                                                .toList())
                        .filter(rows -> !rows.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        boolean isWhole = parts.size() == 1 && !Figure.isHidden(parts.get(0));
        return isWhole
                ? List.of()
                : parts.stream().sorted(order(figure.kpi(), parts.size())).toList();
    }

    /** The largest first; where not all are shown and more is better, those that lag behind. */
    static Comparator<KpiValue> order(Kpi kpi, int parts) {
        int sign = parts > MAXIMUM_PARTS && kpi.better() == Kpi.Better.HIGHER ? -1 : 1;
        return Comparator.comparing(
                        (KpiValue part) ->
                                part.value().map(value -> sign * value).orElse(-Double.MAX_VALUE))
                .reversed()
                .thenComparing(part -> part.scope().id());
    }

    private String partsTitle(List<KpiValue> parts) {
        return words.say("parts", "kind", words.code("kind", parts.get(0).scope().kind()));
    }

    private ReportPage.Part part(Figure figure, KpiValue row) {
        String name = scopes.name(row.scope());
        if (row.value().isEmpty() || Figure.isHidden(row)) {
            return new ReportPage.Part(name, "", "", sentences.reason(row));
        }
        String coverage =
                row.coverage()
                        .filter(share -> share < Figure.COMPLETE)
                        .map(
                                share ->
                                        words.say(
                                                "part.coverage",
                                                "coverage",
                                                numerals.coverage(share)))
                        .orElse("");
        return new ReportPage.Part(name, bound(figure, row, row.value().get()), coverage, "");
    }

    private String partsNote(List<KpiValue> parts) {
        int left = parts.size() - MAXIMUM_PARTS;
        return left > 0 ? words.count("parts.more", left) : "";
    }
}
