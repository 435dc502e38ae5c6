package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.edition.ComputeJobConfiguration;
import eu.wattpeil.kpi.edition.Edition;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.batch.core.job.JobExecutionException;

/** Computes the months that are due, the earliest first: later ones build on them. */
final class ComputeStage {

    private final BatchJobs jobs;
    private final Supplier<Computation> computations;
    private final Console console;
    private final RunLog log;

    ComputeStage(BatchJobs jobs, Supplier<Computation> computations, Console console, RunLog log) {
        this.jobs = jobs;
        this.computations = computations;
        this.console = console;
        this.log = log;
    }

    void compute(RunScope scope, Clock clock) throws JobExecutionException {
        Computation computation = computations.get();
        List<YearMonth> months =
                scope.month().map(List::of).orElseGet(() -> computation.months(clock));
        int done = 0;
        for (YearMonth month : months) {
            console.bar("compute " + month, (double) done++ / months.size());
            String inputs = computation.fingerprint(month);
            if (isCurrent(computation, month, inputs)) {
                continue;
            }
            boolean hasFailed =
                    log.failedBecause(
                            jobs.run(
                                    ComputeJobConfiguration.JOB,
                                    ComputeJobConfiguration.parameters(month, inputs)));
            if (hasFailed) {
                return;
            }
            log.computedMonth();
        }
    }

    private static boolean isCurrent(Computation computation, YearMonth month, String inputs) {
        Optional<Edition> current = computation.current(month);
        return current.isPresent() && current.get().fingerprint().equals(inputs);
    }
}
