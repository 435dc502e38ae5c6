package eu.wattpeil.operate;

import eu.wattpeil.collect.Finder;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.deliver.Deliverer;
import eu.wattpeil.disk.FolderLock;
import eu.wattpeil.hosts.ClaimedException;
import eu.wattpeil.hosts.HeldClaim;
import eu.wattpeil.hosts.RepositoryDatabase;
import eu.wattpeil.hosts.ThisHost;
import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.query.KeptReader;
import eu.wattpeil.report.PublishJob.FactsOfMonth;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.report.ReportFolder;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.SharedRepository;
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
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;

/** One run over a workspace: collect, compute, publish and deliver what is due or missing. */
public final class Run {

    private final Setup setup;
    private final RunScope scope;
    private final Stop stop;
    private final Clock clock;
    private final Store store;
    private final MonthFacts monthFacts;
    private final UsedFiles used;
    private final Executor collecting;
    private final Optional<SharedJobs> shared;
    private final RunMeters meters = new RunMeters();
    private final RunLog log;
    private final RunEvents events;
    private @Nullable List<LedgerRow> documents;
    private @Nullable Computation computation;

    private Run(
            Setup setup,
            RunScope scope,
            List<RunListener> listeners,
            Stop stop,
            Clock clock,
            Executor collecting,
            Optional<SharedJobs> shared) {
        this.shared = shared;
        this.collecting = collecting;
        this.setup = setup;
        this.scope = scope;
        this.stop = stop;
        this.clock = clock;
        this.store = StoreChange.store(setup.workspace());
        this.monthFacts = new MonthFacts(setup, store);
        this.used = UsedFiles.of(setup.workspace().files());
        this.log = new RunLog(clock, meters);
        List<RunListener> all = new ArrayList<>();
        all.add(meters);
        all.addAll(listeners);
        all.add(log);
        this.events = new RunEvents(all, store, new MissingRoom(folders(setup)), stop);
    }

    /**
     * Does what is due, and tells what it does.
     *
     * @param stop ends the run before its next piece of work once it is asked
     * @return how it ended; what failed was told, and the next run goes on from there
     * @throws eu.wattpeil.disk.FolderInUseException where another run is at work in the workspace
     *     or its store
     * @throws eu.wattpeil.hosts.ClaimedException where that is on one of the hosts that share the
     *     work
     */
    public static Outcome execute(
            Setup setup, RunScope scope, List<RunListener> listeners, Stop stop, Clock clock)
            throws IOException, JobExecutionException {
        return execute(setup, scope, listeners, stop, clock, Runnable::run);
    }

    /**
     * As {@link #execute(Setup, RunScope, List, Stop, Clock)}, where definitions need not wait for
     * each other; the bytes in the store are the same.
     *
     * @param collecting runs the definitions
     */
    static Outcome execute(
            Setup setup,
            RunScope scope,
            List<RunListener> listeners,
            Stop stop,
            Clock clock,
            Executor collecting)
            throws IOException, JobExecutionException {
        scope.requireKnownJob(setup.intakes());
        scope.requireKnownDelivery(setup.workspace().deliveries());
        if (setup.workspace().settings().jobRepository().isPresent()) {
            return helpOrExecute(setup, scope, listeners, stop, clock, collecting);
        }
        try (WorkspaceLock lock = WorkspaceLock.take(setup.stateFolder(), clock)) {
            Run run = new Run(setup, scope, listeners, stop, clock, collecting, Optional.empty());
            if (setup.workspace().settings().remoteStorage().isEmpty()) {
                KnownStore.requireThere(setup.stateFolder(), run.store);
            }
            String who = WorkspaceLock.process(clock) + " for " + setup.workspace().root();
            try (FolderLock held = run.store.lock(who);
                    RemoteHold remote = RemoteHold.take(run.store, who)) {
                StateFormat.note(setup.stateFolder());
                Outcome outcome = run.execute();
                remote.done();
                return outcome;
            }
        }
    }

