package eu.wattpeil.operate;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.TableFile;
import eu.wattpeil.store.Text;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;

/**
 * What a run did and what went wrong in it: counted, and kept as a row of the table {@code runs}.
 */
final class RunLog {

    private final Clock clock;
    private final Instant startedAt;
    private final Counter documents;
    private final Counter records;
    private final Counter rejects;
    private final Counter months;
    private final Counter reports;
    private final List<String> failures = new ArrayList<>();

    RunLog(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        startedAt = clock.instant();
        documents = registry.counter("wattpeil.documents");
        records = registry.counter("wattpeil.records");
        rejects = registry.counter("wattpeil.rejects");
        months = registry.counter("wattpeil.months.computed");
        reports = registry.counter("wattpeil.reports.published");
    }

    void collected(int documentCount, long recordCount, long rejectCount) {
        documents.increment(documentCount);
        records.increment(recordCount);
        rejects.increment(rejectCount);
    }

    void computedMonth() {
        months.increment();
    }

    void publishedReport() {
        reports.increment();
    }

    /** Notes why an execution failed; false where it did not. */
    boolean failedBecause(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return false;
        }
        List<Throwable> causes = execution.getAllFailureExceptions();
        if (causes.isEmpty()) {
            failures.add(
                    execution.getJobInstance().getJobName() + " ended as " + execution.getStatus());
        }
        // A step that deals to others fails with them, and says no more than that.
        causes.stream()
                .filter(cause -> causes.size() == 1 || !(cause instanceof JobExecutionException))
                .forEach(cause -> failures.add(FailureMessage.of(cause)));
        return true;
    }

    /** Notes a failure that came before a job could start. */
    void failed(String message) {
        failures.add(message);
    }

    List<String> failures() {
        return failures.stream().distinct().toList();
    }

    boolean hasDoneAnything() {
        return !failures.isEmpty()
                || documents.count() > 0
                || months.count() > 0
                || reports.count() > 0;
    }

    /** Keeps the run in the store. */
    void write(Store store) {
        Dataset table = Datasets.RUNS;
        Instant endedAt = clock.instant();
        String file = table.name() + "/" + startedAt.toString().replace(":", "") + ".parquet";
        try (TableFile target = store.create(table, file)) {
            RowBlock row = target.rows();
            row.set(table.index("started_at"), micros(startedAt));
            row.set(table.index("ended_at"), micros(endedAt));
            row.set(table.index("outcome"), Text.of(failures.isEmpty() ? "done" : "failed"));
            row.set(table.index("documents"), (long) documents.count());
            row.set(table.index("records"), (long) records.count());
            row.set(table.index("rejects"), (long) rejects.count());
            row.set(table.index("months"), (long) months.count());
            row.set(table.index("reports"), (long) reports.count());
            failures.stream()
                    .findFirst()
                    .flatMap(message -> message.lines().findFirst())
                    .ifPresent(line -> row.set(table.index("message"), Text.of(line)));
            target.closeRow();
            target.commit();
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
