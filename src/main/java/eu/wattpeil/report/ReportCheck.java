package eu.wattpeil.report;

import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.words.TextCheck;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks report definitions and texts: what they name exists, and something is shown. */
public final class ReportCheck {

    private ReportCheck() {}

    /** Notes everything in the reports and texts of a workspace that cannot be written. */
    public static void check(
            Workspace workspace, Texts texts, Collection<Kpi> catalogue, Problems problems) {
        TextCheck.check(texts, catalogue, problems);
        TemplateCheck.check(workspace.files(), texts, workspace.settings().languages(), problems);
        Map<String, Kpi> known =
                catalogue.stream().collect(Collectors.toMap(Kpi::kpiId, Function.identity()));
        Set<String> details =
                Catalogue.details(workspace.modelFiles()).stream()
                        .map(Detail::detailId)
                        .collect(Collectors.toCollection(TreeSet::new));
        for (Report report : workspace.reports()) {
            check(report, known, problems);
            checkDetails(report, details, problems);
        }
        DeliveryCheck.check(workspace, texts, problems);
    }

    private static void check(Report report, Map<String, Kpi> known, Problems problems) {
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

    private static void checkDetails(Report report, Set<String> known, Problems problems) {
        Set<String> seen = new HashSet<>();
        checkDetails(report.details(), report.sectionsPlace(), "", known, seen, problems);
        for (Report.Section section : report.sections()) {
            String about = "section \"" + section.sectionId() + "\": ";
            checkDetails(section.details(), section.place(), about, known, seen, problems);
        }
    }

    private static void checkDetails(
            List<String> named,
            Place place,
            String about,
            Set<String> known,
            Set<String> seen,
            Problems problems) {
        for (String detailId : named) {
            if (!seen.add(detailId)) {
                problems.add(
                        place, about + "detail \"" + detailId + "\" stands twice, expected once");
            } else if (!known.contains(detailId)) {
                problems.add(
                        place,
                        about + "detail is \"" + detailId + "\"" + Spelling.hint(detailId, known));
            }
        }
    }

    private static void check(Report.Section section, Map<String, Kpi> known, Problems problems) {
        String about = "section \"" + section.sectionId() + "\": ";
        if (section.kpis().isEmpty()) {
            problems.add(section.place(), about + "kpis is empty, expected at least one");
        }
        for (String kpiId : section.kpis()) {
            if (!known.containsKey(kpiId)) {
                problems.add(
                        section.place(),
                        about + "kpi is \"" + kpiId + "\"" + Spelling.hint(kpiId, known.keySet()));
            }
        }
        checkStack(section, known, problems);
    }

    /** Amounts of one unit, which the section shows: only these make a whole. */
    private static void checkStack(
            Report.Section section, Map<String, Kpi> known, Problems problems) {
        String about = "section \"" + section.sectionId() + "\": ";
        List<Kpi> parts =
                section.stack().stream().map(known::get).filter(Objects::nonNull).toList();
        for (String kpiId : section.stack()) {
            if (!section.kpis().contains(kpiId)) {
                problems.add(
                        section.place(),
                        about
                                + "stack has \""
                                + kpiId
                                + "\""
                                + Spelling.hint(kpiId, section.kpis()));
            }
        }
        boolean isOfAmounts =
                parts.stream().allMatch(it -> it.overTime() == Kpi.OverTime.SUM && !it.isRatio());
        if (!isOfAmounts || parts.stream().map(Kpi::unit).distinct().count() > 1) {
            problems.add(
                    section.place(),
                    about + "stack is " + section.stack() + ", expected amounts of one unit");
        }
    }
}
