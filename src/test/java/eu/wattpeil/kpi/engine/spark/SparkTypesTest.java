package eu.wattpeil.kpi.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.FineDecimal;
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
    void leavesItToTheTypeOfAFigureHowItBecomesADecimal() {
        assertThat(SparkTypes.inSpark("select " + FineDecimal.of("a.b") + " as value_1"))
                .isEqualTo(
                        "select case when typeof(a.b) = 'double' then decimal_6(a.b)"
                                + " else cast(a.b as decimal(18, 6)) end as value_1");
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
