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
 * @param jobs the only ones: names of definitions, {@code compute}, {@code publish} or {@code
 *     deliver}; empty for all
 * @param again the delivery that brings the month once more to whoever has not got it for certain,
 *     and nothing else is done; empty for none
 */
public record RunScope(Optional<YearMonth> month, Set<String> jobs, Optional<String> again) {

    public static final String COMPUTE = "compute";
    public static final String PUBLISH = "publish";
    public static final String DELIVER = "deliver";

    public RunScope {
        if (again.isPresent()) {
            if (month.isEmpty()) {
                throw new UnknownNameException("--again needs a month, expected --month too");
            }
            Set<String> others = new TreeSet<>(jobs);
            others.remove(DELIVER);
            if (!others.isEmpty()) {
                throw new UnknownNameException(
                        "--again stands beside --job "
                                + String.join(", ", others)
                                + ", expected one of them");
            }
            jobs = Set.of(DELIVER);
        }
        jobs = Set.copyOf(jobs);
    }

    /** All that is due. */
    public static RunScope all() {
        return of(Set.of());
    }

    /** All that is due of some jobs; of all of them where none is named. */
    public static RunScope of(Set<String> jobs) {
        return new RunScope(Optional.empty(), jobs, Optional.empty());
    }

    /** The jobs of a workspace that a run does. */
    public Set<String> jobsOf(Setup setup) {
        Set<String> included = known(setup.intakes());
        included.removeIf(job -> !includes(job));
        return included;
    }

    private static Set<String> known(Intakes intakes) {
        Set<String> known = new TreeSet<>(Set.of(COMPUTE, PUBLISH, DELIVER));
        intakes.all().forEach(intake -> known.add(intake.name()));
        return known;
    }

    /** Refuses a job that there is not. */
    void requireKnownJob(Intakes intakes) {
        Set<String> known = known(intakes);
        for (String job : new TreeSet<>(jobs)) {
            if (!known.contains(job)) {
                throw new UnknownNameException(
                        "--job is \"" + job + "\"" + Spelling.hint(job, known));
            }
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

    /** Whether all months that are due are computed and published. */
    boolean isOfAllMonths() {
        return month.isEmpty() && includes(COMPUTE) && includes(PUBLISH);
    }

    boolean includes(String name) {
        return jobs.isEmpty() || jobs.contains(name);
    }
}
