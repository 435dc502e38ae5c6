package eu.wattpeil.operate;

import eu.wattpeil.collect.Intakes;
import eu.wattpeil.workspace.Spelling;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run is restricted to.
 *
 * @param month the only month to compute and publish; empty for all that are due
 * @param job the only job: the name of a definition, {@code compute} or {@code publish}; empty for
 *     all
 */
public record RunScope(Optional<YearMonth> month, Optional<String> job) {

    static final String COMPUTE = "compute";
    static final String PUBLISH = "publish";

    /** Refuses a job that there is not. */
    void requireKnownJob(Intakes intakes) {
        Set<String> known = new TreeSet<>(Set.of(COMPUTE, PUBLISH));
        intakes.all().forEach(intake -> known.add(intake.name()));
        if (job.isPresent() && !known.contains(job.get())) {
            throw new UnknownNameException(
                    "--job is \"" + job.get() + "\"" + Spelling.hint(job.get(), known));
        }
    }

    boolean includes(String name) {
        return job.map(name::equals).orElse(true);
    }
}
