package eu.wattpeil.kpi.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparkTypesTest {

    @Test
    void namesTypesAsSparkDoesButNotInTextsAndRemarks() {
        assertThat(
                        SparkTypes.inSpark(
                                "select cast(a as VARCHAR), cast(b as timestamp with time zone),"
                                        + " 'varchar $1' -- a varchar\nfrom varchars"))
                .isEqualTo(
                        "select cast(a as string), cast(b as timestamp), 'varchar $1' -- a"
                                + " varchar\nfrom varchars");
    }

    @Test
    void declaresColumns() {
        assertThat(
                        SparkTypes.declared(
                                List.of(
                                        "month varchar",
                                        "started_at timestamptz",
                                        "\"value\" decimal(18, 3)")))
                .isEqualTo("`month` string, `started_at` timestamp, `value` decimal(18, 3)");
    }
}
