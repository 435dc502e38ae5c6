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
}
