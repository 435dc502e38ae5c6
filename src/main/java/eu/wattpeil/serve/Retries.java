package eu.wattpeil.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** When jobs that failed are tried again: soon at first, then less and less often. */
final class Retries {

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(3));

    private final Map<String, Attempt> failed = new TreeMap<>();

    /**
     * @param count of failures in a row
     * @param since when the first of them was
     */
    record Attempt(int count, Instant since, Instant nextAt) {

        static final Attempt NONE = new Attempt(0, Instant.EPOCH, Instant.EPOCH);
    }

    /** Those that there are. */
    Map<String, Attempt> all() {
        return Map.copyOf(failed);
    }

    /** From now on others are all that there are. */
    void recall(Map<String, Attempt> others) {
        failed.clear();
        failed.putAll(others);
    }

    /** Of some jobs, those that no failure holds back. */
    Set<String> free(Set<String> jobs, Instant now) {
        return jobs.stream()
                .filter(job -> !attempt(job).nextAt().isAfter(now))
                .collect(Collectors.toSet());
    }

    /** Notes that jobs failed; when they are tried again. */
    Instant failed(Set<String> jobs, Instant now) {
        int before = jobs.stream().mapToInt(job -> attempt(job).count()).max().orElse(0);
        Instant nextAt = now.plus(PAUSES.get(Math.min(before, PAUSES.size() - 1)));
        for (String job : jobs) {
            Instant since = attempt(job).count() == 0 ? now : attempt(job).since();
            failed.put(job, new Attempt(before + 1, since, nextAt));
        }
        return nextAt;
    }

    /** Notes that jobs were done. */
    void done(Set<String> jobs) {
        failed.keySet().removeAll(jobs);
    }

    /** All are tried at once, as what made them fail may be mended; but for jobs that are gone. */
    void forgive(Set<String> jobs) {
        failed.keySet().retainAll(jobs);
        failed.replaceAll(
                (job, attempt) -> new Attempt(attempt.count(), attempt.since(), Instant.EPOCH));
    }

    /** The first time at which one is tried that is not yet. */
    Optional<Instant> nextAfter(Instant now) {
        return failed.values().stream()
                .map(Attempt::nextAt)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    private Attempt attempt(String job) {
        return failed.getOrDefault(job, Attempt.NONE);
    }
}
