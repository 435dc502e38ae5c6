package eu.wattpeil.operate;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.report.AllMonthsFiles;
import eu.wattpeil.report.MonthList;
import eu.wattpeil.report.PublishJobConfiguration;
import eu.wattpeil.report.PublishJobConfiguration.FactsOfMonth;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.report.ReportFolder;
import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.KpiCsv;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import tools.jackson.databind.json.JsonMapper;

/** Publishes the reports of all editions that were not published from the same inputs before. */
final class PublishStage {

    /** A remark in a file moves what stands below it, and changes no report. */
    private static final JsonMapper WITHOUT_PLACES =
            JsonMapper.builder().addMixIn(Place.class, NoMatter.class).build();

    @JsonIgnoreType
    private interface NoMatter {}

    private final BatchJobs jobs;
    private final Setup setup;
    private final Store store;
    private final PublishedReports notes;
    private final RunEvents events;
    private final Stop stop;

    PublishStage(BatchJobs jobs, Setup setup, Store store, RunEvents events, Stop stop) {
        this.jobs = jobs;
        this.setup = setup;
        this.store = store;
        this.notes = new PublishedReports(store);
        this.events = events;
        this.stop = stop;
    }

    void publish(RunScope scope) throws JobExecutionException, IOException {
        Publisher publisher = jobs.bean(Publisher.class);
        List<Edition> editions =
                new Editions(store)
                        .current().stream()
                                .filter(it -> scope.month().map(it.month()::equals).orElse(true))
                                .toList();
        int done = 0;
        int published = 0;
        List<String> history = new ArrayList<>();
        for (Edition edition : new Editions(store).current()) {
            history.add(historyOf(edition));
            if (stop.isAsked()) {
                break;
            }
            if (!editions.contains(edition)) {
                continue;
            }
            events.tell(
                    new RunEvent.Progressed(
                            "publish " + edition.month(), (double) done++ / editions.size()));
            for (Report report : setup.workspace().reports()) {
                published += publish(edition, report, publisher, history) ? 1 : 0;
            }
        }
        if (stop.isAsked()) {
            return;
        }
        Settings settings = setup.workspace().settings();
        ReportFolder folder =
                new ReportFolder(settings.reports(), settings.permissions().reports());
        boolean isChanged = published > 0;
        boolean isBesideNew = !editions.isEmpty() && publishAllMonths(folder, isChanged);
        MonthList list = new MonthList(folder, setup::template);
        boolean isMissing = !editions.isEmpty() && !list.isThere(settings.languages());
        if (isChanged || isBesideNew || isMissing) {
            Path index =
                    list.publish(
                            settings.organisationName(),
                            settings.languages(),
                            setup.texts(),
                            EditionVerdicts.of(new Editions(store), setup.workspace().goals()));
            events.tell(new RunEvent.Indexed(index));
        }
    }

    /** What stands beside the list of months: what any report has of a month. */
    private Set<AllMonthsFiles.Kind> ofAllMonths() {
        Set<AllMonthsFiles.Kind> kinds = EnumSet.noneOf(AllMonthsFiles.Kind.class);
        for (Report report : setup.workspace().reports()) {
            if (report.forms().isEmpty() || report.forms().contains(KpiCsv.NAME)) {
                kinds.add(AllMonthsFiles.Kind.TABLE);
            }
            if (report.forms().isEmpty() || report.forms().contains(HtmlForm.NAME)) {
                kinds.add(AllMonthsFiles.Kind.PAGE);
            }
        }
        return kinds;
    }

    /**
     * Writes what stands beside the list of months, where a report changed or it is not there.
     *
     * @return whether there was something to write
     */
    private boolean publishAllMonths(ReportFolder folder, boolean isChanged) throws IOException {
        AllMonthsFiles files = new AllMonthsFiles(folder, setup::template);
        Set<AllMonthsFiles.Kind> due =
                isChanged
                        ? ofAllMonths()
                        : files.missing(ofAllMonths(), setup.workspace().settings().languages());
        if (due.isEmpty()) {
            return false;
        }
        ShownMonths shown =
                new ShownMonths(store, setup.catalogue(), jobs.bean(FactsOfMonth.class));
        files.publish(shown.all(setup.workspace().reports().get(0)), due);
        return true;
    }

    private boolean publish(
            Edition edition, Report report, Publisher publisher, List<String> history)
            throws JobExecutionException {
        String inputs = inputs(setup, edition, report, history);
        JobParameters parameters =
                PublishJobConfiguration.parameters(
                        edition.month(), edition.number(), report, inputs);
        boolean isThere =
                publisher.isPublished(
                        edition.month(),
                        edition.number(),
                        report,
                        setup.workspace().settings().languages());
        boolean isNoted = notes.isNoted(edition, report.name(), inputs);
        if (isThere && isNoted && jobs.isComplete(PublishJobConfiguration.JOB, parameters)) {
            return false;
        }
        boolean hasFailed =
                events.failedBecause(
                        jobs.run(PublishJobConfiguration.JOB, parameters),
                        () -> MissingRoom.ofAMonth(store.root()));
        if (!hasFailed) {
            notes.note(
                    edition,
                    report.name(),
                    inputs,
                    publisher.folderOf(edition.month(), edition.number()));
            events.tell(
                    new RunEvent.Published(
                            edition.month(),
                            edition.number(),
                            report.name(),
                            publisher.folderOf(edition.month(), edition.number())));
        }
        return !hasFailed;
    }

    /** What a report shows of an edition, its own or of a month before. */
    static String historyOf(Edition edition) {
        return edition.month() + "/" + edition.number() + "/" + edition.contents();
    }

    /** A report shows earlier months beside its own, and judges goals that may change. */
    static String inputs(Setup setup, Edition edition, Report report, List<String> history) {
        Workspace workspace = setup.workspace();
        return Fingerprint.of(
                List.of(
                        edition.fingerprint(),
                        Fingerprint.of(history),
                        WITHOUT_PLACES.writeValueAsString(report),
                        WITHOUT_PLACES.writeValueAsString(workspace.goals()),
                        WITHOUT_PLACES.writeValueAsString(workspace.measures()),
                        WITHOUT_PLACES.writeValueAsString(workspace.findingStates()),
                        setup.texts().toString(),
                        workspace.workingDays().toString(),
                        workspace.settings().organisationName(),
                        workspace.settings().languages().toString(),
                        workspace.settings().csv().toString(),
                        workspace.names().toString(),
                        Forms.templates().stream().map(setup::template).toList().toString()));
    }
}
