package eu.wattpeil.serve;

import eu.wattpeil.operate.NextDelivery;
import eu.wattpeil.operate.RunScope;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is due now and next, of the times of a workspace and what became of its jobs. */
final class Plan {

    /** More than a file is given to settle. */
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final Clock clock;
    private ServedTimes served;
    private final Retries retries = new Retries();
    private final Map<String, Instant> again = new TreeMap<>();
    private Optional<Workspace> workspace = Optional.empty();
    private Timetable timetable = Timetable.NONE;
    private Optional<Instant> nextDelivery = Optional.empty();

    /** One that a run has left behind is no reason to run at once again. */
    private Optional<Instant> deliverFrom = Optional.empty();

    private Memory recalled = Memory.NONE;

    Plan(ServedTimes served, Clock clock) {
        this.served = served;
        this.clock = clock;
    }

    /** From now on the times of a workspace hold; what failed may be mended, and is due. */
    Timetable follow(Workspace changed) throws IOException {
        workspace = Optional.of(changed);
        timetable = Timetable.of(changed);
        retries.forgive(timetable.jobs());
        again.keySet().retainAll(timetable.jobs());
        lookForDelivery();
        return timetable;
    }

    /**
     * What became of the jobs on all hosts. What failed by other files of the workspace may be
     * mended, and is due.
     *
     * @param files fingerprint of the files that hold now
     * @return whether that is new
     */
    boolean recall(Memory memory, String files) throws IOException {
        boolean isNew = !memory.equals(recalled);
        if (isNew) {
            recalled = memory;
            served = ServedTimes.of(memory.served());
            again.clear();
            again.putAll(memory.again());
            deliverFrom = memory.deliverFrom();
            lookForDelivery();
        }
        if (isNew || !memory.files().equals(files)) {
            retries.recall(memory.failed());
            if (!memory.files().equals(files)) {
                retries.forgive(timetable.jobs());
            }
        }
        return isNew;
    }

    /**
     * What all hosts are to remember from now on.
     *
     * @param files fingerprint of the files that hold now
     */
    Memory memory(String files) {
        recalled =
                new Memory(
                        new TreeMap<>(served.all()),
                        new TreeMap<>(retries.all()),
                        new TreeMap<>(again),
                        deliverFrom,
                        files);
        return recalled;
    }

    /** From now on nothing is due. */
    void rest() {
        workspace = Optional.empty();
        timetable = Timetable.NONE;
        nextDelivery = Optional.empty();
        again.clear();
    }

    /** The jobs of a run that is due; none where none is. */
    Set<String> due() throws IOException {
        Instant now = clock.instant();
        served.correct(now);
        Set<String> due = new TreeSet<>(timetable.due(served, now));
        again.forEach(
                (job, at) -> {
                    if (!at.isAfter(now)) {
                        due.add(job);
                    }
                });
        if (nextDelivery.filter(at -> !at.isAfter(now)).isPresent()) {
            due.add(RunScope.DELIVER);
        }
        Set<String> free = retries.free(due, now);
        // Months wait for documents that could not be collected: only a run that tried to knows.
        return timetable.together(free.contains(RunScope.COMPUTE) ? due : free);
    }

    /** When something is due next, be it now; empty where nothing ever is. */
    Optional<Instant> next() throws IOException {
        Instant now = clock.instant();
        if (!due().isEmpty()) {
            return Optional.of(now);
        }
        return Stream.of(
                        timetable.nextAfter(served, now),
                        retries.nextAfter(now),
                        nextDelivery.filter(now::isBefore),
                        again.values().stream().filter(now::isBefore).min(Instant::compareTo))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /**
     * Jobs were done.
     *
     * @param began when their run began
     * @param unsettled of them, those with files that may still be written: they soon run once more
     */
    void done(Set<String> jobs, Instant began, Set<String> unsettled) throws IOException {
        retries.done(jobs);
        served.note(jobs, began);
        again.keySet().removeAll(jobs);
        Instant soon = clock.instant().plus(SETTLING);
        unsettled.forEach(job -> again.put(job, soon));
        if (jobs.contains(RunScope.DELIVER)) {
            deliverFrom = Optional.of(soon);
        }
        lookForDelivery();
    }

    /** Jobs failed; when they are tried again. */
    Instant failed(Set<String> jobs) throws IOException {
        Instant nextAt = retries.failed(jobs, clock.instant());
        lookForDelivery();
        return nextAt;
    }

    private void lookForDelivery() throws IOException {
        nextDelivery =
                workspace.isPresent() ? NextDelivery.of(workspace.get(), clock) : Optional.empty();
        nextDelivery = nextDelivery.map(at -> deliverFrom.filter(at::isBefore).orElse(at));
    }
}
