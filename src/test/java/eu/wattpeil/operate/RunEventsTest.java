package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;

class RunEventsTest {

    @TempDir private Path folder;

    private final List<RunEvent> told = new ArrayList<>();
    private RunEvents events;

    @BeforeEach
    void begin() {
        events =
                new RunEvents(
                        List.of(told::add),
                        Store.open(folder),
                        new MissingRoom(List.of(folder)),
                        new Stop());
    }

    @Test
    void remembersThatAnExecutionFailedForWantOfMemory() {
        assertThat(events.failedBecause(failed(new IllegalStateException(full())), this::nothing))
                .isTrue();

        assertThat(events.isMemoryShort()).isTrue();
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        RunEvent.Failed.class,
                        it ->
                                assertThat(it.message())
                                        .startsWith("memory: this process may take "));
    }

    @Test
    void takesNoOtherFailureForAWantOfMemory() {
        events.failedBecause(failed(new IOException("no such file")), this::nothing);

        assertThat(events.isMemoryShort()).isFalse();
        assertThat(told).hasSize(1);
    }

    private static OutOfMemoryError full() {
        return new OutOfMemoryError("Java heap space");
    }

    private MissingRoom.Need nothing() {
        return MissingRoom.ofAMonth(folder);
    }

    private static JobExecution failed(Exception cause) {
        JobExecution execution =
                new JobExecution(1, new JobInstance(1, "compute"), new JobParameters());
        execution.setStatus(BatchStatus.FAILED);
        execution.addFailureException(cause);
        return execution;
    }
}