    /**
     * As {@link #execute(Setup, RunScope, List, Stop, Clock)}, for a server of a workspace whose
     * work several hosts share.
     *
     * @param claim number of the claim that the server holds
     * @throws eu.wattpeil.hosts.ClaimLostException where it does not hold it any more
     */
    public static Outcome executeUnder(
            long claim,
            Setup setup,
            RunScope scope,
            List<RunListener> listeners,
            Stop stop,
            Clock clock)
            throws IOException, JobExecutionException {
        scope.requireKnownJob(setup.intakes());
        return executeAsOneOfSeveral(
                setup, scope, listeners, stop, clock, Runnable::run, OptionalLong.of(claim));
    }

    /** Where another host is at work that collects, it is helped before its place is asked for. */
    private static Outcome helpOrExecute(
            Setup setup,
            RunScope scope,
            List<RunListener> listeners,
            Stop stop,
            Clock clock,
            Executor collecting)
            throws IOException, JobExecutionException {
        boolean hasHelped =
                scope.equals(RunScope.all())
                        && help(setup, listeners, stop, clock) == Outcome.HELPED;
        try {
            return executeAsOneOfSeveral(
                    setup, scope, listeners, stop, clock, collecting, OptionalLong.empty());
        } catch (ClaimedException held) {
            // It may have begun to collect since.
            if (hasHelped
                    || scope.equals(RunScope.all())
                            && help(setup, listeners, stop, clock) == Outcome.HELPED) {
                return Outcome.HELPED;
            }
            throw held;
        }
    }

    /**
     * Helps the host that holds the work with its documents, where it wants that.
     *
     * @return {@link Outcome#HELPED}, or that there was nothing to do
     */
    public static Outcome help(Setup setup, List<RunListener> listeners, Stop stop, Clock clock)
            throws IOException {
        Optional<SharedRepository> repository = setup.workspace().settings().jobRepository();
        if (repository.isEmpty()) {
            return Outcome.NOTHING_TO_DO;
        }
        RepositoryDatabase database = RepositoryDatabase.of(repository.get());
        database.prepare(WorkspaceId.of(setup.stateFolder()));
        return new Helping(setup, database, listeners, stop, clock).help()
                ? Outcome.HELPED
                : Outcome.NOTHING_TO_DO;
    }

    private static Outcome executeAsOneOfSeveral(
            Setup setup,
            RunScope scope,
            List<RunListener> listeners,
            Stop stop,
            Clock clock,
            Executor collecting,
            OptionalLong claimOfServer)
            throws IOException, JobExecutionException {
        RepositoryDatabase database =
                RepositoryDatabase.of(setup.workspace().settings().jobRepository().orElseThrow());
        String workspaceId = WorkspaceId.of(setup.stateFolder());
        try (HeldClaim claim = claim(database, workspaceId, claimOfServer, stop)) {
            SharedJobs shared = new SharedJobs(database, claim);
            Run run =
                    new Run(setup, scope, listeners, stop, clock, collecting, Optional.of(shared));
            KnownStore.requireThere(setup.stateFolder(), run.store);
            run.store.hosts().shareFor(workspaceId);
            StateFormat.note(setup.stateFolder());
            Outcome outcome;
            try (SharedFolders folders = SharedFolders.take(run.store, setup, claim)) {
                outcome = run.execute();
            } catch (IOException | JobExecutionException | RuntimeException failure) {
                shared.requireWhole();
                throw failure;
            }
            if (outcome == Outcome.FAILED || claim.isLost()) {
                shared.requireWhole();
            }
            return outcome;
        }
    }

    private static HeldClaim claim(
            RepositoryDatabase database, String workspaceId, OptionalLong claimOfServer, Stop stop)
            throws IOException {
        if (claimOfServer.isPresent()) {
            return HeldClaim.join(database, claimOfServer.getAsLong(), stop::ask);
        }
        return HeldClaim.await(database, workspaceId, ThisHost.process(), stop::ask);
    }

