package eu.wattpeil.kpi.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparkLoadTest {

    private static final String PARTS = "spark.sql.shuffle.partitions";

    @Test
    void regroupsNothingOfFewRows() {
        assertThat(SparkLoad.of(1_999_999, 99_999).settings(12))
                .containsEntry(PARTS, "1")
                .containsEntry("spark.sql.autoBroadcastJoinThreshold", "-1");
    }

    @Test
    void takesForManyRowsWhatIsLongItself() {
        assertThat(SparkLoad.of(1, 100_000)).isEqualTo(SparkLoad.MANY_ROWS);
    }

    @Test
    void cutsManyRowsByTheCoresOfTheCluster() {
        assertThat(SparkLoad.of(2_000_000, 0).settings(12)).containsOnlyKeys(PARTS);
        assertThat(SparkLoad.of(2_000_000, 0).settings(12)).containsEntry(PARTS, "36");
        assertThat(SparkLoad.of(2_000_000, 0).settings(2)).containsEntry(PARTS, "8");
    }
}
