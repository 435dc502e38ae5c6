package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.edition.ComputeJob;
import eu.wattpeil.store.KeptFrom;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Settings;
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
    private final Settings settings;
    private final Store store;
    private final RunEvents events;
    private final WaitingDocuments waiting;
    private final Stop stop;
    private final long batchBefore;

    /**
     * @param batchBefore the last one before this run: what it has read came after
     */
    ComputeStage(
            BatchJobs jobs,
            Supplier<Computation> computations,
            Settings settings,
            Store store,
            RunEvents events,
            WaitingDocuments waiting,
            Stop stop,
            long batchBefore) {
        this.batchBefore = batchBefore;
        this.jobs = jobs;
        this.computations = computations;
        this.settings = settings;
        this.store = store;
        this.events = events;
        this.waiting = waiting;
        this.stop = stop;
    }

    void compute(RunScope scope, Clock clock) throws JobExecutionException {
        Computation computation = computations.get();
        List<YearMonth> months =
                scope.month().map(List::of).orElseGet(() -> due(computation, clock));
        int done = 0;
        for (YearMonth month : months) {
            if (stop.isAsked()) {
                return;
            }
            events.tell(
                    new RunEvent.Progressed("compute " + month, (double) done++ / months.size()));
            if (!computation.isDue(month)) {
                tellWhereClosed(month, computation, scope.month().isPresent());
                continue;
            }
            if (waiting.concern(month, computation)) {
                events.tell(new RunEvent.HeldBack(month));
                continue;
            }
            boolean hasFailed =
                    events.failedBecause(
                            jobs.run(
                                    ComputeJob.JOB,
                                    ComputeJob.parameters(month, computation.fingerprint(month))),
                            () -> MissingRoom.ofAMonth(store.root()));
            if (hasFailed) {
                return;
            }
            events.tell(new RunEvent.Computed(month));
        }
    }

    /** Of a closed month, where it was asked for, or what was just read is not in its figures. */
    private void tellWhereClosed(YearMonth month, Computation computation, boolean isAsked) {
        Optional<KeptFrom> lacking = computation.lacking(month);
        if (lacking.isEmpty()) {
            return;
        }
        long tooLate = computation.tooLate(month, batchBefore);
        if (isAsked || tooLate > 0) {
            events.tell(new RunEvent.Closed(month, lacking.get().words(), tooLate));
        }
    }

    private List<YearMonth> due(Computation computation, Clock clock) {
        DueMonths months = DueMonths.of(computation, settings::firstMonth, clock);
        if (!months.before().isEmpty()) {
            events.tell(new RunEvent.LeftAlone(months.before()));
        }
        return months.computed();
    }
}
