package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReportCheckTest {

    @Test
    void acceptsTheReportOfTheSample() {
        assertThat(problems(List.of(Waterdam.DUTCH), Waterdam.report())).isEmpty();
    }

    @Test
    void namesEverythingThatCannotBeWrittenAtOnce() {
        Report report =
                new Report(
                        "monthly",
                        List.of("html", "cvs"),
                        1,
                        List.of(
                                new Report.Block("room", Map.of(), List.of("it_enrgy"), 4),
                                new Report.Block("empty", Map.of(), List.of(), 9)),
                        "jobs/reports/monthly.yaml");

        assertThat(problems(List.of(Waterdam.DUTCH, Locale.GERMAN), report))
                .containsExactly(
                        "config/wattpeil.yaml: organisation.languages has \"de\", expected one of"
                                + " en, nl",
                        "jobs/reports/monthly.yaml:1: forms has \"cvs\", did you mean \"csv\"?",
                        "jobs/reports/monthly.yaml:4: section \"room\": kpi is \"it_enrgy\", did"
                                + " you mean \"it_energy\"?",
                        "jobs/reports/monthly.yaml:9: section \"empty\": kpis is empty, expected at"
                                + " least one");
    }

    private static List<String> problems(List<Locale> languages, Report report) {
        Workspace workspace = Waterdam.workspace("W");
        Settings settings = workspace.settings();
        Settings spoken =
                new Settings(
                        settings.organisationName(),
                        settings.zone(),
                        languages,
                        settings.store(),
                        settings.reports(),
                        settings.minimumGroupSize(),
                        settings.minimumCoverage(),
                        settings.powerMaxGap(),
                        settings.counterMaxGap(),
                        settings.inventoryMaxAge(),
                        settings.plausibleTimes(),
                        settings.factorSeries(),
                        settings.publicHolidays(),
                        settings.materialChange(),
                        settings.pseudonymKey());
        Workspace whole =
                new Workspace(
                        workspace.root(),
                        spoken,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(report),
                        List.of());
        Problems problems = new Problems();
        ReportCheck.check(whole, Waterdam.kpis(), problems);
        return problems.all().stream().map(Problem::toString).toList();
    }
}
