package eu.wattpeil.operate;

import eu.wattpeil.hosts.ClaimedException;
import eu.wattpeil.hosts.HeldClaim;
import eu.wattpeil.hosts.RepositoryDatabase;
import eu.wattpeil.hosts.ThisHost;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.SharedRepository;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.springframework.batch.core.job.JobExecutionException;

/**
 * One run over a workspace: holds the workspace and its store, alone or as one of the hosts that
 * share the work, while {@link DueWork} does what is due. Where another host holds them it is
 * helped.
 */
public final class Run {

    private final Setup setup;
    private final RunScope scope;
    private final List<RunListener> listeners;
    private final Stop stop;
    private final Clock clock;
    private final Executor collecting;

    private Run(
            Setup setup,
            RunScope scope,
            List<RunListener> listeners,
            Stop stop,
            Clock clock,
            Executor collecting) {
        this.setup = setup;
        this.scope = scope;
        this.listeners = listeners;
        this.stop = stop;
        this.clock = clock;
        this.collecting = collecting;
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
        Run run = new Run(setup, scope, listeners, stop, clock, collecting);
        return run.repository().isPresent() ? run.helpOrExecute() : run.executeAlone();
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
        return new Run(setup, scope, listeners, stop, clock, Runnable::run)
                .executeAsOneOfSeveral(OptionalLong.of(claim));
    }

    /**
     * Helps the host that holds the work with its documents, where it wants that.
     *
     * @return {@link Outcome#HELPED}, or that there was nothing to do
     */
    public static Outcome help(Setup setup, List<RunListener> listeners, Stop stop, Clock clock)
            throws IOException {
        Run run = new Run(setup, RunScope.all(), listeners, stop, clock, Runnable::run);
        return run.hasHelped() ? Outcome.HELPED : Outcome.NOTHING_TO_DO;
    }

    private Optional<SharedRepository> repository() {
        return setup.workspace().settings().jobRepository();
    }

    private Outcome executeAlone() throws IOException, JobExecutionException {
        Store store = StoreChange.store(setup.workspace());
        return new RunLocks(setup.workspace(), store, clock)
                .holdAlone(
                        () -> {
                            StateFormat.note(setup.stateFolder());
                            return work(store, Optional.empty()).execute();
                        });
    }

    /** Where another host is at work that collects, it is helped before its place is asked for. */
    private Outcome helpOrExecute() throws IOException, JobExecutionException {
        boolean isHelpful = scope.equals(RunScope.all());
        boolean hasHelped = isHelpful && hasHelped();
        try {
            return executeAsOneOfSeveral(OptionalLong.empty());
        } catch (ClaimedException held) {
            // It may have begun to collect since.
            if (hasHelped || isHelpful && hasHelped()) {
                return Outcome.HELPED;
            }
            throw held;
        }
    }

    /** Helps where that is wanted, and whether it was. */
    private boolean hasHelped() throws IOException {
        if (repository().isEmpty()) {
            return false;
        }
        RepositoryDatabase database = RepositoryDatabase.of(repository().get());
        database.prepare(WorkspaceId.of(setup.stateFolder()));
        return new Helping(setup, database, listeners, stop, clock).help();
    }

    private Outcome executeAsOneOfSeveral(OptionalLong claimOfServer)
            throws IOException, JobExecutionException {
        RepositoryDatabase database = RepositoryDatabase.of(repository().orElseThrow());
        String workspaceId = WorkspaceId.of(setup.stateFolder());
        try (HeldClaim claim = claim(database, workspaceId, claimOfServer)) {
            SharedJobs shared = new SharedJobs(database, claim);
            Store store = StoreChange.store(setup.workspace());
            KnownStore.requireThere(setup.stateFolder(), store);
            store.hosts().shareFor(workspaceId);
            StateFormat.note(setup.stateFolder());
            Outcome outcome;
            try (SharedFolders folders = SharedFolders.take(store, setup, claim)) {
                outcome = work(store, Optional.of(shared)).execute();
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

    private HeldClaim claim(
            RepositoryDatabase database, String workspaceId, OptionalLong claimOfServer)
            throws IOException {
        if (claimOfServer.isPresent()) {
            return HeldClaim.join(database, claimOfServer.getAsLong(), stop::ask);
        }
        return HeldClaim.await(database, workspaceId, ThisHost.process(), stop::ask);
    }

    private DueWork work(Store store, Optional<SharedJobs> shared) {
        return new DueWork(setup, store, scope, listeners, stop, clock, collecting, shared);
    }
}
