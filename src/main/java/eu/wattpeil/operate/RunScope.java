package eu.wattpeil.operate;

import eu.wattpeil.collect.Intakes;
import eu.wattpeil.workspace.Deliveries;
import eu.wattpeil.workspace.Delivery;
import eu.wattpeil.workspace.Spelling;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run is restricted to.
 *
 * @param month the only month to compute, publish and deliver; empty for all that are due
 * @param job the only job: the name of a definition, {@code compute}, {@code publish} or {@code
 *     deliver}; empty for all
 * @param again the delivery that brings the month once more to whoever has not got it for certain,
 *     and nothing else is done; empty for none
 */
public record RunScope(Optional<YearMonth> month, Optional<String> job, Optional<String> again) {

    static final String COMPUTE = "compute";
    static final String PUBLISH = "publish";
    static final String DELIVER = "deliver";

    public RunScope {
        if (again.isPresent()) {
            if (month.isEmpty()) {
                throw new UnknownNameException("--again needs a month, expected --month too");
            }
            if (job.filter(it -> !it.equals(DELIVER)).isPresent()) {
                throw new UnknownNameException(
                        "--again stands beside --job " + job.get() + ", expected one of them");
            }
            job = Optional.of(DELIVER);
        }
    }

    /** All that is due. */
    public RunScope(Optional<YearMonth> month, Optional<String> job) {
        this(month, job, Optional.empty());
    }

    /** Refuses a job that there is not. */
    void requireKnownJob(Intakes intakes) {
        Set<String> known = new TreeSet<>(Set.of(COMPUTE, PUBLISH, DELIVER));
        intakes.all().forEach(intake -> known.add(intake.name()));
        if (job.isPresent() && !known.contains(job.get())) {
            throw new UnknownNameException(
                    "--job is \"" + job.get() + "\"" + Spelling.hint(job.get(), known));
        }
    }

    /** Refuses a delivery that there is not. */
    void requireKnownDelivery(Deliveries deliveries) {
        Set<String> known = new TreeSet<>();
        deliveries.all().stream().map(Delivery::deliveryId).forEach(known::add);
        if (again.isPresent() && !known.contains(again.get())) {
            throw new UnknownNameException(
                    "--again is \""
                            + again.get()
                            + "\""
                            + (known.isEmpty()
                                    ? ", expected a delivery of config/delivery.yaml; it has none"
                                    : Spelling.hint(again.get(), known)));
        }
    }

    boolean includes(String name) {
        return job.map(name::equals).orElse(true);
    }
}
