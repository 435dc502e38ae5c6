package eu.wattpeil.operate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Optional;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Keeps the job repository free of texts: the messages of failures may quote documents, and Spring
 * Batch would keep them with their stack traces. That a step failed is kept; why is told once.
 */
final class SilentRepository {

    private final Optional<SharedJobs> shared;

    /**
     * @param shared names failures of a repository that hosts share
     */
    SilentRepository(Optional<SharedJobs> shared) {
        this.shared = shared;
    }

    /** A repository that is kept so. */
    JobRepository over(JobRepository repository) {
        return (JobRepository)
                Proxy.newProxyInstance(
                        JobRepository.class.getClassLoader(),
                        new Class<?>[] {JobRepository.class},
                        (proxy, method, arguments) -> silently(repository, method, arguments));
    }

    private Object silently(JobRepository repository, Method method, Object[] arguments)
            throws Throwable {
        // Of what another host has gone on with, nothing is noted any more.
        shared.ifPresent(it -> it.claim().requireLately());
        if (arguments != null) {
            for (Object argument : arguments) {
                silence(argument);
            }
        }
        try {
            return method.invoke(repository, arguments);
        } catch (InvocationTargetException failed) {
            Throwable cause = Objects.requireNonNull(failed.getCause());
            throw shared.isEmpty() ? cause : shared.get().named(cause);
        }
    }

    private static void silence(Object argument) {
        if (argument instanceof StepExecution step) {
            step.setExitStatus(new ExitStatus(step.getExitStatus().getExitCode()));
        } else if (argument instanceof JobExecution job) {
            job.setExitStatus(new ExitStatus(job.getExitStatus().getExitCode()));
        }
    }
}
