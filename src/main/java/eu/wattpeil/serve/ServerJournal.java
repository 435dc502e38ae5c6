package eu.wattpeil.serve;

import eu.wattpeil.operate.RunEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Remembers what a server is doing and what went wrong lately, for those who look at it. */
public final class ServerJournal implements ServerListener {

    private static final int MOST_FAILURES = 10;

    private final Clock clock;
    private final Deque<Failure> failures = new ArrayDeque<>();
    private Optional<Work> work = Optional.empty();
    private Optional<Instant> nextAt = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private List<String> problems = List.of();
    private Optional<Elsewhere> elsewhere = Optional.empty();

    public ServerJournal(Clock clock) {
        this.clock = clock;
    }

    /** What went wrong, and when. */
    public record Failure(Instant at, String message) {}

    /**
     * A run that is at work.
     *
     * @param jobs in order
     * @param what it is at, such as {@code compute 2026-09}; empty where it has not said yet
     * @param share of that, 0 to 1
     */
    public record Work(Instant since, List<String> jobs, String what, double share) {

        public Work {
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * What a server is doing.
     *
     * @param work the run that is at work; empty for none
     * @param nextAt when something is due; empty where nobody knows, or something is now
     * @param trouble what keeps it from what is due; empty for nothing
     * @param problems of the workspace, by which nothing runs; empty for none
     * @param failures the latest first
     * @param elsewhere what another host is at work at, as it was a while ago; empty for nothing
     */
    public record Entry(
            Optional<Work> work,
            Optional<Instant> nextAt,
            Optional<String> trouble,
            List<String> problems,
            List<Failure> failures,
            Optional<Elsewhere> elsewhere) {

        public Entry {
            problems = List.copyOf(problems);
            failures = List.copyOf(failures);
        }
    }

    /** As it is now. */
    public synchronized Entry now() {
        return new Entry(work, nextAt, trouble, problems, List.copyOf(failures), elsewhere);
    }

    @Override
    public synchronized void on(RunEvent event) {
        if (event instanceof RunEvent.Progressed progressed) {
            work =
                    work.map(
                            it ->
                                    new Work(
                                            it.since(),
                                            it.jobs(),
                                            progressed.work(),
                                            progressed.share()));
        } else if (event instanceof RunEvent.Failed failed) {
            failures.addFirst(new Failure(clock.instant(), failed.message()));
            if (failures.size() > MOST_FAILURES) {
                failures.removeLast();
            }
        }
    }

    @Override
    public synchronized void read(Timetable timetable, Optional<Instant> next) {
        problems = List.of();
        nextAt = next;
    }

    @Override
    public synchronized void unusable(List<String> found) {
        problems = List.copyOf(found);
        nextAt = Optional.empty();
    }

    @Override
    public synchronized void begins(Set<String> jobs) {
        elsewhere = Optional.empty();
        trouble = Optional.empty();
        work = Optional.of(new Work(clock.instant(), List.copyOf(new TreeSet<>(jobs)), "", 0));
    }

    @Override
    public synchronized void done(Set<String> jobs, Optional<Instant> next) {
        work = Optional.empty();
        nextAt = next;
    }

    @Override
    public synchronized void failed(Set<String> jobs, Instant next) {
        work = Optional.empty();
        nextAt = Optional.of(next);
    }

    @Override
    public synchronized void stopped() {
        work = Optional.empty();
    }

    @Override
    public synchronized void waits(String message) {
        work = Optional.empty();
        trouble = Optional.of(message);
    }

    @Override
    public synchronized void elsewhere(Optional<Elsewhere> there) {
        elsewhere = there;
    }

    /** What lasts is told once: since then it may have begun a run that was none. */
    @Override
    public synchronized void looked(Optional<String> lasting) {
        work = Optional.empty();
        trouble = lasting;
    }
}
