package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.report.AllMonthsFiles;
import eu.wattpeil.report.MonthList;
import eu.wattpeil.report.PublishJob.FactsOfMonth;
import eu.wattpeil.report.ReportFolder;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.KpiCsv;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Writes what stands beside the months of each report: their list, and what is of them all. */
final class BesideMonths {

    private final Setup setup;
    private final Store store;
    private final FactsOfMonth facts;
    private final ReportFolder folder;
    private final PublishedReports notes;

    BesideMonths(Setup setup, Store store, ReportFolder folder, FactsOfMonth facts) {
        this.setup = setup;
        this.store = store;
        this.facts = facts;
        this.folder = folder;
        this.notes = PublishedReports.besideMonths(store);
    }

    /**
     * Writes it where it would show something else than it does, or is not there. The main list
     * comes last: it leads to the others.
     *
     * @param history of the editions that are shown, of which there is one
     * @return the lists that were written
     */
    List<Path> write(List<String> history) throws IOException {
        List<Path> lists = new ArrayList<>();
        List<Report> mainLast =
                setup.workspace().reports().stream()
                        .sorted(Comparator.comparing(it -> it.name().equals(Report.MAIN)))
                        .toList();
        for (Report report : mainLast) {
            boolean isMain = report.name().equals(Report.MAIN);
            MonthList list =
                    new MonthList(
                            folder.ofReport(report.name()),
                            setup::template,
                            isMain ? further() : List.of());
            if (write(report, list, inputs(report, list, history), isMain && !lists.isEmpty())) {
                lists.add(list.files(languages()).get(0));
            }
        }
        return lists;
    }

    /**
     * Writes what is due of one report.
     *
     * @param isListDue whether the list is, in any case
     * @return whether something was
     */
    private boolean write(Report report, MonthList list, String inputs, boolean isListDue)
            throws IOException {
        AllMonthsFiles files = new AllMonthsFiles(folder.ofReport(report.name()), setup::template);
        Set<AllMonthsFiles.Kind> wanted = ofAllMonths(report);
        boolean isAsItWas = notes.isNoted(report.name(), inputs);
        Set<AllMonthsFiles.Kind> due = isAsItWas ? files.missing(wanted, languages()) : wanted;
        boolean isWhole = list.files(languages()).stream().allMatch(Files::exists);
        if (isAsItWas && isWhole && due.isEmpty() && !isListDue) {
            return false;
        }
        if (!due.isEmpty()) {
            files.publish(new ShownMonths(store, setup.catalogue(), facts).all(report), due);
        }
        list.publish(
                setup.workspace().settings().organisationName(),
                languages(),
                setup.texts(),
                EditionVerdicts.of(new Editions(store), setup.workspace().goals()));
        List<Path> written = new ArrayList<>(list.files(languages()));
        wanted.forEach(kind -> written.addAll(files.files(kind, languages())));
        notes.note(report.name(), inputs, written);
        return true;
    }

    /** Fingerprint of all that is shown, and of where it leads to. */
    private String inputs(Report report, MonthList list, List<String> history) throws IOException {
        List<Edition> editions = new Editions(store).current();
        Edition last = editions.get(editions.size() - 1);
        List<String> templates =
                Stream.of(MonthList.TEMPLATES, AllMonthsFiles.TEMPLATES)
                        .flatMap(List::stream)
                        .map(setup::template)
                        .toList();
        return Fingerprint.of(
                List.of(
                        PublishStage.inputs(setup, last, report, history),
                        Fingerprint.of(list.addresses(languages())),
                        further().toString(),
                        Fingerprint.of(templates)));
    }

    private List<Locale> languages() {
        return setup.workspace().settings().languages();
    }

    private List<String> further() {
        return setup.workspace().reports().stream()
                .map(Report::name)
                .filter(it -> !it.equals(Report.MAIN))
                .sorted()
                .toList();
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
