package eu.wattpeil.operate;

import eu.wattpeil.collect.CollectJobConfiguration;
import eu.wattpeil.deliver.DeliverJobConfiguration;
import eu.wattpeil.kpi.edition.ComputeJobConfiguration;
import eu.wattpeil.report.PublishJobConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The Spring Batch jobs of a workspace, and their repository: a database file in the workspace.
 *
 * <p>What is to be done is decided by what the store holds; the repository records what was done
 * and restarts what was interrupted. The caller holds the {@link WorkspaceLock}: an execution that
 * the repository believes to be running has therefore died.
 */
final class BatchJobs implements AutoCloseable {

    /** Of each job, more than all definitions and months of a run. */
    private static final int KEPT_INSTANCES = 500;

    /** How many older ones a run forgets at most. */
    private static final int FORGOTTEN_INSTANCES = 200;

    private final Path stateFolder;
    private final ConfigurableApplicationContext context;
    private final JobOperator operator;
    private final JobRepository repository;

    private BatchJobs(Path stateFolder, ConfigurableApplicationContext context) {
        this.stateFolder = stateFolder;
        this.context = context;
        operator = context.getBean(JobOperator.class);
        repository = context.getBean(JobRepository.class);
    }

    /** Starts Spring with what the jobs work on, and marks executions that died as failed. */
    static BatchJobs start(Path stateFolder, Map<Class<?>, Object> beans) {
        // Each commit reaches the file: a killed process must not lose what it had recorded. Of a
        // process that is asked to end, nothing is closed while it still works. H2's own log would
        // repeat statements beside it, for everybody to read.
        String url =
                "jdbc:h2:file:"
                        + stateFolder.resolve("jobs").toAbsolutePath()
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
        SpringApplicationBuilder program =
                new SpringApplicationBuilder(Application.class)
                        .registerShutdownHook(false)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .properties(
                                Map.of(
                                        "spring.main.banner-mode", "off",
                                        "spring.datasource.url", url,
                                        "spring.batch.jdbc.initialize-schema", "always",
                                        "spring.batch.job.enabled", "false"))
                        .initializers(
                                started ->
                                        beans.forEach(
                                                (type, bean) ->
                                                        register(
                                                                (GenericApplicationContext) started,
                                                                type,
                                                                bean)));
        withoutItsOwnLogging(program.application());
        JobRepositoryFile.open(stateFolder, () -> readAll(url));
        BatchJobs jobs = new BatchJobs(stateFolder, program.run());
        jobs.recover();
        jobs.forgetOld();
        return jobs;
    }

    /** Reads the whole repository before Spring does, which would log a damage at length. */
    private static int readAll(String url) {
        DriverManagerDataSource database = new DriverManagerDataSource(url);
        return new JdbcTemplate(database).queryForList("script", String.class).size();
    }

    /** Runs a job, again where it has run before, or on where it was interrupted. */
    JobExecution run(String job, JobParameters identity) throws JobExecutionException {
        long attempt = 1;
        JobParameters parameters = identity;
        while (isComplete(job, parameters)) {
            attempt++;
            parameters =
                    new JobParametersBuilder(identity)
                            .addLong("attempt", attempt)
                            .toJobParameters();
        }
        return operator.start(job(job), parameters);
    }

    /** Whether a job has run to its end under this identity. */
    boolean isComplete(String job, JobParameters identity) {
        JobExecution last = repository.getLastJobExecution(job, identity);
        return last != null && last.getStatus() == BatchStatus.COMPLETED;
    }

    /** Whether a job has an execution that meets a condition, among the last ones. */
    boolean knows(String job, Predicate<JobExecution> condition) {
        return repository.getJobInstances(job, 0, KEPT_INSTANCES).stream()
                .flatMap(instance -> repository.getJobExecutions(instance).stream())
                .anyMatch(condition);
    }

    /** Goes on with an execution that did not finish. */
    JobExecution restart(JobExecution execution) throws JobExecutionException {
        return operator.restart(execution);
    }

    /**
     * The last execution of a job that meets a condition, where it was interrupted before a step
     * was complete.
     */
    Optional<JobExecution> interrupted(
            String job, Predicate<JobExecution> condition, String beforeStep) {
        for (JobInstance instance : repository.getJobInstances(job, 0, KEPT_INSTANCES)) {
            JobExecution last = repository.getLastJobExecution(instance);
            if (last == null || !condition.test(last)) {
                continue;
            }
            boolean isRestartable =
                    last.getStatus() == BatchStatus.FAILED
                            || last.getStatus() == BatchStatus.STOPPED;
            boolean isStepComplete =
                    repository.getJobExecutions(instance).stream()
                            .flatMap(execution -> execution.getStepExecutions().stream())
                            .anyMatch(
                                    step ->
                                            step.getStepName().equals(beforeStep)
                                                    && step.getStatus() == BatchStatus.COMPLETED);
            return isRestartable && !isStepComplete ? Optional.of(last) : Optional.empty();
        }
        return Optional.empty();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        JobRepositoryFile.seal(stateFolder);
    }

    private void recover() {
        for (Job job : context.getBeansOfType(Job.class).values()) {
            List<JobExecution> dead =
                    new ArrayList<>(repository.findRunningJobExecutions(job.getName()));
            dead.forEach(operator::recover);
        }
    }

    /**
     * Forgets the oldest work, which nothing asks for again: what is in, computed, published and
     * delivered, the store tells.
     */
    private void forgetOld() {
        for (String job :
                List.of(
                        CollectJobConfiguration.JOB,
                        ComputeJobConfiguration.JOB,
                        PublishJobConfiguration.JOB,
                        DeliverJobConfiguration.JOB)) {
            repository
                    .getJobInstances(job, KEPT_INSTANCES, FORGOTTEN_INSTANCES)
                    .forEach(repository::deleteJobInstance);
        }
    }

    private Job job(String name) {
        return context.getBeansOfType(Job.class).values().stream()
                .filter(job -> job.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The log is set up by the time that this runs, and not only for Spring. */
    private static void withoutItsOwnLogging(SpringApplication application) {
        application.setListeners(
                application.getListeners().stream()
                        .filter(listener -> !(listener instanceof LoggingApplicationListener))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static <T> void register(
            GenericApplicationContext context, Class<T> type, Object bean) {
        context.registerBean(type, () -> (T) bean);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        BatchAutoConfiguration.class,
        BatchJdbcAutoConfiguration.class
    })
    @Import({
        CollectJobConfiguration.class,
        ComputeJobConfiguration.class,
        PublishJobConfiguration.class,
        DeliverJobConfiguration.class
    })
    static class Application {

        @Bean
        static SilentRepository silentRepository() {
            return new SilentRepository();
        }
    }
}
