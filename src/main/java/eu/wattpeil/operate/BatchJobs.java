package eu.wattpeil.operate;

import eu.wattpeil.collect.CollectJob;
import eu.wattpeil.collect.CollectRuns;
import eu.wattpeil.deliver.DeliverJob;
import eu.wattpeil.hosts.RepositoryException;
import eu.wattpeil.kpi.edition.ComputeJob;
import eu.wattpeil.report.PublishJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The Spring Batch jobs of a workspace, and their repository: a database file in the workspace, or
 * the database that hosts share. They are put together by hand: to have it done by names and
 * annotations takes longer than a short run's work.
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

    /**
     * Spring Batch notes work, and then that it begins: who is killed in between leaves work that
     * it refuses to begin ever after.
     */
    private static final List<String> UNBEGUN =
            List.of(
                    "delete from batch_job_instance where job_instance_id not in"
                            + " (select job_instance_id from batch_job_execution)");

    /** Of each job, more than all definitions and months of a run. */
    private static final int KEPT_INSTANCES = 500;

    /** How many older ones a run forgets at most. */
    private static final int FORGOTTEN_INSTANCES = 200;

    private final JobWork work;
    private final JobDatabase database;
    private final JobRepository repository;
    private final JobOperator operator;
    private final CollectRuns collecting;
    private final Map<String, Job> jobs;

    private BatchJobs(JobDatabase database, SilentRepository silent, JobWork work)
            throws Exception {
        this.work = work;
        this.database = database;
        this.repository = silent.over(repository(database));
        this.collecting = new CollectRuns(work.store());
        this.jobs = jobs();
        this.operator = operator();
    }

    /**
     * Opens the repository in a file; marks executions that died as failed. The caller holds the
     * {@link WorkspaceLock}.
     */
    static BatchJobs start(Path stateFolder, JobWork work) {
        return started(
                JobDatabase.inFile(stateFolder), new SilentRepository(Optional.empty()), work);
    }

    /** The same with the repository that hosts share, while this process holds the work. */
    static BatchJobs start(SharedJobs shared, JobWork work) {
        try {
            return started(JobDatabase.of(shared), new SilentRepository(Optional.of(shared)), work);
        } catch (RuntimeException failure) {
            throw RepositoryException.behind(failure, shared.database().settings())
                    .<RuntimeException>map(it -> it)
                    .orElse(failure);
        }
    }

    private static BatchJobs started(JobDatabase database, SilentRepository silent, JobWork work) {
        try {
            BatchJobs jobs = new BatchJobs(database, silent, work);
            jobs.recover();
            jobs.forgetOld();
            return jobs;
        } catch (Exception failure) {
            database.close();
            throw failure instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failure);
        }
    }

    private static JobRepository repository(JobDatabase database) throws Exception {
        JdbcJobRepositoryFactoryBean repository = new JdbcJobRepositoryFactoryBean();
        repository.setDataSource(database.connections());
        repository.setTransactionManager(database.ofRepository());
        repository.afterPropertiesSet();
        return repository.getObject();
    }

    private JobOperator operator() throws Exception {
        MapJobRegistry registry = new MapJobRegistry();
        for (Job job : jobs.values()) {
            registry.register(job);
        }
        JobOperatorFactoryBean operator = new JobOperatorFactoryBean();
        operator.setJobRepository(repository);
        operator.setJobRegistry(registry);
        operator.setTransactionManager(database.ofRepository());
        operator.afterPropertiesSet();
        return operator.getObject();
    }

    private Map<String, Job> jobs() {
        PlatformTransactionManager steps = database.ofSteps();
        return Stream.of(
                        CollectJob.job(
                                repository,
                                steps,
                                collecting,
                                work.workspace(),
                                work.store(),
                                work.clock()),
                        ComputeJob.job(repository, steps, work.computations()),
                        PublishJob.job(repository, steps, work.facts(), work.publisher()),
                        DeliverJob.job(repository, steps, work.deliverer()))
                .collect(Collectors.toUnmodifiableMap(Job::getName, job -> job));
    }

    /** What the jobs work on. */
    JobWork work() {
        return work;
    }

    /** Hands over to the job {@code collect} what an execution is to work on. */
    CollectRuns collecting() {
        return collecting;
    }

    /** What was done, and what of it was interrupted. */
    JobRepository repository() {
        return repository;
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
        return operator.start(Objects.requireNonNull(jobs.get(job), job), parameters);
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

    @Override
    public void close() {
        database.close();
    }

    private void recover() {
        for (String job : jobs.keySet()) {
            List<JobExecution> dead = new ArrayList<>(repository.findRunningJobExecutions(job));
            dead.forEach(operator::recover);
        }
        database.update(UNKNOWN_ENDINGS);
        database.update(UNBEGUN);
    }

    /**
     * Forgets the oldest work, which nothing asks for again: what is in, computed, published and
     * delivered, the store tells.
     */
    private void forgetOld() {
        for (String job : jobs.keySet()) {
            repository
                    .getJobInstances(job, KEPT_INSTANCES, FORGOTTEN_INSTANCES)
                    .forEach(repository::deleteJobInstance);
        }
    }
}
