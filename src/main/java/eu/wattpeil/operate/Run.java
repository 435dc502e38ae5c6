package eu.wattpeil.operate;

import eu.wattpeil.collect.Finder;
import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.Intakes;
import eu.wattpeil.collect.Progress;
import eu.wattpeil.collect.source.FileSource;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.edition.ComputeJobConfiguration.Computations;
import eu.wattpeil.report.PublishJobConfiguration.FactsOfMonth;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.SoftwareVersion;
import eu.wattpeil.workspace.Workspace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;

/** One run over a workspace: collect, compute and publish what is due or missing. */
public final class Run {

    private final Setup setup;
    private final RunScope scope;
    private final Console console;
    private final Clock clock;
    private final Store store;
    private final MonthFacts monthFacts;
    private @Nullable Computation computation;

    private Run(Setup setup, RunScope scope, Console console, Clock clock) {
        this.setup = setup;
        this.scope = scope;
        this.console = console;
        this.clock = clock;
        this.store = Store.open(setup.workspace().settings().store());
        this.monthFacts = new MonthFacts(setup, store);
    }

    /**
     * Does what is due, and says what it did.
     *
     * @return whether nothing failed; what failed was said, and the next run goes on from there
     * @throws WorkspaceInUseException where another run is at work
     */
    public static boolean execute(Setup setup, RunScope scope, Console console, Clock clock)
            throws IOException, JobExecutionException {
        scope.requireKnownJob(setup.intakes());
        try (WorkspaceLock lock = WorkspaceLock.take(setup.stateFolder(), clock)) {
            return new Run(setup, scope, console, clock).execute();
        }
    }

    private boolean execute() throws IOException, JobExecutionException {
        MeterRegistry registry = new SimpleMeterRegistry();
        RunLog log = new RunLog(registry, clock);
        store.prepare();
        SeenFiles seen = SeenFiles.load(setup.stateFolder().resolve("seen-files"), clock);
        Finder finder = new Finder(store, intake -> source(intake, seen));
        ByteProgress progress = new ByteProgress(console);
        try (BatchJobs jobs = BatchJobs.start(setup.stateFolder(), beans(finder, progress))) {
            CollectStage collect = new CollectStage(jobs, finder, store, console, log);
            for (Intake intake : setup.intakes().all()) {
                if (scope.includes(intake.name())) {
                    collect.collect(intake, progress);
                }
            }
            if (scope.job().isEmpty()) {
                seen.save();
            }
            if (scope.includes(RunScope.COMPUTE)) {
                new ComputeStage(jobs, this::computation, console, log).compute(scope, clock);
            }
            if (scope.includes(RunScope.PUBLISH)) {
                new PublishStage(jobs, setup, store, console, log).publish(scope);
            }
        }
        console.clearBar();
        return tell(log);
    }

    private boolean tell(RunLog log) {
        log.failures().forEach(console::failure);
        if (!log.hasDoneAnything()) {
            console.result("nothing to do: the store and the reports are up to date");
            return true;
        }
        log.write(store);
        return log.failures().isEmpty();
    }

    private FileSource source(Intake intake, SeenFiles seen) {
        return new FileSource(setup.workspace().root(), intake.definition().files(), seen);
    }

    /** Opened once, after collecting: it sees the ledger as it is then. */
    private Computation computation() {
        if (computation == null) {
            computation =
                    Computation.open(
                            setup.workspace(), setup.catalogue(), store, SoftwareVersion.text());
        }
        return computation;
    }

    private Map<Class<?>, Object> beans(Finder finder, Progress progress) {
        Path reports = setup.workspace().settings().reports();
        Computations computations = this::computation;
        FactsOfMonth facts = monthFacts::facts;
        return Map.of(
                Workspace.class, setup.workspace(),
                Intakes.class, setup.intakes(),
                Store.class, store,
                Finder.class, finder,
                Progress.class, progress,
                Computations.class, computations,
                FactsOfMonth.class, facts,
                Publisher.class, new Publisher(reports, setup::template));
    }
}
