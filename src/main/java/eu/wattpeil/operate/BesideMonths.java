package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.report.AllMonthsFiles;
import eu.wattpeil.report.MonthList;
import eu.wattpeil.report.PublishJobConfiguration.FactsOfMonth;
import eu.wattpeil.report.ReportFolder;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.KpiCsv;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes what stands beside the months of each report: their list, and what is of them all. */
final class BesideMonths {

    private final Setup setup;
    private final Store store;
    private final FactsOfMonth facts;
    private final ReportFolder folder;

    BesideMonths(Setup setup, Store store, ReportFolder folder, FactsOfMonth facts) {
        this.setup = setup;
        this.store = store;
        this.facts = facts;
        this.folder = folder;
    }

    /**
     * Writes it where a report changed or something is not there. The main list comes last: it
     * leads to the others.
     *
     * @param changed the names of reports
     * @return the lists that were written
     */
    List<Path> write(Set<String> changed) throws IOException {
        List<Path> lists = new ArrayList<>();
        List<Report> mainLast =
                setup.workspace().reports().stream()
                        .sorted(Comparator.comparing(it -> it.name().equals(Report.MAIN)))
                        .toList();
        for (Report report : mainLast) {
            boolean isChanged = changed.contains(report.name());
            boolean isNew = writeOfAllMonths(report, isChanged);
            boolean isMain = report.name().equals(Report.MAIN);
            MonthList list =
                    new MonthList(
                            folder.ofReport(report.name()),
                            setup::template,
                            isMain ? further() : List.of());
            boolean isMissing = !list.isThere(setup.workspace().settings().languages());
            if (isChanged || isNew || isMissing || (isMain && !lists.isEmpty())) {
                lists.add(publish(list));
            }
        }
        return lists;
    }

    private List<String> further() {
        return setup.workspace().reports().stream()
                .map(Report::name)
                .filter(it -> !it.equals(Report.MAIN))
                .sorted()
                .toList();
    }

    private Path publish(MonthList list) throws IOException {
        Settings settings = setup.workspace().settings();
        return list.publish(
                settings.organisationName(),
                settings.languages(),
                setup.texts(),
                EditionVerdicts.of(new Editions(store), setup.workspace().goals()));
    }

    /**
     * Writes what a report has of all months.
     *
     * @return whether there was something to write
     */
    private boolean writeOfAllMonths(Report report, boolean isChanged) throws IOException {
        AllMonthsFiles files = new AllMonthsFiles(folder.ofReport(report.name()), setup::template);
        Set<AllMonthsFiles.Kind> wanted = ofAllMonths(report);
        Set<AllMonthsFiles.Kind> due =
                isChanged
                        ? wanted
                        : files.missing(wanted, setup.workspace().settings().languages());
        if (due.isEmpty()) {
            return false;
        }
        files.publish(new ShownMonths(store, setup.catalogue(), facts).all(report), due);
        return true;
    }

    /** Of all months there is what the report has of each. */
    private static Set<AllMonthsFiles.Kind> ofAllMonths(Report report) {
        Set<AllMonthsFiles.Kind> kinds = EnumSet.noneOf(AllMonthsFiles.Kind.class);
        if (report.forms().isEmpty() || report.forms().contains(KpiCsv.NAME)) {
            kinds.add(AllMonthsFiles.Kind.TABLE);
        }
        if (report.forms().isEmpty() || report.forms().contains(HtmlForm.NAME)) {
            kinds.add(AllMonthsFiles.Kind.PAGE);
        }
        return kinds;
    }
}
