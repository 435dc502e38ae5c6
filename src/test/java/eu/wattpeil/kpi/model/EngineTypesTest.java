package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Of a quotient or a mean of decimals DuckDB makes a binary fraction, Spark a decimal whose digits
 * it limits; DuckDB's sums of whole numbers have a type that Spark lacks. Sums of doubles depend on
 * the order of rows, in one engine as in the other, and a double becomes a decimal in two ways.
 * Where a model says what it means, both give the same.
 */
final class EngineTypesTest {

    /** A text or a remark, or what is looked for. */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']++|'')*+'|--[^\\n]*+|/\\*.*?\\*/|(/)|\\b(avg)\\(");

    /** Of an aggregate of a plan: sums of 0 and 1 are exact, however they are added up. */
    private static final String IS_OF_0_AND_1 =
            """
            value ->> '$.children[0].type' = 'CASE_EXPR'
            and regexp_full_match(
                cast(value -> '$.children[0].case_checks[*].then_expr.type' as varchar),
                '\\["VALUE_CONSTANT"(, "VALUE_CONSTANT")*\\]'
            )
            and regexp_full_match(
                cast(value -> '$.children[0].case_checks[*].then_expr.value.value' as varchar),
                '\\[[01]\\.0(, [01]\\.0)*\\]'
            )
            and (
                value ->> '$.children[0].else_expr.value.value' in ('0.0', '1.0')
                or value ->> '$.children[0].else_expr.arguments[0].id' = 'NULL'
            )
            """;

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

    @Test
    void addsUpDoublesAsDecimals() throws SQLException {
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", Map.of())) {
            for (String model : ModelWorkbench.models().keySet()) {
                workbench.build(model);
                assertThat(sumsOfDoubles(workbench, workbench.select(model)))
                        .as("%s: sum(exact(...)), for rows come in any order", model)
                        .isEmpty();
            }
        }
    }

    @Test
    void tellsWhereDoublesAreAddedUp() throws SQLException {
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", Map.of())) {
            workbench.execute("create table parts (wh decimal(18, 3), hours bigint, kw double)");
            assertThat(
                            sumsOfDoubles(
                                    workbench,
                                    """
                                    select
                                        sum(kw) as kw,
                                        sum(kw) over (order by hours) as kw_until,
                                        avg(case when hours > 1 then kw else 0e0 end) as mean_kw,
                                        avg(case when hours > 1 then 0.1e0 else 0e0 end) as tenth
                                    from parts
                                    group by kw, hours
                                    """))
                    .containsExactlyInAnyOrder("sum of kw", "sum of kw", "avg of", "avg of");
            assertThat(
                            sumsOfDoubles(
                                    workbench,
                                    """
                                    select
                                        cast(sum(exact(kw)) as double) / count(kw) as mean_kw,
                                        sum(wh) as wh,
                                        sum(hours) as hours,
                                        avg(case when hours > 1 then 1e0 else 0e0 end) as share
                                    from parts
                                    """))
                    .isEmpty();
        }
    }

    @Test
    void castsDoublesToDecimalsByTheWordsOfThePrelude() throws SQLException {
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", Map.of())) {
            for (String word : List.of("exact", "decimal_3", "decimal_6")) {
                // Else it is a cast of a double, too.
                workbench.execute(
                        "create or replace macro "
                                + word
                                + "(number) as cast(cast(number as varchar) as decimal(18, 6))");
            }
            for (String model : ModelWorkbench.models().keySet()) {
                workbench.build(model);
                String sql = workbench.select(model);
                if (!sql.equals(ModelWorkbench.models().get(model))) {
                    // What is made of rules and impacts casts, without the words of a prelude.
                    continue;
                }
                assertThat(castsOfDoubles(workbench, sql))
                        .as("%s: decimal_6(...), for Spark rounds halves in its own way", model)
                        .isEmpty();
            }
        }
    }

    /** The aggregates of doubles whose last digit depends on the order of rows: not of 0 and 1. */
    private static List<String> sumsOfDoubles(ModelWorkbench workbench, String sql)
            throws SQLException {
        return workbench.rows(
                "select rtrim(value ->> '$.qname.path[2]' || ' of '"
                        + " || coalesce(value ->> '$.children[0].alias', '')) as found"
                        + " from json_tree("
                        + plan(sql)
                        + ") where type = 'OBJECT'"
                        + " and value ->> '$.qname.path[2]' in ('sum', 'avg')"
                        + " and value ->> '$.arguments[0].id' = 'DOUBLE'"
                        + " and not coalesce("
                        + IS_OF_0_AND_1
                        + ", false)");
    }

    /** The lines in which a double is cast to a decimal; DuckDB counts bytes. */
    private static List<Long> castsOfDoubles(ModelWorkbench workbench, String sql)
            throws SQLException {
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        return workbench
                .rows(
                        "select distinct value ->> '$.query_location' as location from json_tree("
                                + plan(sql)
                                + ") where type = 'OBJECT'"
                                + " and value ->> '$.type' = 'OPERATOR_CAST'"
                                + " and value ->> '$.return_type.id' = 'DECIMAL'"
                                + " and value ->> '$.arguments[0].id' = 'DOUBLE'")
                .stream()
                .map(at -> new String(bytes, 0, Integer.parseInt(at), StandardCharsets.UTF_8))
                .map(before -> before.lines().count())
                .toList();
    }

    private static String plan(String sql) {
        return "json_serialize_plan('" + sql.replace("'", "''") + "', optimize := false)";
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
        String plan = plan(asked);
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
