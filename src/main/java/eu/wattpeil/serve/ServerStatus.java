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
 * @param process that serves it, as it names itself; empty where none does
 * @param jobs that have a schedule, by name
 * @param hasServed whether there ever was one
 */
public record ServerStatus(Optional<String> process, List<JobTimes> jobs, boolean hasServed) {

    public ServerStatus {
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
        ServedTimes served = ServedTimes.load(state);
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
        return new ServerStatus(WorkspaceLock.server(state), jobs, !served.isEmpty());
    }
}
