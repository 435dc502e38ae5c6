package eu.wattpeil.operate;

import eu.wattpeil.collect.CollectJob;
import eu.wattpeil.collect.CollectRun;
import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Finder;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Help;
import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.Tally;
import eu.wattpeil.store.OpenBatches;
import eu.wattpeil.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;

/** Brings what the store lacks into it, definition by definition or several at once. */
final class CollectStage {

    private final BatchJobs jobs;
    private final Finder finder;
    private final Store store;
    private final RunEvents events;
    private final WaitingDocuments waiting;
    private final Stop stop;
    private final Executor executor;
    private final OpenBatches batches;
    private final Optional<SharedCollecting> sharing;

    /**
     * @param waiting is told of documents that a failure leaves waiting
     * @param executor runs a definition, those that it has threads for at the same time
     * @param sharing lets other hosts read documents; empty where there are none
     */
    CollectStage(
            BatchJobs jobs,
            Finder finder,
            Store store,
            RunEvents events,
            WaitingDocuments waiting,
            Stop stop,
            Executor executor,
            Optional<SharedCollecting> sharing) {
        this.sharing = sharing;
        this.jobs = jobs;
        this.finder = finder;
        this.store = store;
        this.events = events;
        this.waiting = waiting;
        this.stop = stop;
        this.executor = executor;
        batches = new OpenBatches(store);
    }

    /**
     * What one execution is to do.
     *
     * @param lacking documents that the store lacks
     * @param interrupted the execution to go on with; empty for a new one
     */
    private record Work(
            Intake intake,
            List<Document> lacking,
            Optional<JobExecution> interrupted,
            long batch) {}

    /**
     * Collects for some definitions, in the order of their names. The failure of one is noted and
     * leaves the others alone.
     *
     * <p>Of two readings of one meter and time that of the later batch counts. So the batches are
     * dealt in that order before any document is read, whichever is read first then; what was
     * interrupted keeps its batch.
     */
    void collect(List<Intake> intakes) throws JobExecutionException {
        try {
            List<Begun> begun = begin(found(intakes));
            List<FutureTask<Void>> tasks = new ArrayList<>();
            for (Begun work : begun) {
                tasks.add(
                        new FutureTask<>(
                                () -> {
                                    collect(work);
                                    return null;
                                }));
            }
            tasks.forEach(executor::execute);
            awaitAll(tasks);
        } finally {
            sharing.ifPresent(SharedCollecting::close);
        }
        sharing.ifPresent(this::tellWhoHelped);
    }

    /** Others begin with the last one, while this process begins with the first. */
    private List<Begun> begin(List<Work> works) {
        Optional<SharedCollecting> shared =
                sharing.filter(
                        it ->
                                SharedCollecting.isWorthwhile(
                                        works.stream()
                                                .flatMap(work -> work.lacking().stream())
                                                .toList()));
        if (shared.isEmpty()) {
            sharing.ifPresent(SharedCollecting::close);
        }
        Help help = shared.<Help>map(it -> it).orElse(Help.NONE);
        List<Begun> begun = works.stream().map(work -> begin(work, help)).toList();
        shared.ifPresent(
                it -> {
                    begun.forEach(work -> it.add(work.run(), work.work().batch()));
                    it.offer();
                });
        return begun;
    }

    private Begun begin(Work work, Help help) {
        CollectProgress progress =
                new CollectProgress(
                        events,
                        stop,
                        "collect " + work.intake().name(),
                        work.lacking().stream().mapToLong(Document::bytes).sum());
        CollectRun run = jobs.collecting().prepare(work.intake(), work.lacking(), progress, help);
        return new Begun(work, progress, run);
    }

    private void tellWhoHelped(SharedCollecting shared) {
        shared.documentsByHost()
                .forEach((who, documents) -> events.tell(new RunEvent.Shared(who, documents)));
    }

    /** What one execution is about to do. */
    private record Begun(Work work, CollectProgress progress, CollectRun run) {}

