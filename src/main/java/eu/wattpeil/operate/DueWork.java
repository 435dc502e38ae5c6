package eu.wattpeil.operate;

import eu.wattpeil.collect.Finder;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.query.KeptReader;
import eu.wattpeil.report.ReportFolder;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.SoftwareVersion;
import eu.wattpeil.workspace.UsedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;

/**
 * What is due in a workspace that this process holds, with its store: collects, computes, publishes
 * and delivers it, then removes what is no longer kept, and packs small files.
 */
final class DueWork {

    private final Setup setup;
    private final Store store;
    private final RunScope scope;
    private final Stop stop;
    private final Clock clock;
    private final Executor collecting;
    private final Optional<SharedJobs> shared;
    private final UsedFiles used;
    private final ReportFolder reports;
    private final RunMeters meters = new RunMeters();
    private final RunLog log;
    private final RunEvents events;
    private @Nullable List<LedgerRow> documents;
    private @Nullable Computation computation;

    /**
     * @param collecting runs the definitions
     * @param shared the repository of hosts that share the work; empty where this one is alone
     */
    DueWork(
            Setup setup,
            Store store,
            RunScope scope,
            List<RunListener> listeners,
            Stop stop,
            Clock clock,
            Executor collecting,
            Optional<SharedJobs> shared) {
        this.setup = setup;
        this.store = store;
        this.scope = scope;
        this.stop = stop;
        this.clock = clock;
        this.collecting = collecting;
        this.shared = shared;
        this.used = UsedFiles.of(setup.workspace().files());
        this.reports = reports(setup.workspace().settings(), shared);
        this.log = new RunLog(clock, meters);
        List<RunListener> all = new ArrayList<>();
        all.add(meters);
        all.addAll(listeners);
        all.add(log);
        this.events = new RunEvents(all, store, new MissingRoom(folders(setup)), stop);
    }

    private static ReportFolder reports(Settings settings, Optional<SharedJobs> shared) {
        return new ReportFolder(
                settings.reports(),
                settings.permissions().reports(),
                shared.map(it -> SharedFolders.draftsOfReports(settings, it.claim())));
    }

    /**
     * Does it, one stage after the other, and tells how it ended.
     *
     * @return how; what failed was told, and the next run goes on from there
     */
    Outcome execute() throws IOException, JobExecutionException {
        attempt(this::doWhatIsDue);
        if (log.outcome() != Outcome.NOTHING_TO_DO) {
            attempt(() -> log.write(store, outcome()));
        }
        if (!stop.isAsked() && !events.isMemoryShort()) {
            attempt(() -> new AnalystViews(setup, store).write());
        }
        Outcome outcome = outcome();
        events.tell(new RunEvent.Ended(outcome, meters.totals()));
        return outcome;
    }

