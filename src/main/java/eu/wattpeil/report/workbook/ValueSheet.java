package eu.wattpeil.report.workbook;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All values, a row for each month, KPI, scope and period: for pivot tables. */
final class ValueSheet {

    private final MonthlyReport report;
    private final Speech speech;
    private final Words words;
    private final Map<String, String> sections = new HashMap<>();

    private ValueSheet(MonthlyReport report, Speech speech) {
        this.report = report;
        this.speech = speech;
        this.words = speech.words();
        for (Report.Section section : report.definition().sections()) {
            section.kpis().forEach(id -> sections.putIfAbsent(id, words.pick(section.title())));
        }
    }

    static Sheet of(AllValues values, MonthlyReport report, Speech speech) {
        ValueSheet sheet = new ValueSheet(report, speech);
        return new Sheet(
                "values",
                sheet.header(),
                true,
                () -> values.rows().stream().map(sheet::row).iterator());
    }

    private List<String> header() {
        return List.of(
                words.say("label.month"),
                speech.say("kpi"),
                words.say("label.figure"),
                speech.say("section"),
                speech.say("period"),
                speech.say("kind"),
                speech.say("scope_id"),
                words.say("label.scope"),
                speech.say("counted"),
                speech.say("counted.unit"),
                speech.say("divided"),
                speech.say("divided.unit"),
                words.say("label.value"),
                speech.say("unit"),
                words.say("label.coverage"),
                speech.say("measured"),
                words.say("label.reason"),
                words.say("label.factors"),
                speech.say("provisional"),
                speech.say("edition"));
    }

    private List<Cell> row(KpiValue row) {
        Kpi kpi = report.kpi(row.kpiId());
        boolean isShown = !Figure.isHidden(row);
        Optional<Double> value = row.value().filter(known -> isShown);
        return List.of(
                Cell.month(row.month()),
                speech.text(row.kpiId()),
                speech.title(kpi),
                speech.text(sections.getOrDefault(row.kpiId(), "")),
                speech.period(row.period()),
                speech.kind(row.scope()),
                speech.text(row.scope().id()),
                speech.scope(row.scope()),
                Speech.numerator(kpi, row.numerator().filter(known -> isShown)),
                speech.unit(kpi.isRatio() ? kpi.numeratorUnit() : kpi.unit()),
                Speech.amount(row.denominator().filter(known -> isShown)),
                kpi.isRatio() ? speech.unit(kpi.denominatorUnit()) : Cell.BLANK,
                Speech.value(kpi, value),
                kpi.isShare() ? speech.unit(kpi.unit()) : speech.unit(kpi, value),
                Speech.share(row.coverage().filter(known -> isShown)),
                Speech.share(row.measuredShare().filter(known -> isShown)),
                speech.text(speech.reasons().of(row)),
                speech.text(String.join(", ", row.factorIds())),
                new Cell.Flag(row.isProvisional()),
                Cell.plain(row.edition()));
    }
}
