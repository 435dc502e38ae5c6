package eu.wattpeil.report.workbook;

import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.FactorWords;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Factor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The factors that went into the month's figures, with their sources. */
final class FactorSheet {

    private static final String SHARE = "share";

    private FactorSheet() {}

    static Sheet of(MonthlyReport report, Speech speech) {
        return new Sheet(
                "factors",
                header(speech),
                Sheet.Kind.TABLE,
                report.factors().stream()
                        .map(factor -> row(factor, report.isProvisional(factor), speech))
                        .toList());
    }

    private static List<String> header(Speech speech) {
        Words words = speech.words();
        return List.of(
                words.say("label.factor"),
                words.say("label.value"),
                speech.say("unit"),
                speech.say("factor.scope"),
                speech.say("factor.basis"),
                speech.say("factor.region"),
                words.say("label.year"),
                speech.say("provisional"),
                speech.say("factor.vintage"),
                speech.say("factor.valid_from"),
                speech.say("factor.valid_to"),
                speech.say("factor.published"),
                words.say("label.source"),
                speech.say("factor.grade"),
                words.say("label.licence"));
    }

    private static List<Cell> row(Factor factor, boolean isProvisional, Speech speech) {
        FactorWords said = speech.factorWords();
        boolean isShare = factor.unit().equals(SHARE);
        return List.of(
                Cell.text(factor.factorId()),
                value(factor.value(), isShare),
                isShare ? Cell.BLANK : speech.unit(factor.unit()),
                Cell.text(said.scope(factor)),
                Cell.text(said.basis(factor)),
                Cell.text(said.region(factor)),
                factor.year().map(Cell::plain).orElse(Cell.BLANK),
                new Cell.Flag(isProvisional),
                Cell.text(said.vintage(factor)),
                Cell.day(Optional.of(factor.validFrom())),
                Cell.day(factor.validTo()),
                Cell.day(factor.publishedOn()),
                Cell.text(said.source(factor)),
                Cell.text(factor.grade()),
                Cell.text(said.licence(factor)));
    }

    /** With all its digits, as the source gives it; a share in percent. */
    private static Cell value(Optional<BigDecimal> value, boolean isShare) {
        return value.<Cell>map(it -> new Cell.Amount(it, format(it, isShare))).orElse(Cell.BLANK);
    }

    private static String format(BigDecimal value, boolean isShare) {
        return isShare
                ? Formats.amount(decimals(value.movePointRight(2))) + "%"
                : Formats.amount(decimals(value));
    }

    private static int decimals(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }
}
