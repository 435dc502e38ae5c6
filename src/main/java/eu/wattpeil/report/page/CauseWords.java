package eu.wattpeil.report.page;

import eu.wattpeil.kpi.change.Cause;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what a change was made of: activity, factors, weather, what is known. */
final class CauseWords {

    /** A part below this share of all that moved is not told. */
    private static final double SMALLEST = 0.05;

    private final MonthlyReport report;
    private final Words words;
    private final Numerals numerals;

    CauseWords(MonthlyReport report, Words words, Numerals numerals) {
        this.report = report;
        this.words = words;
        this.numerals = numerals;
    }

    /** The parts of a change with their amounts; empty where they are not told. */
    String parts(Figure figure, YearMonth against) {
        List<ChangePart> all = report.changes(figure.series(), against);
        double moved = all.stream().mapToDouble(CauseWords::size).sum();
        return words.list(
                all.stream()
                        .filter(part -> size(part) >= moved * SMALLEST)
                        .map(part -> part(figure.kpi(), part))
                        .toList());
    }

    private String part(Kpi kpi, ChangePart part) {
        double amount = part.amount().orElseThrow().doubleValue();
        return words.say(
                "cause.part",
                "amount",
                numerals.difference(kpi, amount, 0, Kpi.Per.NONE),
                "cause",
                name(kpi, part.cause()));
    }

    /** What is counted and what it is divided by have names of their own. */
    private String name(Kpi kpi, String cause) {
        Map<Locale, String> own =
                cause.equals(Cause.NUMERATOR.code())
                        ? kpi.numerator()
                        : cause.equals(Cause.DENOMINATOR.code()) ? kpi.denominator() : Map.of();
        return own.isEmpty() ? words.code("cause", cause) : words.pick(own);
    }

    private static double size(ChangePart part) {
        return Math.abs(part.amount().orElseThrow().doubleValue());
    }
}
