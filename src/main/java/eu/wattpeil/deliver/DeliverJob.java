package eu.wattpeil.deliver;

import java.time.YearMonth;
import java.util.Objects;
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
 * The job {@code deliver}: one attempt to bring an edition of a month to those of a delivery who
 * have not got it. Whether it is due, and who has got it, is kept in the store: what this job
 * repository knows may be lost.
 */
public final class DeliverJob {

    /** The name of the job. */
    public static final String JOB = "deliver";

    private static final String MONTH = "month";
    private static final String EDITION = "edition";
    private static final String REPORT = "report";
    private static final String DELIVERY = "delivery";

    private DeliverJob() {}

    /** What identifies a run. */
    public static JobParameters parameters(Appointment appointment) {
        return new JobParametersBuilder()
                .addString(MONTH, appointment.issue().month().toString())
                .addLong(EDITION, (long) appointment.issue().edition())
                .addString(REPORT, appointment.delivery().report())
                .addString(DELIVERY, appointment.delivery().deliveryId())
                .toJobParameters();
    }

    /** The job. */
    public static Job job(
            JobRepository jobs, PlatformTransactionManager transactions, Deliverer deliverer) {
        Step attempt =
                new StepBuilder("attempt", jobs)
                        .tasklet(
                                (contribution, context) -> deliver(context, deliverer),
                                transactions)
                        .build();
        return new JobBuilder(JOB, jobs).start(attempt).build();
    }

    private static RepeatStatus deliver(ChunkContext context, Deliverer deliverer) {
        deliverer.deliver(
                (String) parameter(context, DELIVERY),
                new Issue(
                        YearMonth.parse((String) parameter(context, MONTH)),
                        Math.toIntExact((Long) parameter(context, EDITION))));
        return RepeatStatus.FINISHED;
    }

    private static Object parameter(ChunkContext context, String name) {
        Object value = context.getStepContext().getJobParameters().get(name);
        return Objects.requireNonNull(value, name);
    }
}