    private List<Work> found(List<Intake> intakes) {
        List<Work> found = new ArrayList<>();
        long last = store.lastBatch();
        for (Intake intake : intakes) {
            if (stop.isAsked()) {
                return found;
            }
            Found lacking = finder.lacking(intake, stop::isAsked);
            lacking.unreadable().forEach(unreadable -> events.failed(unreadable.message()));
            if (!lacking.unsettled().isEmpty()) {
                events.tell(new RunEvent.Unsettled(intake.name(), lacking.unsettled()));
            }
            lacking.absent()
                    .forEach(folder -> events.tell(new RunEvent.Absent(intake.name(), folder)));
            if (lacking.forgotten() > 0) {
                events.tell(new RunEvent.LeftOut(intake.name(), lacking.forgotten()));
            }
            if (lacking.documents().isEmpty()) {
                batches.close(intake.name());
            } else {
                Optional<JobExecution> interrupted = interrupted(intake);
                long batch =
                        interrupted
                                .map(CollectJob::batchOf)
                                .or(() -> forgotten(intake))
                                .orElse(last + 1);
                last = Math.max(last, batch);
                found.add(new Work(intake, lacking.documents(), interrupted, batch));
            }
        }
        return found;
    }

    /** The batch that was interrupted, where the repository that knew of it is lost. */
    private Optional<Long> forgotten(Intake intake) {
        return batches.of(intake.name(), intake.reading())
                .filter(batch -> !jobs.knows(CollectJob.JOB, isOf(intake, batch)));
    }

    private static Predicate<JobExecution> isOf(Intake intake, long batch) {
        return execution ->
                CollectJob.isOf(intake, execution) && CollectJob.batchOf(execution) == batch;
    }

    private Optional<JobExecution> interrupted(Intake intake) {
        return jobs.interrupted(
                        CollectJob.JOB,
                        execution -> CollectJob.isOf(intake, execution),
                        CollectJob.READ)
                .filter(it -> CollectJob.readsAlike(intake, it));
    }

    /** Waits for all of them; the first exception is thrown when none is at work any more. */
    private static void awaitAll(List<FutureTask<Void>> tasks) throws JobExecutionException {
        List<Throwable> failures = new ArrayList<>();
        for (FutureTask<Void> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException failed) {
                failures.add(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                failures.add(interrupted);
            }
        }
        if (failures.isEmpty()) {
            return;
        }
        if (failures.get(0) instanceof JobExecutionException failure) {
            throw failure;
        }
        if (failures.get(0) instanceof RuntimeException failure) {
            throw failure;
        }
        throw new IllegalStateException(failures.get(0));
    }

    private void collect(Begun begun) throws JobExecutionException {
        if (stop.isAsked()) {
            return;
        }
        Work work = begun.work();
        Intake intake = work.intake();
        begun.progress().begin();
        long began = System.nanoTime();
        batches.open(intake.name(), intake.reading(), work.batch());
        Tally tally = begun.run().tally();
        JobExecution execution =
                work.interrupted().isPresent()
                        ? jobs.restart(work.interrupted().get())
                        : jobs.run(
                                CollectJob.JOB,
                                CollectJob.parameters(intake, work.lacking(), work.batch()));
        boolean isComplete = execution.getStatus() == BatchStatus.COMPLETED;
        if (isComplete || CollectJob.hasReadAll(execution)) {
            batches.close(intake.name());
        }
        events.tell(
                new RunEvent.Collected(
                        intake.name(),
                        tally.documents(),
                        tally.bytes(),
                        tally.records(),
                        tally.rejects(),
                        Duration.ofNanos(System.nanoTime() - began),
                        isComplete ? tally.examples() : List.of()));
        if (!isComplete) {
            List<Document> left = waiting.add(intake, finder);
            events.failedBecause(execution, () -> MissingRoom.of(left));
        }
    }
}
