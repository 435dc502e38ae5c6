package eu.wattpeil.operate;

import eu.wattpeil.collect.CollectJobConfiguration;
import eu.wattpeil.collect.CollectRuns;
import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Finder;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.Tally;
import eu.wattpeil.store.Store;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;

/** Brings what the store lacks into it, definition by definition. */
final class CollectStage {

    private final BatchJobs jobs;
    private final Finder finder;
    private final Store store;
    private final RunEvents events;
    private final WaitingDocuments waiting;

    /**
     * @param waiting is told of documents that a failure leaves waiting
     */
    CollectStage(
            BatchJobs jobs,
            Finder finder,
            Store store,
            RunEvents events,
            WaitingDocuments waiting) {
        this.jobs = jobs;
        this.finder = finder;
        this.store = store;
        this.events = events;
        this.waiting = waiting;
    }

    /** One definition. Its failure is noted and leaves the others alone. */
    void collect(Intake intake, CollectProgress progress) throws JobExecutionException {
        Found lacking = finder.lacking(intake);
        lacking.unreadable().forEach(unreadable -> events.failed(unreadable.message()));
        if (!lacking.documents().isEmpty()) {
            collect(intake, lacking.documents(), progress);
        }
    }

    private void collect(Intake intake, List<Document> lacking, CollectProgress progress)
            throws JobExecutionException {
        progress.start(
                "collect " + intake.name(), lacking.stream().mapToLong(Document::bytes).sum());
        Tally tally = jobs.bean(CollectRuns.class).prepare(intake, lacking, progress).tally();
        Optional<JobExecution> interrupted =
                jobs.interrupted(
                                CollectJobConfiguration.JOB,
                                execution -> CollectJobConfiguration.isOf(intake, execution),
                                CollectJobConfiguration.READ)
                        .filter(it -> CollectJobConfiguration.readsAlike(intake, it));
        JobExecution execution =
                interrupted.isPresent()
                        ? jobs.restart(interrupted.get())
                        : jobs.run(
                                CollectJobConfiguration.JOB,
                                CollectJobConfiguration.parameters(
                                        intake, lacking, store.lastBatch() + 1));
        boolean isComplete = execution.getStatus() == BatchStatus.COMPLETED;
        events.tell(
                new RunEvent.Collected(
                        intake.name(),
                        tally.documents(),
                        tally.records(),
                        tally.rejects(),
                        isComplete ? tally.examples() : List.of()));
        if (!isComplete) {
            List<Document> left = waiting.add(intake, finder);
            events.failedBecause(execution, () -> Room.of(left));
        }
    }
}
