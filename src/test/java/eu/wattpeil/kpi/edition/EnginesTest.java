package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.ClusterSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnginesTest {

    @Test
    void computesLongMonthsOnTheClusterAndOthersHere() {
        Engines engines = Engines.of(Optional.of(new ClusterSettings("local[*]", 1000, Map.of())));

        assertThat(engines.forRows(999).name()).isEqualTo("duckdb");
        assertThat(engines.forRows(1000).name()).isEqualTo("spark");
        assertThat(engines.here().name()).isEqualTo("duckdb");
    }

    @Test
    void computesAllMonthsHereWhereThereIsNoCluster() {
        assertThat(Engines.of(Optional.empty()).forRows(Long.MAX_VALUE).name()).isEqualTo("duckdb");
    }
}
