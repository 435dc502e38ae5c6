package eu.wattpeil.serve;

import eu.wattpeil.operate.FailureMessage;
import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.Stop;
import eu.wattpeil.operate.WorkspaceLock;
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

/**
 * Runs the jobs of a workspace at their times, until it is asked to stop.
 *
 * <p>One run at a time. What was missed is made up for by one run; what failed is tried again; when
 * the files of the workspace change, the times are read again.
 */
public final class Server {

    /** How soon it looks again where something keeps it from what is due. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Path root;
    private final Runs runs;
    private final ServerListener listener;
    private final Stop stop;
    private final Clock clock;
    private final WorkspaceWatch watch;
    private final Plan plan;
    private Optional<String> trouble = Optional.empty();

    private Server(Path root, Runs runs, ServerListener listener, Stop stop, Clock clock)
            throws IOException {
        this.root = root;
        this.runs = runs;
        this.listener = listener;
        this.stop = stop;
        this.clock = clock;
        watch = new WorkspaceWatch(root);
        plan = new Plan(ServedTimes.load(Setup.stateFolder(root)), clock);
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
        try (WorkspaceLock held = WorkspaceLock.ofServer(Setup.stateFolder(root), clock)) {
            Server server = new Server(root, runs, listener, stop, clock);
            server.read();
            while (!stop.isAsked()) {
                Instant next = server.turn();
                listener.looked(server.trouble);
                if (!stop.isAsked()) {
                    pause.until(next);
                }
            }
        }
    }

    /**
     * Does what is due. A trouble of the moment ends no server: it looks again.
     *
     * @return when the next turn is
     */
    private Instant turn() throws InterruptedException {
        try {
            look();
            Set<String> due = plan.due();
            if (due.isEmpty()) {
                trouble = Optional.empty();
            } else {
                run(due);
            }
            if (trouble.isEmpty()) {
                return plan.next().orElse(Instant.MAX);
            }
        } catch (IOException | RuntimeException failure) {
            tell(FailureMessage.of(failure));
        }
        return clock.instant().plus(SOON);
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
        Timetable timetable = plan.follow(workspace);
        listener.follows(workspace);
        listener.read(timetable, plan.next());
    }

    private void run(Set<String> jobs) throws IOException, InterruptedException {
        Instant began = clock.instant();
        listener.begins(jobs);
        Set<String> unsettled = new TreeSet<>();
        Outcome outcome;
        try {
            outcome =
                    runs.run(
                            jobs,
                            event -> {
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
                listener.done(jobs, plan.next());
            }
            case FAILED -> listener.failed(jobs, plan.failed(jobs));
            case STOPPED -> listener.stopped();
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