    /** A process that ends refuses this and that; the next run goes on all the same. */
    private void attempt(Step step) throws IOException, JobExecutionException {
        try {
            step.take();
        } catch (IOException | JobExecutionException | RuntimeException failure) {
            if (!stop.isAsked() && !events.failedForDisk(failure, this::needOfAMonth)) {
                throw failure;
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException, JobExecutionException;
    }

    private Outcome outcome() {
        return stop.isAsked() ? Outcome.STOPPED : log.outcome();
    }

    private MissingRoom.Need needOfAMonth() {
        return MissingRoom.ofAMonth(store.root());
    }

    private static List<Path> folders(Setup setup) {
        Settings settings = setup.workspace().settings();
        return List.of(
                settings.store(),
                settings.reports(),
                setup.stateFolder(),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    private void doWhatIsDue() throws IOException, JobExecutionException {
        if (shared.isEmpty()) {
            store.prepare();
        }
        RightClock.require(setup, store, clock);
        WaitingDocuments waiting = new WaitingDocuments(setup.workspace().settings(), clock);
        long batchBefore = store.lastBatch();
        Optional<SharedCollecting> sharing =
                shared.filter(it -> hasToCollect())
                        .map(it -> SharedCollecting.begin(it, store, clock));
        try (BatchJobs jobs = jobs();
                KeptReader kept = KeptReader.of(store)) {
            collect(jobs, waiting, sharing);
            if (events.isMemoryShort()) {
                return;
            }
            followWhatCame();
            store.remote().commit();
            if (scope.includes(RunScope.COMPUTE)) {
                compute(jobs, waiting, batchBefore);
            }
            store.remote().commit();
            if (events.isMemoryShort()) {
                return;
            }
            if (scope.includes(RunScope.PUBLISH)) {
                publish(jobs);
            }
            store.remote().commit();
            if (events.isMemoryShort()) {
                return;
            }
            if (scope.includes(RunScope.DELIVER) && !stop.isAsked()) {
                deliver(jobs);
            }
            if (scope.isOfAllMonths() && !stop.isAsked()) {
                removeUnkept(jobs);
                pack(batchBefore);
            }
        } finally {
            // Also where the jobs did not come to collecting, which ends it itself.
            sharing.ifPresent(SharedCollecting::close);
        }
    }

    private boolean hasToCollect() {
        return setup.intakes().all().stream().anyMatch(intake -> scope.includes(intake.name()));
    }

    private BatchJobs jobs() {
        JobWork work = JobWork.of(setup, store, clock, stop, this::computation, reports);
        return shared.map(it -> BatchJobs.start(it, work))
                .orElseGet(() -> BatchJobs.start(setup.stateFolder(), work));
    }

    /** Files of which a run saw all are forgotten once they are gone. */
    private void save(SeenFiles seen) throws IOException {
        shared.ifPresent(it -> it.claim().require());
        if (scope.jobs().isEmpty()) {
            seen.save();
        } else {
            seen.saveBesideKnown();
        }
    }

    private void collect(
            BatchJobs jobs, WaitingDocuments waiting, Optional<SharedCollecting> sharing)
            throws IOException, JobExecutionException {
        Path root = setup.workspace().root();
        SeenFiles seen = SeenFiles.load(Setup.seenFiles(root), clock);
        Finder finder = new Finder(store, root, setup.workspace().written(), seen, clock);
        CollectStage stage =
                new CollectStage(jobs, finder, store, events, waiting, stop, collecting, sharing);
        try (RunMeters.Timing timing = meters.time(RunMeters.Stage.COLLECT)) {
            stage.collect(
                    setup.intakes().all().stream()
                            .filter(intake -> scope.includes(intake.name()))
                            .toList());
        }
        if (!stop.isAsked()) {
            save(seen);
            KnownStore.note(setup.stateFolder(), store);
        }
    }

    private void followWhatCame() {
        if (!stop.isAsked()) {
            new KeyChange(setup, store, events).follow();
            ask();
            store.compaction().settle();
        }
    }

    private void compute(BatchJobs jobs, WaitingDocuments waiting, long batchBefore)
            throws JobExecutionException {
        ComputeStage stage =
                new ComputeStage(
                        jobs,
                        this::computation,
                        setup.workspace().settings(),
                        store,
                        events,
                        waiting,
                        stop,
                        batchBefore);
        try (RunMeters.Timing timing = meters.time(RunMeters.Stage.COMPUTE)) {
            stage.compute(scope, clock);
        }
    }

    private void publish(BatchJobs jobs) throws IOException, JobExecutionException {
        PublishStage stage =
                new PublishStage(jobs, setup, store, reports, events, stop, this::isClosed);
        try (RunMeters.Timing timing = meters.time(RunMeters.Stage.PUBLISH)) {
            stage.publish(scope);
        }
    }

    private void deliver(BatchJobs jobs) throws JobExecutionException {
        DeliverStage stage = new DeliverStage(jobs, setup, store, events, stop, clock);
        try (RunMeters.Timing timing = meters.time(RunMeters.Stage.DELIVER)) {
            stage.deliver(scope);
        }
    }

    private void removeUnkept(BatchJobs jobs) {
        RetentionStage stage = new RetentionStage(setup, store, events, clock);
        if (stage.hasWork()) {
            stage.remove(computation(), jobs.work().publisher());
        }
    }

    private void pack(long batchBefore) {
        Settings settings = setup.workspace().settings();
        if (settings.isCompacted()) {
            YearMonth present = YearMonth.now(clock.withZone(settings.zone()));
            new PackStage(store, documents(), present, batchBefore, PackStage.MANY).pack();
        }
    }

    private boolean isClosed(YearMonth month) {
        return !store.retention().keptFrom().isEmpty() && computation().lacking(month).isPresent();
    }

    /** Each run asks until it is answered. */
    private void ask() {
        MeterQuestions questions = MeterQuestions.of(setup.workspace(), store, documents());
        if (!questions.isEmpty()) {
            events.tell(new RunEvent.Asked(questions));
        }
    }

    /** Read once, after collecting: no other process changes the ledger during a run. */
    private List<LedgerRow> documents() {
        if (documents == null) {
            documents = store.documents();
        }
        return documents;
    }

    /** Opened once, after collecting: it sees the ledger as it is then. */
    private Computation computation() {
        if (computation == null) {
            computation =
                    Computation.open(
                                    setup.workspace(),
                                    setup.catalogue(),
                                    store,
                                    documents(),
                                    SoftwareVersion.text(),
                                    new GoalVerdicts(setup, store),
                                    used)
                            .on(LocalDate.now(clock.withZone(setup.workspace().settings().zone())));
        }
        return computation;
    }
}
