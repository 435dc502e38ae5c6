package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Threshold;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a workspace says of its numbers, as its files are read.
 *
 * @param kpis the catalogue
 * @param thresholds of the rules of findings
 * @param figuresOfDetails the KPI that stands beside a detail, by the detail's id
 * @param texts of all languages
 * @param report the definition of the report
 */
public record Town(
        List<Kpi> kpis,
        Organisation organisation,
        List<Threshold> thresholds,
        Map<String, String> figuresOfDetails,
        Texts texts,
        Report report) {

    Kpi kpi(String kpiId) {
        return kpis.stream().filter(it -> it.kpiId().equals(kpiId)).findFirst().orElseThrow();
    }

    /** The KPIs that the report shows, in their order. */
    Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>();
        report.sections().forEach(section -> shown.addAll(section.kpis()));
        return shown;
    }

    /** The first KPI of each section, by the section's id. */
    Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new TreeMap<>();
        report.sections().forEach(section -> sections.put(section.sectionId(), section.kpis()));
        return sections;
    }

    /** The KPIs of each section, in its order. */
    List<List<String>> kpisOfSections() {
        return report.sections().stream().map(Report.Section::kpis).toList();
    }

    /** The parts of one whole that a section shows. */
    List<String> stack(String sectionId) {
        return report.sections().stream()
                .filter(section -> section.sectionId().equals(sectionId))
                .findFirst()
                .map(Report.Section::stack)
                .orElse(List.of());
    }

    /** The KPI that stands beside a detail. */
    Optional<String> figureOf(String detailId) {
        return Optional.ofNullable(figuresOfDetails.get(detailId));
    }

    /** How long a month is in what a KPI's volumes go by. */
    int length(Kpi kpi, YearMonth month) {
        return switch (kpi.per()) {
            case DAY -> month.lengthOfMonth();
            case WORKING_DAY -> Math.max(1, organisation.workingDays().in(month));
            case NONE -> 1;
        };
    }
}
