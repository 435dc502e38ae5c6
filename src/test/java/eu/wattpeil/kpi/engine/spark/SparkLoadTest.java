package eu.wattpeil.kpi.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparkLoadTest {

    private static final String PARTS = "spark.sql.shuffle.partitions";

    @Test
    void regroupsNothingOfFewRows() {
        assertThat(SparkLoad.of(1_999_999).settings(12))
                .containsEntry(PARTS, "1")
                .containsEntry("spark.sql.autoBroadcastJoinThreshold", "-1");
    }

    @Test
    void cutsManyRowsByTheCoresOfTheCluster() {
        assertThat(SparkLoad.of(2_000_000).settings(12)).containsOnlyKeys(PARTS);
        assertThat(SparkLoad.of(2_000_000).settings(12)).containsEntry(PARTS, "36");
        assertThat(SparkLoad.of(2_000_000).settings(2)).containsEntry(PARTS, "8");
    }
}
