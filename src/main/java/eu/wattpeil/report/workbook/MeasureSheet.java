package eu.wattpeil.report.workbook;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.Impact;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.ImpactReasons;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All measures that have begun, with what they came to and what a year of it is worth. */
final class MeasureSheet {

    /** Digits of an effect of a day and of its mean. */
    private static final String EFFECT = Formats.amount(3);

    private final MonthlyReport report;
    private final Speech speech;
    private final Words words;
    private final ImpactReasons reasons;

    private MeasureSheet(MonthlyReport report, Speech speech) {
        this.report = report;
        this.speech = speech;
        this.words = speech.words();
        this.reasons = new ImpactReasons(words);
    }

    static Sheet of(MonthlyReport report, Speech speech) {
        MeasureSheet sheet = new MeasureSheet(report, speech);
        return new Sheet(
                "measures",
                sheet.header(),
                Sheet.Kind.TABLE,
                report.measures().stream().map(sheet::row).toList());
    }

    private List<String> header() {
        List<String> header =
                new ArrayList<>(
                        List.of(
                                speech.say("measure"),
                                words.say("label.figure"),
                                words.say("label.scope"),
                                words.say("done.start"),
                                speech.say("measure.until"),
                                words.say("done.scaled"),
                                words.say("done.expected"),
                                speech.say("measure.result"),
                                speech.say("measure.effect"),
                                speech.say("measure.low"),
                                speech.say("measure.high"),
                                speech.say("measure.before"),
                                speech.say("unit"),
                                words.say("done.first_result"),
                                speech.say("measure.days")));
        for (String unit : List.of("kWh", "sheets", "impressions", "EUR", "kgCO2e")) {
            for (String end : List.of("year", "year.low", "year.high")) {
                header.add(words.say("book.measure." + end, "unit", words.code("unit", unit)));
            }
        }
        header.add(words.say("label.reason"));
        return header;
    }

    private List<Cell> row(Measure measure) {
        Kpi kpi = report.kpi(measure.kpiId());
        Optional<Effect> effect = report.effect(measure);
        Optional<Effect.Change> change = effect.flatMap(Effect::change);
        Optional<Impact> impact = effect.flatMap(Effect::impact);
        List<Cell> row =
                new ArrayList<>(
                        List.of(
                                Cell.text(words.pick(measure.title())),
                                speech.title(kpi),
                                speech.scope(measure.scope()),
                                Cell.day(Optional.of(measure.startedOn())),
                                past(measure.endedOn()),
                                past(measure.scaledOn()),
                                measure.expected()
                                        .<Cell>map(it -> new Cell.Amount(it, Formats.CHANGE))
                                        .orElse(Cell.BLANK),
                                Cell.text(
                                        words.say(
                                                "book.verdict."
                                                        + effect.map(Effect::verdict)
                                                                .orElse("cannot_be_told_yet"))),
                                Speech.derived(change.map(Effect.Change::amount), format(kpi)),
                                Speech.derived(change.map(Effect.Change::low), format(kpi)),
                                Speech.derived(change.map(Effect.Change::high), format(kpi)),
                                Speech.derived(change.map(Effect.Change::before), format(kpi)),
                                speech.unit(kpi, Optional.empty()),
                                Cell.day(effect.flatMap(Effect::firstResultOn)),
                                impact.flatMap(Impact::days).map(Cell::whole).orElse(Cell.BLANK)));
        for (Optional<Impact.Amount> amount :
                List.of(
                        impact.map(Impact::kwh),
                        impact.map(Impact::sheets),
                        impact.map(Impact::impressions),
                        impact.map(Impact::eur),
                        impact.map(Impact::kgco2e))) {
            Optional<Impact.Change> yearly = amount.flatMap(Impact.Amount::change);
            row.add(Speech.amount(yearly.map(Impact.Change::amount)));
            row.add(Speech.amount(yearly.map(Impact.Change::low)));
            row.add(Speech.amount(yearly.map(Impact.Change::high)));
        }
        row.add(Cell.text(effect.map(this::reason).orElse("")));
        return row;
    }

    private static String format(Kpi kpi) {
        return kpi.isShare() ? Formats.of(kpi) : EFFECT;
    }

    private Cell past(Optional<LocalDate> day) {
        return Cell.day(day.filter(it -> !it.isAfter(report.month().atEndOfMonth())));
    }

    /** Why a year of an effect that is shown is not told, or a part of it. */
    private String reason(Effect effect) {
        if (!effect.isShown()) {
            return "";
        }
        return effect.impact()
                .map(
                        it ->
                                Stream.of(it.missing(), it.eur().missing(), it.kgco2e().missing())
                                        .flatMap(Optional::stream)
                                        .map(reasons::of)
                                        .collect(Collectors.joining("; ")))
                .orElseGet(() -> reasons.of(ImpactReasons.NOT_SAID));
    }
}
