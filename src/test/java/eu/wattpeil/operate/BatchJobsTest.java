package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.CollectJob;
import eu.wattpeil.deliver.Deliverer;
import eu.wattpeil.kpi.edition.ComputeJob;
import eu.wattpeil.kpi.edition.ComputeJob.Computations;
import eu.wattpeil.report.PublishJob;
import eu.wattpeil.report.PublishJob.FactsOfMonth;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.report.ReportFolder;
import eu.wattpeil.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The tables of the jobs do not grow for ever. */
class BatchJobsTest {

    private static final int KEPT = 500;
    private static final int AT_ONCE = 200;
    private static final int MADE = KEPT + AT_ONCE + 20;

    @TempDir Path root;

    @Test
    void beginsWorkThatAKilledProcessHadNotedAndNotBegun() throws Exception {
        Setup setup = setup();
        JobParameters noted =
                new JobParametersBuilder().addString("month", "2026-09").toJobParameters();
        try (BatchJobs jobs = start(setup)) {
            made(CollectJob.JOB, 1, jobs.repository());
            jobs.repository().createJobInstance(PublishJob.JOB, noted);
        }

        try (BatchJobs jobs = start(setup)) {
            assertThat(instances(CollectJob.JOB, jobs.repository())).hasSize(1);
            assertThat(jobs.run(PublishJob.JOB, noted).getStatus()).isEqualTo(BatchStatus.FAILED);
        }
    }

    private Setup setup() throws IOException {
        Files.createDirectories(root.resolve("config"));
        Files.writeString(
                root.resolve("config/wattpeil.yaml"),
                "organisation: {name: T, zone: Europe/Brussels, languages: [en]}\n");
        Setup setup = Setup.load(root);
        Files.createDirectories(setup.stateFolder());
        return setup;
    }

    @Test
    void forgetsTheOldestWork() throws Exception {
        Setup setup = setup();
        try (BatchJobs jobs = start(setup)) {
            JobRepository repository = jobs.repository();
            for (int number = 1; number <= MADE; number++) {
                made(CollectJob.JOB, number, repository);
            }
            made(ComputeJob.JOB, 1, repository);
            for (int number = 1; number <= KEPT + 2; number++) {
                made(PublishJob.JOB, number, repository);
            }
        }

        assertThat(namesAfterAStart(setup)).hasSize(MADE - AT_ONCE);
        List<Long> left = namesAfterAStart(setup);
        assertThat(left).hasSize(KEPT).contains((long) MADE).doesNotContain(1L);
        assertThat(namesAfterAStart(setup)).isEqualTo(left);
        try (BatchJobs jobs = start(setup)) {
            JobRepository repository = jobs.repository();
            assertThat(instances(PublishJob.JOB, repository)).hasSize(KEPT);
            assertThat(instances(ComputeJob.JOB, repository)).hasSize(1);
        }
    }

    private static void made(String job, int number, JobRepository repository) {
        JobInstance instance = repository.createJobInstance(job, identity(number));
        repository.createJobExecution(instance, identity(number), new ExecutionContext());
    }

    private static JobParameters identity(int number) {
        return new JobParametersBuilder().addLong("number", (long) number).toJobParameters();
    }

    /** The numbers of the work of collecting that is still known. */
    private static List<Long> namesAfterAStart(Setup setup) throws Exception {
        try (BatchJobs jobs = start(setup)) {
            JobRepository repository = jobs.repository();
            return instances(CollectJob.JOB, repository).stream()
                    .flatMap(instance -> repository.getJobExecutions(instance).stream())
                    .map(execution -> execution.getJobParameters().getLong("number"))
                    .toList();
        }
    }

    private static List<JobInstance> instances(String job, JobRepository repository) {
        return repository.getJobInstances(job, 0, MADE);
    }

    private static BatchJobs start(Setup setup) {
        Store store = Store.open(setup.workspace().settings().store());
        Computations computations =
                () -> {
                    throw new AssertionError("nothing is computed");
                };
        FactsOfMonth facts =
                month -> {
                    throw new AssertionError("nothing is published");
                };
        Publisher publisher =
                new Publisher(
                        new ReportFolder(
                                setup.workspace().settings().reports(),
                                setup.workspace().settings().permissions().reports()),
                        setup::template);
        return BatchJobs.start(
                setup.stateFolder(),
                new JobWork(
                        setup.workspace(),
                        store,
                        Clock.systemUTC(),
                        computations,
                        facts,
                        publisher,
                        new Deliverer(
                                setup.workspace(),
                                store,
                                publisher,
                                setup.recipientKey(),
                                (issue, report) -> {
                                    throw new AssertionError("nothing is delivered");
                                },
                                Clock.systemUTC(),
                                () -> false)));
    }
}
