package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Of a quotient or a mean of decimals DuckDB makes a binary fraction, Spark a decimal whose digits
 * it limits; DuckDB's sums of whole numbers have a type that Spark lacks. Where a model says what
 * it means, both give the same.
 */
final class EngineTypesTest {

    /** A text or a remark, or what is looked for. */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']++|'')*+'|--[^\\n]*+|(/)|\\b(avg)\\(");

    @Test
    void saysOfEveryQuotientAndMeanOfDecimalsThatItIsADouble() throws SQLException {
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", Map.of())) {
            for (String model : ModelWorkbench.models().keySet()) {
                workbench.build(model);
                assertThat(leftToTheEngine(workbench, workbench.select(model)))
                        .as("%s: cast decimals to double before they are divided", model)
                        .isEmpty();
            }
        }
    }

    @Test
    void tellsWhereTheTypeIsLeftToTheEngine() throws SQLException {
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", Map.of())) {
            workbench.execute("create table parts (wh decimal(18, 3), hours bigint, kw double)");
            assertThat(
                            leftToTheEngine(
                                    workbench,
                                    """
                                    with sums as (
                                        select
                                            sum(wh) / 1000 as kwh,
                                            hours / 3600.0 as days,
                                            avg(wh) over (partition by hours) as mean_wh
                                        from parts
                                        group by hours, wh
                                    )
                                    select kwh, avg(mean_wh) as mean_wh from sums group by kwh
                                    """))
                    .containsExactlyInAnyOrder("/ in line 3", "/ in line 4", "avg");
            assertThat(
                            leftToTheEngine(
                                    workbench,
                                    """
                                    -- wh / 1000 is told by: avg(wh)
                                    select
                                        cast(sum(wh) as double) / 1000 as kwh,
                                        sum(hours) / count(*) as mean_hours,
                                        avg(kw) as mean_kw,
                                        avg(cast(wh as double)) as mean_wh,
                                        'wh / h' as unit
                                    from parts
                                    """))
                    .isEmpty();
        }
    }

    @Test
    void givesNoColumnAWholeNumberThatSparkHasNoTypeFor() throws SQLException {
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", Map.of())) {
            for (String model : ModelWorkbench.models().keySet()) {
                workbench.build(model);
            }
            assertThat(
                            workbench.rows(
                                    "select table_name || '.' || column_name"
                                            + " from duckdb_columns() where data_type = 'HUGEINT'"
                                            + " and not internal"))
                    .as("cast these sums to bigint")
                    .isEmpty();
        }
    }

    /**
     * What a query divides, or takes the mean of, as decimals. DuckDB casts them to double before
     * it tells, so it is asked of a remainder and of a most frequent value, which stay decimals.
     */
    private static List<String> leftToTheEngine(ModelWorkbench workbench, String sql)
            throws SQLException {
        String asked =
                TOKEN.matcher(sql)
                        .replaceAll(
                                token ->
                                        token.group(1) != null
                                                ? "%"
                                                : token.group(2) != null
                                                        ? "mode("
                                                        : Matcher.quoteReplacement(token.group()));
        String plan = "json_serialize_plan('" + asked.replace("'", "''") + "', optimize := false)";
        assertThat(workbench.rows("select json_extract_string(" + plan + ", '$.error') as failed"))
                .as(sql)
                .containsExactly("false");
        return workbench
                .rows(
                        "select distinct try_cast(value ->> '$.query_location' as"
                                + " integer) as location,"
                                + " value ->> '$.qname.path[2]' as name from json_tree("
                                + plan
                                + ") where type = 'OBJECT'"
                                + " and value ->> '$.qname.path[2]' in ('%', 'mode')"
                                + " and value ->> '$.arguments' like '%DECIMAL%'")
                .stream()
                .map(
                        found -> {
                            String[] parts = found.split(",");
                            String what = parts[1].equals("%") ? "/" : "avg";
                            // DuckDB does not keep the place of an aggregate.
                            return parts[0].isEmpty()
                                    ? what
                                    : what + " in line " + line(asked, parts[0]);
                        })
                .toList();
    }

    private static long line(String sql, String at) {
        return sql.substring(0, Integer.parseInt(at)).lines().count();
    }
}
