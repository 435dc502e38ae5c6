package eu.wattpeil.report;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.words.TextCheck;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks report definitions and texts: what they name exists, and something is shown. */
public final class ReportCheck {

    private ReportCheck() {}

    /** Notes everything in the reports and texts of a workspace that cannot be written. */
    public static void check(
            Workspace workspace, Texts texts, Collection<Kpi> catalogue, Problems problems) {
        TextCheck.check(texts, catalogue, problems);
        TemplateCheck.check(workspace.files(), texts, workspace.settings().languages(), problems);
        Set<String> known = catalogue.stream().map(Kpi::kpiId).collect(Collectors.toSet());
        workspace.reports().forEach(report -> check(report, known, problems));
        DeliveryCheck.check(workspace, texts, problems);
    }

    private static void check(Report report, Set<String> known, Problems problems) {
        for (String form : report.forms()) {
            if (!Forms.names().contains(form)) {
                problems.add(
                        report.formsPlace(),
                        "forms has \"" + form + "\"" + Spelling.hint(form, Forms.names()));
            }
        }
        if (report.sections().isEmpty()) {
            problems.add(report.sectionsPlace(), "sections is empty, expected at least one");
        }
        for (Report.Section section : report.sections()) {
            check(section, known, problems);
        }
    }

    private static void check(Report.Section section, Set<String> known, Problems problems) {
        String about = "section \"" + section.sectionId() + "\": ";
        if (section.kpis().isEmpty()) {
            problems.add(section.place(), about + "kpis is empty, expected at least one");
        }
        for (String kpiId : section.kpis()) {
            if (!known.contains(kpiId)) {
                problems.add(
                        section.place(),
                        about + "kpi is \"" + kpiId + "\"" + Spelling.hint(kpiId, known));
            }
        }
    }
}
