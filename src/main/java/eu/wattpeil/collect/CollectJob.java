package eu.wattpeil.collect;

import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Definition;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code collect}: brings the documents of one definition into the store.
 *
 * <p>Steps: {@code read} deals the documents that the ledger lacks to workers, each document
 * committing on its own, and {@code judge} fails the job when more rows were rejected than the
 * definition allows. What an execution works on is handed over by {@link CollectRuns}. After a
 * crash it is found anew, so what was committed is not read twice, and the batch number is that of
 * the interrupted run, so the bytes are the same.
 */
public final class CollectJob {

    /** The name of the job. */
    public static final String JOB = "collect";

    /** The step after which no document waits any more. */
    public static final String READ = "read";

    /** How many documents are read at the same time. */
    public static final int WORKERS = Runtime.getRuntime().availableProcessors();

    static final String DEFINITION = "definition";
    static final String READING = "reading";
    static final String BATCH = "batch";
    static final String DOCUMENTS = "documents";

    private CollectJob() {}

    /**
     * What identifies a run: the definition and its reading, the documents found, and their batch.
     */
    public static JobParameters parameters(Intake intake, List<Document> lacking, long batch) {
        return new JobParametersBuilder()
                .addString(DEFINITION, intake.name())
                .addString(READING, intake.reading())
                .addString(DOCUMENTS, Finder.fingerprint(intake, lacking))
                .addLong(BATCH, batch)
                .toJobParameters();
    }

    /** Whether a job execution belongs to a definition. */
    public static boolean isOf(Intake intake, JobExecution execution) {
        return intake.name().equals(execution.getJobParameters().getString(DEFINITION));
    }

    /**
     * Whether a job execution read documents as the definition reads them now. Otherwise it is not
     * gone on with: of two readings of a document the later batch counts, so they must not share
     * one.
     */
    public static boolean readsAlike(Intake intake, JobExecution execution) {
        return intake.reading().equals(execution.getJobParameters().getString(READING));
    }

    /** Whether no document of a job execution waits any more, whatever came of them. */
    public static boolean hasReadAll(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .anyMatch(
                        step ->
                                step.getStepName().equals(READ)
                                        && step.getStatus() == BatchStatus.COMPLETED);
    }

    /** The batch that a job execution reads documents in. */
    public static long batchOf(JobExecution execution) {
        return Objects.requireNonNull(execution.getJobParameters().getLong(BATCH), BATCH);
    }

    /** The job for documents of a workspace. */
    public static Job job(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            CollectRuns runs,
            Workspace workspace,
            Store store,
            Clock clock) {
        DocumentReader reader = DocumentReader.of(workspace, store, clock, WORKERS);
        return job(jobs, transactions, runs, reader);
    }

    static Job job(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            CollectRuns runs,
            DocumentReader reader) {
        Step worker =
                new StepBuilder("worker", jobs)
                        .tasklet(
                                (contribution, context) ->
                                        readNext(run(runs, context), reader, contribution, context),
                                transactions)
                        .build();
        Step read =
                new StepBuilder(READ, jobs)
                        .partitioner("worker", workers())
                        .step(worker)
                        .gridSize(WORKERS)
                        .taskExecutor(new SimpleAsyncTaskExecutor("reader-"))
                        .build();
        Step judge =
                new StepBuilder("judge", jobs)
                        .tasklet(
                                (contribution, context) -> judge(run(runs, context), context, jobs),
                                transactions)
                        .build();
        return new JobBuilder(JOB, jobs).start(read).next(judge).build();
    }

