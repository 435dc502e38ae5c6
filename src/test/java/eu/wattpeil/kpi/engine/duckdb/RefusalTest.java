package eu.wattpeil.kpi.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.SqlException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What DuckDB refuses, as a user reads it. */
class RefusalTest {

    @Test
    void saysThatMemoryLacksAndHowToGiveMore() {
        assertThat(
                        Refusal.of(
                                new SQLException(
                                        "Out of Memory Error: could not allocate block of size"
                                                + " 256.0 KiB (1.8 GiB/1.8 GiB used)\n\nPossible"
                                                + " solutions:\n* Reducing the number of threads")))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "Too little memory to compute (could not allocate block of size 256.0 KiB"
                                + " (1.8 GiB/1.8 GiB used)). The database may take half of the"
                                + " machine's memory, or as much as java"
                                + " -Dwattpeil.duckdb.memory=4GB says: give it more, or free some");
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        assertThat(
                        Refusal.of(
                                new SQLException(
                                        "IO Error: Could not write file \"a.parquet\": No space"
                                                + " left on device")))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "Cannot read or write the store: Could not write file \"a.parquet\": No"
                                + " space left on device");
    }

    @Test
    void givesTheLineOfAStatementThatIsWrong() {
        RuntimeException refusal =
                Refusal.of(
                        new SQLException(
                                "Binder Error: Referenced column \"b\" not found\n\nLINE 3: select"
                                        + " b"));

        assertThat(refusal).isInstanceOf(SqlException.class);
        assertThat(((SqlException) refusal).line()).isEqualTo(3);
    }
}
