package eu.wattpeil.cli;

import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.serve.ServerListener;
import eu.wattpeil.serve.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells what a server does. A run that found nothing to do is not worth a line. */
final class ServerConsole implements ServerListener {

    private final Console console;
    private ZoneId zone = ZoneOffset.UTC;
    private boolean hasDoneNothing;

    ServerConsole(Console console) {
        this.console = console;
    }

    @Override
    public void on(RunEvent event) {
        hasDoneNothing =
                event instanceof RunEvent.Ended ended && ended.outcome() == Outcome.NOTHING_TO_DO;
        if (!hasDoneNothing) {
            console.on(event);
        }
    }

    @Override
    public void read(Timetable timetable, Optional<Instant> nextAt) {
        zone = timetable.zone();
        console.note(
                "serving "
                        + Counts.text(
                                timetable.schedules().size(), "scheduled job", "scheduled jobs")
                        + next(nextAt));
    }

    @Override
    public void unusable(List<String> problems) {
        problems.forEach(console::failure);
        console.failure(
                "nothing runs until the workspace is put right; wattpeil check tells when it is");
    }

    @Override
    public void begins(Set<String> jobs) {
        hasDoneNothing = false;
    }

    @Override
    public void stopped() {
        // The run has told it.
    }

    @Override
    public void done(Set<String> jobs, Optional<Instant> nextAt) {
        if (!hasDoneNothing) {
            console.note("done: " + names(jobs) + next(nextAt));
        }
    }

    @Override
    public void failed(Set<String> jobs, Instant nextAt) {
        console.failure("failed: " + names(jobs) + "; tried again at " + local(nextAt));
    }

    @Override
    public void waits(String message) {
        console.failure(message + " (looking again every minute)");
    }

    @Override
    public void takesOver(String who) {
        console.note("goes on with the work of " + who + ", which has fallen silent");
    }

    private String next(Optional<Instant> nextAt) {
        return nextAt.map(at -> "; next at " + local(at)).orElse("");
    }

    private String local(Instant instant) {
        return LocalTime.text(instant, zone);
    }

    private static String names(Set<String> jobs) {
        return String.join(", ", new TreeSet<>(jobs));
    }
}
