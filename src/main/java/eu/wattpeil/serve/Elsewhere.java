package eu.wattpeil.serve;

import java.time.Instant;
import java.util.List;

/**
 * The work of another host.
 *
 * @param who is at work, such as {@code process 7 on host-a}
 * @param jobs in order; empty where it has not said
 * @param what it is at, such as {@code compute 2026-09}; empty where it has not said
 * @param share of that, 0 to 1
 */
public record Elsewhere(String who, Instant since, List<String> jobs, String what, double share) {

    public Elsewhere {
        jobs = List.copyOf(jobs);
    }
}
