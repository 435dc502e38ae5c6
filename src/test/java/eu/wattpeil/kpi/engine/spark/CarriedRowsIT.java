package eu.wattpeil.kpi.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.engine.duckdb.DuckDbEngine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes to a cluster and comes back is what it was, in type and value. It needs {@code mvn -f
 * src/spark package}; without it it is skipped.
 */
final class CarriedRowsIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final Map<String, String> SETTINGS =
            Map.of("spark.driver.host", "127.0.0.1", "spark.driver.bindAddress", "127.0.0.1");

    private static final List<String> COLUMNS =
            List.of(
                    "place bigint",
                    "text varchar",
                    "number double",
                    "exact_number decimal(38, 18)",
                    "amount decimal(9, 2)",
                    "is_so boolean",
                    "day_on date",
                    "happened_at timestamptz");

    private static final List<List<Object>> FACTS =
            List.of(
                    row(1, "naïve, 'quoted'\n\"日本\"", -0.0, "0.000000000000000001", "-0.01", true),
                    row(
                            2,
                            "",
                            Double.MIN_VALUE,
                            "-99999999999999999999.999999999999999999",
                            "0.00"),
                    row(
                            3,
                            " ",
                            0.1 + 0.2,
                            "99999999999999999999.999999999999999999",
                            "1.10",
                            false),
                    row(4, "null", 1.7976931348623157e308, "0E-18", "9999999.99", true),
                    Stream.concat(Stream.of(5L), Collections.nCopies(7, Optional.empty()).stream())
                            .map(Object.class::cast)
                            .toList());

    /** Of types that only one of the engines has, and of nothing, too. */
    private static final String DERIVED =
            """
            select
                facts.*,
                case when is_so then 1 else 0 end as one,
                sum(place) over (partition by place) as total,
                cast(happened_at as timestamp) as local_at,
                cast(null as varchar) as never
            from facts
            """;

    private static final List<String> DERIVED_COLUMNS =
            List.of("one", "total", "local_at", "never");

    @TempDir Path folder;

    @Test
    void shortResultsOfLongRelationsAreTablesHereOfTheSameTypesAndValues() {
        assumeTrue(SparkEngine.lacking().isEmpty(), "mvn -f src/spark package");

        assertThat(broughtBack(splitAt(FACTS.size())))
                .isEqualTo(broughtBack(new DuckDbEngine()))
                .hasSize(FACTS.size() - 1);
    }

    @Test
    void shortRelationsGoToTheClusterAsTheyAre() {
        assumeTrue(SparkEngine.lacking().isEmpty(), "mvn -f src/spark package");

        assertThat(sent(splitAt(FACTS.size() + 1)))
                .isEqualTo(sent(new DuckDbEngine()))
                .hasSize(FACTS.size());
    }

    @Test
    void refusesAShortRelationOfATypeThatNoClusterHas() {
        assumeTrue(SparkEngine.lacking().isEmpty(), "mvn -f src/spark package");
        try (Session session = splitAt(2).open(folder, ZONE)) {
            session.table("lists", "select [1] as numbers");
            session.given(new GivenTable("facts", COLUMNS, FACTS));

            assertThatThrownBy(() -> session.each("select place from facts, lists", unwanted -> {}))
                    .isInstanceOf(SqlException.class)
                    .hasMessage("numbers is a INTEGER[], expected a type that a cluster has too");
        }
    }

    private static Engine splitAt(long rows) {
        return SparkEngine.at("local[1]", SETTINGS, rows);
    }

    /** Each with the types that DuckDB alone can name. */
    private List<String> broughtBack(Engine engine) {
        String types =
                names().map(it -> "typeof(" + it + ")").collect(Collectors.joining(" || ', ' || "));
        try (Session session = engine.open(folder, ZONE)) {
            session.given(new GivenTable("facts", COLUMNS, FACTS));
            session.table("less", DERIVED + "where place <> 3");
            return session.list(
                    "select *, " + types + " as types from less order by place",
                    row -> text(row) + " " + row.text("types"));
        }
    }

    private List<String> sent(Engine engine) {
        try (Session session = engine.open(folder, ZONE)) {
            session.given(new GivenTable("facts", COLUMNS, FACTS));
            session.table("few", DERIVED);
            session.given(
                    new GivenTable(
                            "many",
                            List.of("number bigint"),
                            Collections.nCopies(FACTS.size() + 1, List.of(1L))));
            session.view("ones", "select distinct number as only_one from many");
            return session.list(
                    "select few.* from few cross join ones order by place", CarriedRowsIT::text);
        }
    }

    private static Stream<String> names() {
        return Stream.concat(
                COLUMNS.stream().map(it -> it.substring(0, it.indexOf(' '))),
                DERIVED_COLUMNS.stream());
    }

    private static String text(Row row) {
        return Stream.of(
                        row.integer("place"),
                        row.text("text"),
                        row.number("number").map(Double::doubleToRawLongBits),
                        row.decimal("exact_number"),
                        row.decimal("amount"),
                        row.flag("is_so"),
                        row.date("day_on"),
                        row.instant("happened_at"),
                        row.integer("one"),
                        row.integer("total"),
                        row.text("never"))
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static List<Object> row(
            long place, String text, double number, String exact, String amount, Object... flag) {
        return List.of(
                place,
                text,
                number,
                new BigDecimal(exact).setScale(18),
                new BigDecimal(amount),
                flag.length == 0 ? Optional.empty() : flag[0],
                LocalDate.of(2025, 10, 26).plusDays(place),
                Instant.parse("2025-10-26T00:59:59.999999Z").plusSeconds(3600 * place));
    }
}
