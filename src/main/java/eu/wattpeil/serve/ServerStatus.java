package eu.wattpeil.serve;

import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.WorkspaceLock;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the server of a workspace stands.
 *
 * @param processes that serve it, as they name themselves; none where none does
 * @param jobs that have a schedule, by name
 * @param hasServed whether there ever was one
 * @param unknown why nobody knows what other hosts do; empty where that is known
 */
public record ServerStatus(
        List<String> processes, List<JobTimes> jobs, boolean hasServed, Optional<String> unknown) {

    public ServerStatus {
        processes = List.copyOf(processes);
        jobs = List.copyOf(jobs);
    }

    /**
     * A job with its times.
     *
     * @param lastAt when a server's run that did it began; empty where none has
     * @param nextAt of its schedule, not before now; what was missed or failed runs earlier
     */
    public record JobTimes(String job, Optional<Instant> lastAt, Instant nextAt) {}

    /** Reads only. */
    public static ServerStatus of(Workspace workspace, Clock clock) throws IOException {
        Path state = Setup.stateFolder(workspace.root());
        if (workspace.settings().jobRepository().isPresent()) {
            return SeveralHosts.status(workspace, clock);
        }
        return of(
                workspace,
                WorkspaceLock.server(state).stream().toList(),
                ServedTimes.load(state),
                Optional.empty(),
                clock);
    }

    static ServerStatus of(
            Workspace workspace,
            List<String> processes,
            ServedTimes served,
            Optional<String> unknown,
            Clock clock) {
        List<JobTimes> jobs = new ArrayList<>();
        Timetable.of(workspace)
                .schedules()
                .forEach(
                        (job, schedule) ->
                                jobs.add(
                                        new JobTimes(
                                                job,
                                                served.lastAt(job),
                                                schedule.next(clock.instant()))));
        return new ServerStatus(processes, jobs, !served.isEmpty(), unknown);
    }
}
