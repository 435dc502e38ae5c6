package eu.wattpeil.report;

import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.Report;
import java.io.IOException;
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
 * The job {@code publish}: writes the forms of one report for one edition of a month.
 *
 * <p>Each file appears whole or not at all, and the same inputs give the same bytes, so that an
 * interrupted run is simply done again.
 */
public final class PublishJob {

    /** The name of the job. */
    public static final String JOB = "publish";

    private static final String MONTH = "month";
    private static final String EDITION = "edition";
    private static final String REPORT = "report";
    private static final String INPUTS = "inputs";

    /** What a report of a month is made from. */
    @FunctionalInterface
    public interface FactsOfMonth {
        MonthlyFacts facts(YearMonth month);
    }

    private PublishJob() {}

    /**
     * What identifies a run.
     *
     * @param inputs fingerprint of everything the report is made from
     */
    public static JobParameters parameters(
            YearMonth month, int edition, Report report, String inputs) {
        return new JobParametersBuilder()
                .addString(MONTH, month.toString())
                .addLong(EDITION, (long) edition)
                .addString(REPORT, report.name())
                .addString(INPUTS, inputs)
                .toJobParameters();
    }

    /** The job. */
    public static Job job(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            FactsOfMonth factsOfMonth,
            Publisher publisher) {
        Step forms =
                new StepBuilder("forms", jobs)
                        .tasklet(
                                (contribution, context) ->
                                        publish(context, factsOfMonth, publisher),
                                transactions)
                        .build();
        return new JobBuilder(JOB, jobs).start(forms).build();
    }

    private static RepeatStatus publish(
            ChunkContext context, FactsOfMonth factsOfMonth, Publisher publisher)
            throws IOException {
        YearMonth month = YearMonth.parse(parameter(context, MONTH));
        MonthlyFacts facts = factsOfMonth.facts(month);
        String name = parameter(context, REPORT);
        Report report =
                facts.definitions().stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        publisher.publish(MonthlyReport.of(facts, report));
        return RepeatStatus.FINISHED;
    }

    private static String parameter(ChunkContext context, String name) {
        Object value = context.getStepContext().getJobParameters().get(name);
        return (String) Objects.requireNonNull(value, name);
    }
}
