package eu.wattpeil.kpi.edition;

import java.time.YearMonth;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code compute}: an edition of one month.
 *
 * <p>One step, {@code edition}, which may be repeated: what a killed run had already written of the
 * materialised models is not written again.
 */
public final class ComputeJob {

    /** The name of the job. */
    public static final String JOB = "compute";

    private static final String MONTH = "month";
    private static final String INPUTS = "inputs";

    /** Gives a view of the store as it is now. */
    @FunctionalInterface
    public interface Computations {
        Computation open();
    }

    private ComputeJob() {}

    /**
     * What identifies a run.
     *
     * @param inputs fingerprint of everything that the month's values depend on
     */
    public static JobParameters parameters(YearMonth month, String inputs) {
        return new JobParametersBuilder()
                .addString(MONTH, month.toString())
                .addString(INPUTS, inputs)
                .toJobParameters();
    }

    /** The job. */
    public static Job job(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Computations computations) {
        Step edition =
                new StepBuilder("edition", jobs)
                        .tasklet(
                                (contribution, context) -> {
                                    computations.open().compute(month(context));
                                    return RepeatStatus.FINISHED;
                                },
                                transactions)
                        .build();
        return new JobBuilder(JOB, jobs).start(edition).build();
    }

    private static YearMonth month(ChunkContext context) {
        return YearMonth.parse((String) context.getStepContext().getJobParameters().get(MONTH));
    }
}
