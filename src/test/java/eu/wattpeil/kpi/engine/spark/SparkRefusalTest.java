package eu.wattpeil.kpi.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.SqlException;
import org.junit.jupiter.api.Test;

class SparkRefusalTest {

    private static final class AnalysisException extends Exception {
        private static final long serialVersionUID = 1L;

        AnalysisException(String message) {
            super(message);
        }
    }

    private static final class SparkException extends Exception {
        private static final long serialVersionUID = 1L;

        SparkException(String message) {
            super(message);
        }
    }

    @Test
    void tellsWhatIsWrongWithAStatementWithItsLine() {
        RuntimeException told =
                SparkRefusal.of(
                        new AnalysisException(
                                "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column with name `power`"
                                        + " cannot be resolved. SQLSTATE: 42703; line 3 pos 7;\n"
                                        + "'Project ['power]"));

        assertThat(told)
                .isInstanceOfSatisfying(
                        SqlException.class, it -> assertThat(it.line()).isEqualTo(3))
                .hasMessageStartingWith("A column with name `power` cannot be resolved.");
    }

    @Test
    void tellsWhatTheClusterMetAsSuch() {
        assertThat(SparkRefusal.of(new SparkException("Job aborted.\n\tat somewhere")))
                .isInstanceOf(EngineException.class)
                .hasMessage("Spark failed: SparkException: Job aborted.");
    }

    @Test
    void tellsThatAWorkerWasLost() {
        assertThat(
                        SparkRefusal.of(
                                new SparkException(
                                        "Job aborted due to stage failure: Task 0 in stage 7.0"
                                                + " failed 4 times, most recent failure: Lost task"
                                                + " 0.3 in stage 7.0 (TID 9): SparkException:"
                                                + " Checkpoint block rdd_3_0 not found!")))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "the cluster of engine.spark in config/wattpeil.yaml lost a worker, and"
                                + " what that one had computed of the month: see why it ended;"
                                + " editions are as they were, and the next run begins this month"
                                + " anew");
    }

    @Test
    void tellsThatWorkersEndedWhileTheyComputed() {
        assertThat(
                        SparkRefusal.of(
                                new SparkException(
                                        "Job aborted due to stage failure: ExecutorLostFailure"
                                                + " (executor 1 exited)")))
                .hasMessage(
                        "workers of the cluster of engine.spark in config/wattpeil.yaml ended while"
                                + " they computed, for want of memory perhaps: give them more by"
                                + " spark.executor.memory in engine.settings; editions are as they"
                                + " were, and the next run begins this month anew");
    }

    @Test
    void tellsThatTheClusterWentAway() {
        assertThat(
                        SparkRefusal.of(
                                new SparkException(
                                        "Job 12 cancelled because SparkContext was shut down")))
                .hasMessage(
                        "the cluster of engine.spark in config/wattpeil.yaml went away in the"
                                + " middle of a month, or had no worker for a minute: see to the"
                                + " cluster; editions are as they were, and the next run begins"
                                + " this month anew");
    }
}
