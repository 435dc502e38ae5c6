package eu.wattpeil.serve;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the jobs of a workspace, as servers that share the work remember it together.
 *
 * @param served when the run began by which a job was done last
 * @param failed jobs that failed and were not done since
 * @param again jobs with files that were being written, and when they are looked at once more
 * @param deliverFrom before which nothing is delivered
 * @param files fingerprint of the files of the workspace by which the jobs failed
 */
record Memory(
        SortedMap<String, Instant> served,
        SortedMap<String, Retries.Attempt> failed,
        SortedMap<String, Instant> again,
        Optional<Instant> deliverFrom,
        String files) {

    static final Memory NONE =
            new Memory(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Optional.empty(), "");

    Memory {
        served = new TreeMap<>(Map.copyOf(served));
        failed = new TreeMap<>(Map.copyOf(failed));
        again = new TreeMap<>(Map.copyOf(again));
    }

    /** Since when jobs fail. */
    SortedMap<String, Instant> failingSince() {
        SortedMap<String, Instant> since = new TreeMap<>();
        failed.forEach((job, attempt) -> since.put(job, attempt.since()));
        return since;
    }
}
