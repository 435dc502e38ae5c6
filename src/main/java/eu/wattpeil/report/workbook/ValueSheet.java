package eu.wattpeil.report.workbook;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All values, a row for each month, KPI, scope and period: for pivot tables. */
final class ValueSheet {

    private final Speech speech;
    private final Words words;
    private final Map<String, String> sections = new HashMap<>();
    private final Map<String, OfKpi> kpis = new HashMap<>();
    private final Map<Lack, Cell> reasons = new HashMap<>();

    private ValueSheet(MonthlyReport report, Speech speech) {
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
                Sheet.Kind.DATA,
                values.entries().stream().map(sheet::row).toList());
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

    private List<Cell> row(AllValues.Entry entry) {
        KpiValue row = entry.row();
        OfKpi said = kpis.computeIfAbsent(row.kpiId(), it -> ofKpi(entry.kpi()));
        return List.of(
                entry.month(),
                said.id(),
                said.title(),
                said.section(),
                speech.period(row.period()),
                speech.kind(row.scope()),
                entry.scopeId(),
                speech.scope(row.scope()),
                entry.counted(),
                said.countedUnit(),
                entry.divided(),
                said.dividedUnit(),
                entry.amount(),
                entry.kpi().isShare() || !entry.kpi().isLabelClass()
                        ? said.unit()
                        : speech.unit(entry.kpi(), entry.value()),
                entry.coverage(),
                entry.measured(),
                entry.amount() == Cell.BLANK ? reason(row) : Cell.BLANK,
                entry.factors(),
                entry.provisional(),
                entry.edition());
    }

    /** The same for all values of a KPI that are lacking alike. */
    private Cell reason(KpiValue row) {
        return reasons.computeIfAbsent(
                new Lack(row.kpiId(), row.reason(), row.coverage()),
                it -> speech.text(speech.reasons().of(row)));
    }

    private record Lack(String kpiId, Optional<Reason> reason, Optional<Double> coverage) {}

    private OfKpi ofKpi(Kpi kpi) {
        return new OfKpi(
                Cell.text(kpi.kpiId()),
                speech.title(kpi),
                speech.text(sections.getOrDefault(kpi.kpiId(), "")),
                speech.unit(kpi.isRatio() ? kpi.numeratorUnit() : kpi.unit()),
                kpi.isRatio() ? speech.unit(kpi.denominatorUnit()) : Cell.BLANK,
                speech.unit(kpi.unit()));
    }

    /** What all values of a KPI say alike. */
    private record OfKpi(
            Cell id, Cell title, Cell section, Cell countedUnit, Cell dividedUnit, Cell unit) {}
}
