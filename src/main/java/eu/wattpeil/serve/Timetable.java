package eu.wattpeil.serve;

import eu.wattpeil.operate.RunScope;
import eu.wattpeil.workspace.Definition;
import eu.wattpeil.workspace.Schedule;
import eu.wattpeil.workspace.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which job runs when.
 *
 * @param schedules of jobs that have one, by name
 * @param companions definitions without a schedule, which are collected whenever months are
 *     computed
 * @param zone in which its people read times
 */
public record Timetable(
        SortedMap<String, Schedule> schedules, Set<String> companions, ZoneId zone) {

    /** Computing goes with what makes and brings reports of it. */
    private static final Set<String> OF_MONTHS =
            Set.of(RunScope.COMPUTE, RunScope.PUBLISH, RunScope.DELIVER);

    /** Where nothing ever runs. */
    static final Timetable NONE = new Timetable(new TreeMap<>(), Set.of(), ZoneOffset.UTC);

    public Timetable {
        schedules = new TreeMap<>(schedules);
        companions = Set.copyOf(companions);
    }

    /** What the files of a workspace say. */
    public static Timetable of(Workspace workspace) {
        SortedMap<String, Schedule> schedules = new TreeMap<>();
        Set<String> companions = new TreeSet<>();
        for (Definition definition : workspace.definitions()) {
            definition
                    .schedule()
                    .ifPresentOrElse(
                            schedule -> schedules.put(definition.name(), schedule),
                            () -> companions.add(definition.name()));
        }
        schedules.put(RunScope.COMPUTE, workspace.computing());
        return new Timetable(schedules, companions, workspace.settings().zone());
    }

    /**
     * When a job is to run next: at once where it never has.
     *
     * @param lastAt when it began the last time that it was done
     */
    static Instant next(Schedule schedule, Optional<Instant> lastAt) {
        return lastAt.map(schedule::next).orElse(Instant.MIN);
    }

    /**
     * The jobs whose time has come since they were done last. Times that went by while nobody
     * looked count once: a run does all that they would have done, the oldest first.
     */
    Set<String> due(ServedTimes served, Instant now) {
        Set<String> due = new TreeSet<>();
        schedules.forEach(
                (job, schedule) -> {
                    if (!next(schedule, served.lastAt(job)).isAfter(now)) {
                        due.add(job);
                    }
                });
        return due;
    }

    /** The first time at which a job is due that is not yet. */
    Optional<Instant> nextAfter(ServedTimes served, Instant now) {
        return schedules.entrySet().stream()
                .map(it -> next(it.getValue(), served.lastAt(it.getKey())))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /**
     * When a job is to run next by its own times.
     *
     * @param lastAt when it began the last time that it was done
     * @return {@link Instant#MIN} where it never was; empty for a job without times of its own
     */
    public Optional<Instant> next(String job, Optional<Instant> lastAt) {
        return Optional.ofNullable(schedules.get(job)).map(schedule -> next(schedule, lastAt));
    }

    /** All that it knows. */
    public Set<String> jobs() {
        Set<String> jobs = new TreeSet<>(schedules.keySet());
        jobs.addAll(companions);
        jobs.addAll(OF_MONTHS);
        return jobs;
    }

    /** All that a run does for the sake of some jobs. */
    Set<String> together(Set<String> jobs) {
        Set<String> together = new TreeSet<>(jobs);
        if (jobs.contains(RunScope.COMPUTE)) {
            together.addAll(OF_MONTHS);
            together.addAll(companions);
        }
        return together;
    }
}
