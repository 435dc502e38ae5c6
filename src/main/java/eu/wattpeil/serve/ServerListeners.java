package eu.wattpeil.serve;

import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Several that are told, one after the other. */
public record ServerListeners(List<ServerListener> all) implements ServerListener {

    public ServerListeners {
        all = List.copyOf(all);
    }

    @Override
    public void on(RunEvent event) {
        all.forEach(it -> it.on(event));
    }

    @Override
    public void follows(Workspace workspace) {
        all.forEach(it -> it.follows(workspace));
    }

    @Override
    public void read(Timetable timetable, Optional<Instant> nextAt) {
        all.forEach(it -> it.read(timetable, nextAt));
    }

    @Override
    public void unusable(List<String> problems) {
        all.forEach(it -> it.unusable(problems));
    }

    @Override
    public void begins(Set<String> jobs) {
        all.forEach(it -> it.begins(jobs));
    }

    @Override
    public void done(Set<String> jobs, Optional<Instant> nextAt) {
        all.forEach(it -> it.done(jobs, nextAt));
    }

    @Override
    public void failed(Set<String> jobs, Instant nextAt) {
        all.forEach(it -> it.failed(jobs, nextAt));
    }

    @Override
    public void stopped() {
        all.forEach(ServerListener::stopped);
    }

    @Override
    public void waits(String message) {
        all.forEach(it -> it.waits(message));
    }

    @Override
    public void recalls(Map<String, Instant> served, Map<String, Instant> failingSince) {
        all.forEach(it -> it.recalls(served, failingSince));
    }

    @Override
    public void takesOver(String who) {
        all.forEach(it -> it.takesOver(who));
    }

    @Override
    public void elsewhere(Optional<Elsewhere> work) {
        all.forEach(it -> it.elsewhere(work));
    }

    @Override
    public void looked(Optional<String> trouble) {
        all.forEach(it -> it.looked(trouble));
    }
}
