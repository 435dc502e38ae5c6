package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Datasets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;

class CollectJobIdentityTest {

    @Test
    void goesOnWithAnInterruptedRunOnlyWhereItStillReadsTheSame() {
        Intake before = intake("ups", "unit-kwh");
        JobExecution interrupted =
                new JobExecution(
                        1,
                        new JobInstance(1, CollectJob.JOB),
                        CollectJob.parameters(before, List.of(), 3));

        assertThat(CollectJob.isOf(before, interrupted)).isTrue();
        assertThat(CollectJob.isOf(intake("pdu", "unit-kwh"), interrupted)).isFalse();
        assertThat(CollectJob.readsAlike(before, interrupted)).isTrue();
        assertThat(CollectJob.readsAlike(intake("ups", "unit-mwh"), interrupted)).isFalse();
    }

    private static Intake intake(String name, String reading) {
        return TestIntake.of(
                name, Datasets.METER_READINGS, NoSource.NONE, document -> List.of(), reading);
    }
}
