package eu.wattpeil.operate;

import eu.wattpeil.collect.CollectJobConfiguration;
import eu.wattpeil.deliver.DeliverJobConfiguration;
import eu.wattpeil.hosts.RepositoryException;
import eu.wattpeil.kpi.edition.ComputeJobConfiguration;
import eu.wattpeil.report.PublishJobConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchTransactionManager;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The Spring Batch jobs of a workspace, and their repository: a database file in the workspace, or
 * the database that hosts share.
 *
 * <p>What is to be done is decided by what the store holds; the repository records what was done
 * and restarts what was interrupted. The caller holds the work: an execution that the repository
 * believes to be running has therefore died.
 */
final class BatchJobs implements AutoCloseable {

    /**
     * Of an execution whose end could not be recorded, as the repository was away, Spring Batch
     * would have a person look. What it did is in the store or not in it: it has failed.
     */
    private static final List<String> UNKNOWN_ENDINGS =
            List.of(
                    "update batch_step_execution set status = 'FAILED', exit_code = 'FAILED',"
                            + " version = version + 1 where status = 'UNKNOWN'",
                    "update batch_job_execution set status = 'FAILED', exit_code = 'FAILED',"
                            + " end_time = coalesce(end_time, create_time),"
                            + " version = version + 1 where status = 'UNKNOWN'");

    private static final String PROPERTIES = "data-source-properties.";

    /** Of each job, more than all definitions and months of a run. */
    private static final int KEPT_INSTANCES = 500;

    /** How many older ones a run forgets at most. */
    private static final int FORGOTTEN_INSTANCES = 200;

    /** Of a run, beside the steps at work: they hold none. */
    private static final String MOST_CONNECTIONS = "4";

    private static final String PATIENCE_MS = "10000";

    private final ConfigurableApplicationContext context;
    private final Runnable closed;
    private final JobOperator operator;
    private final JobRepository repository;

    private BatchJobs(ConfigurableApplicationContext context, Runnable closed) {
        this.context = context;
        this.closed = closed;
        operator = context.getBean(JobOperator.class);
        repository = context.getBean(JobRepository.class);
    }

    /**
     * Starts Spring with what the jobs work on, and the repository in a file; marks executions that
     * died as failed. The caller holds the {@link WorkspaceLock}.
     */
    static BatchJobs start(Path stateFolder, Map<Class<?>, Object> beans) {
        // Each commit reaches the file: a killed process must not lose what it had recorded. Of a
        // process that is asked to end, nothing is closed while it still works. H2's own log would
        // repeat statements beside it, for everybody to read.
        String url =
                "jdbc:h2:file:"
                        + stateFolder.resolve("jobs").toAbsolutePath()
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
        JobRepositoryFile.open(stateFolder, () -> readAll(url));
        Map<Class<?>, Object> all = new LinkedHashMap<>(beans);
        all.put(SilentRepository.class, new SilentRepository(Optional.empty()));
        SpringApplicationBuilder program =
                program(all, Application.class)
                        .properties(
                                Map.of(
                                        "spring.datasource.url",
                                        url,
                                        "spring.batch.jdbc.initialize-schema",
                                        "always"));
        return tidied(new BatchJobs(program.run(), () -> JobRepositoryFile.seal(stateFolder)));
    }

    /** The same with the repository that hosts share, while this process holds the work. */
    static BatchJobs start(SharedJobs shared, Map<Class<?>, Object> beans) {
        Map<String, Object> properties = new TreeMap<>();
        String pool = "spring.datasource.hikari.";
        shared.database()
                .properties()
                .forEach((key, value) -> properties.put(pool + PROPERTIES + key, value));
        properties.put(pool + "maximum-pool-size", MOST_CONNECTIONS);
        properties.put(pool + "minimum-idle", "0");
        properties.put(pool + "connection-timeout", PATIENCE_MS);
        properties.put("spring.datasource.url", shared.database().settings().url());
        properties.put("spring.batch.jdbc.initialize-schema", "never");
        Map<Class<?>, Object> all = new LinkedHashMap<>(beans);
        all.put(SilentRepository.class, new SilentRepository(Optional.of(shared)));
        try {
            return tidied(
                    new BatchJobs(
                            program(all, Application.class, OfHosts.class)
                                    .properties(properties)
                                    .run(),
                            () -> {}));
        } catch (RuntimeException failure) {
            throw RepositoryException.behind(failure, shared.database().settings())
                    .<RuntimeException>map(it -> it)
                    .orElse(failure);
        }
    }

    private static SpringApplicationBuilder program(
            Map<Class<?>, Object> beans, Class<?>... configurations) {
        // Reads libraries ahead of their use, which here is never: a tenth of a short run.
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        SpringApplicationBuilder program =
                new SpringApplicationBuilder(configurations)
                        .registerShutdownHook(false)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .properties(
                                Map.of(
                                        "spring.main.banner-mode", "off",
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
        return program;
    }

    private static BatchJobs tidied(BatchJobs jobs) {
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
        closed.run();
    }

    private void recover() {
        for (Job job : context.getBeansOfType(Job.class).values()) {
            List<JobExecution> dead =
                    new ArrayList<>(repository.findRunningJobExecutions(job.getName()));
            dead.forEach(operator::recover);
        }
        JdbcTemplate database = new JdbcTemplate(context.getBean(DataSource.class));
        UNKNOWN_ENDINGS.forEach(database::update);
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
    static class Application {}

    /**
     * A step writes to the store, and takes its time: meanwhile it holds no transaction of a
     * database that may go away.
     */
    @Configuration(proxyBeanMethods = false)
    static class OfHosts {

        @Bean
        @BatchTransactionManager
        DataSourceTransactionManager repositoryTransactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        @Primary
        ResourcelessTransactionManager stepTransactions() {
            return new ResourcelessTransactionManager();
        }
    }
}
