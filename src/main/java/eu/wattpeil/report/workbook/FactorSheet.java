package eu.wattpeil.report.workbook;

import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Factor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The factors that went into the month's figures, with their sources. */
final class FactorSheet {

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
        return List.of(
                Cell.text(factor.factorId()),
                value(factor.value()),
                speech.unit(factor.unit()),
                Cell.text(factor.scope()),
                Cell.text(factor.basis()),
                Cell.text(factor.region()),
                factor.year().map(Cell::plain).orElse(Cell.BLANK),
                new Cell.Flag(isProvisional),
                Cell.text(factor.vintage()),
                Cell.day(Optional.of(factor.validFrom())),
                Cell.day(factor.validTo()),
                Cell.day(factor.publishedOn()),
                Cell.text(factor.source()),
                Cell.text(factor.grade()),
                Cell.text(factor.licence()));
    }

    /** With all its digits, as the source gives it. */
    private static Cell value(Optional<BigDecimal> value) {
        return value.<Cell>map(
                        it ->
                                new Cell.Amount(
                                        it,
                                        Formats.amount(
                                                Math.max(0, it.stripTrailingZeros().scale()))))
                .orElse(Cell.BLANK);
    }
}
