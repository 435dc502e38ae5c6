package eu.wattpeil.serve;

import eu.wattpeil.operate.FailureMessage;
import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.Stop;
import eu.wattpeil.workspace.InvalidWorkspaceException;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs the jobs of a workspace at their times, until it is asked to stop.
 *
 * <p>One run at a time. What was missed is made up for by one run; what failed is tried again; when
 * the files of the workspace change, the times are read again.
 */
public final class Server {

    /** How soon it looks again where something keeps it from what is due. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** How soon it looks again while another host does what is due. */
    private static final Duration SOONER = Duration.ofSeconds(5);

    private static final String START_AGAIN =
            "config/wattpeil.yaml: job-repository is another one than when this server was started,"
                    + " expected the same; start it again";

    private final Path root;
    private final Company company;
    private final Optional<String> sharesBy;
    private final Runs runs;
    private final ServerListener listener;
    private final Stop stop;
    private final Clock clock;
    private final WorkspaceWatch watch;
    private final Plan plan;
    private boolean isToBeStartedAgain;
    private Optional<String> trouble = Optional.empty();
    private @Nullable Instant helpedSince;
    private Instant metAt = Instant.MIN;

    private Server(
            Path root,
            Workspace workspace,
            Company company,
            Runs runs,
            ServerListener listener,
            Stop stop,
            Clock clock)
            throws IOException {
        this.company = company;
        this.sharesBy = repository(workspace);
        this.root = root;
        this.runs = runs;
        this.listener = listener;
        this.stop = stop;
        this.clock = clock;
        watch = new WorkspaceWatch(root);
        ServedTimes served = ServedTimes.load(Setup.stateFolder(root));
        plan = new Plan(sharesBy.isEmpty() ? served : ServedTimes.of(served.all()), clock);
    }

    /**
     * Serves a workspace until it is asked to stop.
     *
     * @throws eu.wattpeil.disk.FolderInUseException where it has a server already
     * @throws InvalidWorkspaceException where it cannot be used from the start
     */
    public static void serve(
            Path root, Runs runs, ServerListener listener, Stop stop, Clock clock, Pause pause)
            throws IOException, InterruptedException {
        Workspace workspace = Setup.readWorkspace(root);
        try (Company company = Company.of(root, workspace, clock)) {
            serve(root, workspace, company, runs, listener, stop, clock, pause);
        }
    }

    /** The same as part of a company. */
    static void serve(
            Path root,
            Workspace workspace,
            Company company,
            Runs runs,
            ServerListener listener,
            Stop stop,
            Clock clock,
            Pause pause)
            throws IOException, InterruptedException {
        Server server = new Server(root, workspace, company, runs, listener, stop, clock);
        server.read();
        while (!stop.isAsked()) {
            Instant next = server.turn();
            listener.looked(server.trouble);
            if (!stop.isAsked()) {
                pause.until(next);
            }
        }
    }

    private static Optional<String> repository(Workspace workspace) {
        return workspace
                .settings()
                .jobRepository()
                .map(it -> it.url() + " " + it.user() + " " + it.schema() + " " + it.silence());
    }

    /**
     * Does what is due. A trouble of the moment ends no server: it looks again.
     *
     * @return when the next turn is
     */
    private Instant turn() throws InterruptedException {
        try {
            look();
            if (isToBeStartedAgain) {
                tell(START_AGAIN);
                return clock.instant().plus(SOON);
            }
            Optional<Elsewhere> elsewhere = company.meet();
            listener.elsewhere(elsewhere);
            if (elsewhere.isPresent()) {
                help(elsewhere.get());
            }
            recall();
            if (plan.due().isEmpty()) {
                trouble = Optional.empty();
            } else if (elsewhere.isPresent() || !work()) {
                trouble = Optional.empty();
                return clock.instant().plus(SOONER);
            }
            if (trouble.isEmpty()) {
                return plan.next().orElse(Instant.MAX);
            }
        } catch (IOException | RuntimeException failure) {
            tell(FailureMessage.of(failure));
        }
        return clock.instant().plus(SOON);
    }

    /** Helps another host with what it collects, once with each of its runs. */
    private void help(Elsewhere work) throws IOException, InterruptedException {
        if (work.since().equals(helpedSince) || !company.isHelpWanted()) {
            return;
        }
        helpedSince = work.since();
        metAt = clock.instant();
        runs.help(this::onHelping, stop);
    }

    /** The others know meanwhile that this one lives. */
    private void onHelping(RunEvent event) {
        if (metAt.isBefore(clock.instant().minus(SOON))) {
            metAt = clock.instant();
            meet();
        }
        listener.on(event);
    }

    private void meet() {
        try {
            company.meet();
        } catch (RuntimeException away) {
            // The next turn tells it.
            return;
        }
    }

    /** What became of the jobs on other hosts meanwhile. */
    private void recall() throws IOException {
        Optional<Memory> memory = company.memory();
        if (memory.isPresent() && plan.recall(memory.get(), watch.known())) {
            listener.recalls(memory.get().served(), memory.get().failingSince());
        }
    }

    /** Does what is due, unless another host did so just before; false where one is about to. */
    private boolean work() throws IOException, InterruptedException {
        try (Company.Shift shift = company.begin()) {
            shift.before().ifPresent(listener::takesOver);
            recall();
            Set<String> due = plan.due();
            if (!due.isEmpty()) {
                run(due, shift);
            }
            return true;
        } catch (BusyException busy) {
            return false;
        }
    }

    private void look() throws IOException {
        if (!watch.isChanged()) {
            return;
        }
        try {
            read();
        } catch (InvalidWorkspaceException invalid) {
            plan.rest();
            listener.unusable(invalid.problems().stream().map(Object::toString).toList());
        }
    }

    private void read() throws IOException {
        watch.isChanged();
        Workspace workspace = Setup.readWorkspace(root);
        isToBeStartedAgain = !repository(workspace).equals(sharesBy);
        if (isToBeStartedAgain) {
            plan.rest();
            return;
        }
        Timetable timetable = plan.follow(workspace);
        listener.follows(workspace);
        listener.read(timetable, plan.next());
    }

    private void run(Set<String> jobs, Company.Shift shift)
            throws IOException, InterruptedException {
        Instant began = clock.instant();
        listener.begins(jobs);
        Set<String> unsettled = new TreeSet<>();
        Outcome outcome;
        try {
            outcome =
                    runs.run(
                            jobs,
                            shift.claim(),
                            event -> {
                                shift.on(jobs, event);
                                if (event instanceof RunEvent.Unsettled files) {
                                    unsettled.add(files.definition());
                                }
                                listener.on(event);
                            },
                            stop);
        } catch (BusyException busy) {
            tell(FailureMessage.of(busy));
            return;
        }
        trouble = Optional.empty();
        switch (outcome) {
            case DONE, NOTHING_TO_DO -> {
                plan.done(jobs, began, unsettled);
                shift.keep(plan.memory(watch.known()));
                listener.done(jobs, plan.next());
            }
            case FAILED -> {
                Instant nextAt = plan.failed(jobs);
                shift.keep(plan.memory(watch.known()));
                listener.failed(jobs, nextAt);
            }
            case STOPPED, HELPED -> listener.stopped();
        }
    }

    /** What lasts is told once. */
    private void tell(String message) {
        if (!trouble.equals(Optional.of(message))) {
            trouble = Optional.of(message);
            listener.waits(message);
        }
    }
}
