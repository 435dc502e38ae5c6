package eu.wattpeil.operate;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.report.PublishJob;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.report.ReportFolder;
import eu.wattpeil.report.form.Forms;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.batch.core.job.JobExecutionException;
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
    private final ReportFolder folder;
    private final RunEvents events;
    private final Stop stop;

    private final Predicate<YearMonth> isClosed;

    /**
     * @param folder that reports are written to
     * @param isClosed of a month of which records are no longer kept: what it published stays as it
     *     is
     */
    PublishStage(
            BatchJobs jobs,
            Setup setup,
            Store store,
            ReportFolder folder,
            RunEvents events,
            Stop stop,
            Predicate<YearMonth> isClosed) {
        this.folder = folder;
        this.isClosed = isClosed;
        this.jobs = jobs;
        this.setup = setup;
        this.store = store;
        this.events = events;
        this.stop = stop;
    }

    /** The newest month comes first: it is the one that is waited for. */
    void publish(RunScope scope) throws JobExecutionException, IOException {
        List<Edition> all = new Editions(store).current();
        List<String> history = all.stream().map(PublishStage::historyOf).toList();
        long most = all.stream().filter(it -> isWanted(it, scope)).count();
        int done = 0;
        for (int at = all.size() - 1; at >= 0 && goesOn(); at--) {
            Edition edition = all.get(at);
            if (isWanted(edition, scope)) {
                events.tell(
                        new RunEvent.Progressed(
                                "publish " + edition.month(), (double) done++ / most));
                publish(edition, history.subList(0, at + 1));
            }
        }
        if (most > 0 && goesOn()) {
            new BesideMonths(setup, store, folder, jobs.work().facts())
                    .write(history)
                    .forEach(list -> events.tell(new RunEvent.Indexed(list)));
        }
    }

    private boolean goesOn() {
        return !stop.isAsked() && !events.isMemoryShort();
    }

    private static boolean isWanted(Edition edition, RunScope scope) {
        return scope.month().map(edition.month()::equals).orElse(true);
    }

    private void publish(Edition edition, List<String> history) throws JobExecutionException {
        for (Report report : setup.workspace().reports()) {
            publish(edition, report, jobs.work().publisher(), history);
        }
    }

    private void publish(Edition edition, Report report, Publisher publisher, List<String> history)
            throws JobExecutionException {
        String inputs = inputs(setup, edition, report, history);
        boolean isThere =
                publisher.isPublished(
                        edition.month(),
                        edition.number(),
                        report,
                        setup.workspace().settings().languages());
        PublishedReports notes = PublishedReports.of(store, edition.month(), edition.number());
        boolean isAsItStays =
                notes.isNoted(report.name(), inputs) || isClosed.test(edition.month());
        if (isThere && isAsItStays) {
            return;
        }
        boolean hasFailed =
                events.failedBecause(
                        jobs.run(
                                PublishJob.JOB,
                                PublishJob.parameters(
                                        edition.month(), edition.number(), report, inputs)),
                        () -> MissingRoom.ofAMonth(store.root()));
        if (!hasFailed) {
            notes.note(
                    report.name(),
                    inputs,
                    publisher.folderOf(report.name(), edition.month(), edition.number()));
            events.tell(
                    new RunEvent.Published(
                            edition.month(),
                            edition.number(),
                            report.name(),
                            publisher.folderOf(report.name(), edition.month(), edition.number())));
        }
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
