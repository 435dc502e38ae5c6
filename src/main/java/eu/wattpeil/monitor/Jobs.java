package eu.wattpeil.monitor;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of each job. */
final class Jobs {

    private final SortedMap<String, Job> all = new TreeMap<>();

    /**
     * A job.
     *
     * @param knownAt since when it is known
     * @param lastAt when the last run began by which it was done; empty where none is known
     * @param isFailing whether it failed and was not done since; empty where that is not known
     * @param failedAt when it failed for the first time since; empty where it did not
     */
    record Job(
            Instant knownAt,
            Optional<Instant> lastAt,
            Optional<Boolean> isFailing,
            Optional<Instant> failedAt) {}

    /** By name, in order. */
    SortedMap<String, Job> all() {
        return Collections.unmodifiableSortedMap(all);
    }

    /** There is a job; one that is known already stays as it is. */
    void know(String name, Instant now, Optional<Instant> lastAt) {
        all.putIfAbsent(name, new Job(now, lastAt, Optional.empty(), Optional.empty()));
    }

    /** What became of a job on whichever host did it last. */
    void learn(String name, Instant now, Optional<Instant> lastAt, Optional<Instant> failedAt) {
        know(name, now, lastAt);
        all.computeIfPresent(
                name,
                (it, job) ->
                        new Job(
                                job.knownAt(),
                                lastAt,
                                lastAt.isPresent() || failedAt.isPresent()
                                        ? Optional.of(failedAt.isPresent())
                                        : job.isFailing(),
                                failedAt));
    }

    /** Others are gone. */
    void keep(Set<String> names) {
        all.keySet().retainAll(names);
    }

    void done(Set<String> names, Instant began) {
        for (String name : names) {
            all.put(name, new Job(began, Optional.of(began), Optional.of(false), Optional.empty()));
        }
    }

    /** It was done when it was tried last, whenever that was. */
    void noteDone(String name) {
        all.computeIfPresent(
                name,
                (it, job) ->
                        new Job(job.knownAt(), job.lastAt(), Optional.of(false), Optional.empty()));
    }

    void failed(Set<String> names, Instant at) {
        for (String name : names) {
            know(name, at, Optional.empty());
            all.computeIfPresent(
                    name,
                    (it, job) ->
                            new Job(
                                    job.knownAt(),
                                    job.lastAt(),
                                    Optional.of(true),
                                    job.failedAt().or(() -> Optional.of(at))));
        }
    }
}