    /** Brings one document in; what becomes of it leaves the others alone. */
    private static RepeatStatus readNext(
            CollectRun run,
            DocumentReader reader,
            StepContribution contribution,
            ChunkContext context)
            throws IOException, JobInterruptedException {
        if (run.progress().isStopAsked()) {
            throw new JobInterruptedException("stopped between two documents");
        }
        long batch = (Long) parameter(context, BATCH);
        Optional<Help.Staged> staged = run.help().staged(run);
        if (staged.isPresent()) {
            take(staged.get(), run, reader, batch, contribution);
            return RepeatStatus.CONTINUABLE;
        }
        Optional<Document> next = run.next();
        if (next.isPresent()) {
            read(next.get(), run, reader, batch, contribution);
            return RepeatStatus.CONTINUABLE;
        }
        if (run.help().isAwaited(run)) {
            await(run);
            return RepeatStatus.CONTINUABLE;
        }
        run.tellUnread();
        return RepeatStatus.FINISHED;
    }

    private static void await(CollectRun run) throws JobInterruptedException {
        try {
            run.help().await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JobInterruptedException("stopped while others read documents");
        }
    }

    private static void read(
            Document document,
            CollectRun run,
            DocumentReader reader,
            long batch,
            StepContribution contribution)
            throws IOException {
        try {
            Optional<Reading> reading =
                    reader.read(document, run.intake(), batch, run.accepted(document));
            if (reading.isEmpty()) {
                run.changed(document);
                return;
            }
            count(reading.get(), contribution);
            run.add(document, reading.get());
        } catch (IOException failure) {
            run.failed(document, failure);
        }
    }

    /** What is not there whole is read once more, by this process. */
    private static void take(
            Help.Staged staged,
            CollectRun run,
            DocumentReader reader,
            long batch,
            StepContribution contribution)
            throws IOException {
        Document document = staged.document();
        Optional<Reading> reading = reader.take(document, run.intake(), batch, staged.folder());
        if (reading.isEmpty()) {
            read(document, run, reader, batch, contribution);
            return;
        }
        count(reading.get(), contribution);
        run.add(document, reading.get());
        run.help().took(staged);
    }

    private static void count(Reading reading, StepContribution contribution) {
        contribution.incrementWriteCount(reading.row().records());
        contribution.incrementReadSkipCount(reading.rejectedRows());
    }

    /** Counts over all attempts at this run, so that a crash does not thin out the rejects. */
    private static RepeatStatus judge(CollectRun run, ChunkContext context, JobRepository jobs) {
        Definition definition = run.intake().definition();
        JobExecution current = context.getStepContext().getStepExecution().getJobExecution();
        List<StepExecution> workers =
                jobs.getJobExecutions(current.getJobInstance()).stream()
                        .flatMap(execution -> execution.getStepExecutions().stream())
                        .filter(execution -> execution.getStepName().startsWith("worker:"))
                        .toList();
        long records = workers.stream().mapToLong(StepExecution::getWriteCount).sum();
        long rejects = workers.stream().mapToLong(StepExecution::getReadSkipCount).sum();
        double share = rejects == 0 ? 0 : (double) rejects / (records + rejects);
        double allowed = definition.failAboveShare();
        if (share > allowed) {
            throw new TooManyRejectsException(
                    String.format(
                            Locale.ROOT,
                            "%s: rejected rows are %d of %d (%.1f %%), expected at most %.1f %%;"
                                    + " the usable rows are in the store%s",
                            definition.file(),
                            rejects,
                            records + rejects,
                            100 * share,
                            100 * allowed,
                            run.tally().examples().stream()
                                    .map(line -> "\n  " + line)
                                    .reduce("", String::concat)));
        }
        return RepeatStatus.FINISHED;
    }

    private static CollectRun run(CollectRuns runs, ChunkContext context) {
        return runs.of((String) parameter(context, DEFINITION));
    }

    private static Object parameter(ChunkContext context, String name) {
        return Objects.requireNonNull(context.getStepContext().getJobParameters().get(name), name);
    }

    /** Workers hold no documents: a restart deals what is left to those that did not finish. */
    private static Partitioner workers() {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        IntStream.range(0, WORKERS)
                .forEach(
                        number -> partitions.put(Integer.toString(number), new ExecutionContext()));
        return gridSize -> partitions;
    }
}