    private Outcome execute() throws IOException, JobExecutionException {
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
        SeenFiles seen = SeenFiles.load(Setup.seenFiles(setup.workspace().root()), clock);
        Finder finder =
                new Finder(
                        store, setup.workspace().root(), setup.workspace().written(), seen, clock);
        WaitingDocuments waiting = new WaitingDocuments(setup.workspace().settings(), clock);
        long batchBefore = store.lastBatch();
        Optional<SharedCollecting> sharing =
                shared.filter(it -> hasToCollect())
                        .map(it -> SharedCollecting.begin(it, store, clock));
        try (BatchJobs jobs = jobs(sharing);
                KeptReader kept = KeptReader.of(store)) {
            collect(
                    new CollectStage(
                            jobs, finder, store, events, waiting, stop, collecting, sharing));
            if (!stop.isAsked()) {
                save(seen);
                KnownStore.note(setup.stateFolder(), store);
            }
            if (events.isMemoryShort()) {
                return;
            }
            if (!stop.isAsked()) {
                new KeyChange(setup, store, events).follow();
                ask();
                store.compaction().settle();
            }
            store.remote().commit();
            if (scope.includes(RunScope.COMPUTE)) {
                Settings settings = setup.workspace().settings();
                compute(
                        new ComputeStage(
                                jobs,
                                this::computation,
                                settings,
                                store,
                                events,
                                waiting,
                                stop,
                                batchBefore));
            }
            store.remote().commit();
            if (events.isMemoryShort()) {
                return;
            }
            if (scope.includes(RunScope.PUBLISH)) {
                publish(
                        new PublishStage(
                                jobs, setup, store, reports(), events, stop, this::isClosed));
            }
            store.remote().commit();
            if (events.isMemoryShort()) {
                return;
            }
            if (scope.includes(RunScope.DELIVER) && !stop.isAsked()) {
                deliver(new DeliverStage(jobs, setup, store, events, stop, clock));
            }
            if (scope.isOfAllMonths() && !stop.isAsked()) {
                removeUnkept(jobs);
                pack(batchBefore);
            }
        }
    }

    private boolean hasToCollect() {
        return setup.intakes().all().stream().anyMatch(intake -> scope.includes(intake.name()));
    }

    private BatchJobs jobs(Optional<SharedCollecting> sharing) {
        try {
            return jobs();
        } catch (RuntimeException failure) {
            sharing.ifPresent(SharedCollecting::close);
            throw failure;
        }
    }

    private BatchJobs jobs() {
        return shared.map(it -> BatchJobs.start(it, work()))
                .orElseGet(() -> BatchJobs.start(setup.stateFolder(), work()));
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

    private void collect(CollectStage stage) throws JobExecutionException {
        try (RunMeters.Timing timing = meters.time(RunMeters.Stage.COLLECT)) {
            stage.collect(
                    setup.intakes().all().stream()
                            .filter(intake -> scope.includes(intake.name()))
                            .toList());
        }
    }

    private void compute(ComputeStage stage) throws JobExecutionException {
        try (RunMeters.Timing timing = meters.time(RunMeters.Stage.COMPUTE)) {
            stage.compute(scope, clock);
        }
    }

    private void publish(PublishStage stage) throws IOException, JobExecutionException {
        try (RunMeters.Timing timing = meters.time(RunMeters.Stage.PUBLISH)) {
            stage.publish(scope);
        }
    }

    private void deliver(DeliverStage stage) throws JobExecutionException {
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
        return !store.keptFrom().isEmpty() && computation().lacking(month).isPresent();
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

    private JobWork work() {
        Publisher publisher = new Publisher(reports(), setup::template);
        FactsOfMonth facts = monthFacts::facts;
        return new JobWork(
                setup.workspace(),
                store,
                clock,
                this::computation,
                facts,
                publisher,
                deliverer(publisher, facts));
    }

    private ReportFolder reports() {
        Settings settings = setup.workspace().settings();
        return new ReportFolder(
                settings.reports(),
                settings.permissions().reports(),
                shared.map(it -> SharedFolders.draftsOfReports(settings, it.claim())));
    }

    private Deliverer deliverer(Publisher publisher, FactsOfMonth facts) {
        return new Deliverer(
                setup.workspace(),
                store,
                publisher,
                setup.recipientKey(),
                (issue, report) ->
                        MonthlyReport.of(
                                facts.facts(issue.month()),
                                setup.workspace().reports().stream()
                                        .filter(it -> it.name().equals(report))
                                        .findFirst()
                                        .orElseThrow()),
                clock,
                stop::isAsked);
    }
}
