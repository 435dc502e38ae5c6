package eu.wattpeil.kpi.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.FineDecimal;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Doubles become the same decimals, and their sums the same doubles, with both engines and in any
 * order. It needs {@code mvn -f src/spark package}; without it it is skipped.
 */
final class SameDecimalsIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Path MODELS = Path.of("jobs", "models");
    private static final int GROUPS = 7;

    /** What a decimal of six decimals has room for. */
    private static final String SHORT = "case when abs(number) < 1e11 then number end";

    private static final List<String> PERIOD =
            List.of(
                    "month varchar",
                    "started_at timestamptz",
                    "ended_at timestamptz",
                    "first_on date",
                    "last_on date",
                    "known_until_at timestamptz");

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "spark.driver.host", "127.0.0.1",
                    "spark.driver.bindAddress", "127.0.0.1",
                    "spark.sql.shuffle.partitions", "3",
                    "spark.sql.codegen.wholeStage", "false",
                    "spark.sql.codegen.factoryMode", "NO_CODEGEN");

    @TempDir Path folder;

    @Test
    void doublesBecomeTheSameDecimalsAndSumsWithBothEngines() throws Exception {
        assumeTrue(SparkEngine.lacking().isEmpty(), "mvn -f src/spark package");
        long seed = new Random().nextLong();
        List<Double> numbers = numbers(new Random(seed));
        List<Double> others = new ArrayList<>(numbers);
        Collections.reverse(others);

        List<String> expected = found(new DuckDbEngine(), numbers);

        assertThat(expected).hasSize(numbers.size() + GROUPS);
        assertThat(differing(expected, found(new DuckDbEngine(), others)))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(differing(expected, found(SparkEngine.at("local[2]", SETTINGS, 0), others)))
                .as("seed %d", seed)
                .isEmpty();
    }

    @Test
    void sparkLeavesAddressesOfTheProcessAsTheyAre() throws Exception {
        assumeTrue(SparkEngine.lacking().isEmpty(), "mvn -f src/spark package");

        assertThat(found(SparkEngine.at("local[1]", SETTINGS, 0), List.of(0.5))).isNotEmpty();

        assertThatThrownBy(() -> new URL("hdfs://host/")).isInstanceOf(MalformedURLException.class);
    }

    private static List<String> differing(List<String> expected, List<String> found) {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                differing.add(found.get(i) + " instead of " + expected.get(i));
            }
        }
        return differing;
    }

    /** Of all sizes that figures have, and halves of what is rounded. */
    private static List<Double> numbers(Random random) {
        List<Double> numbers = new ArrayList<>(List.of(0.0, 0.0000005, -2.5e-6, 0.0005, 1e15));
        for (int i = 0; i < 1500; i++) {
            double sign = random.nextBoolean() ? 1 : -1;
            numbers.add(sign * random.nextDouble() * Math.pow(10, random.nextInt(22) - 10));
            double half = sign * (random.nextInt(2_000_000) + 0.5) / 1e6;
            numbers.add(half);
            numbers.add(half * 1000);
            numbers.add(Math.nextUp(half + random.nextInt(1000)));
        }
        return numbers;
    }

    private static Optional<String> prelude(String engine) {
        try {
            return Optional.of(Files.readString(MODELS.resolve("prelude-" + engine + ".sql")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> found(Engine engine, List<Double> numbers) throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        for (Double number : numbers) {
            long group = Math.floorMod(Double.hashCode(number), GROUPS);
            rows.add(List.of(group, number));
        }
        List<String> found = new ArrayList<>();
        try (Session session = engine.open(folder, ZONE)) {
            session.given(new GivenTable("period", PERIOD, List.of()));
            session.given(new GivenTable("parts", List.of("part bigint", "number double"), rows));
            session.prelude(SameDecimalsIT::prelude);
            session.each(
                    """
                    select
                        number,
                        exact(number) as exact_number,
                        decimal_3(case when abs(number) < 1e11 then number end) as three,
                        decimal_6(case when abs(number) < 1e11 then number end) as six,
                        %s as any_double,
                        %s as any_decimal,
                        cast(sum(exact(number)) over (partition by part) as double) as total
                    from parts
                    order by number, exact_number
                    """
                            .formatted(
                                    FineDecimal.of(SHORT), FineDecimal.of("exact(" + SHORT + ")")),
                    row ->
                            found.add(
                                    row.number("number")
                                            + " "
                                            + row.decimal("exact_number")
                                            + " "
                                            + row.decimal("three")
                                            + " "
                                            + row.decimal("six")
                                            + " "
                                            + row.decimal("any_double")
                                            + " "
                                            + row.decimal("any_decimal")
                                            + " "
                                            + row.number("total")));
            session.each(
                    """
                    select
                        part,
                        cast(sum(exact(number)) as double) / count(number) as mean,
                        cast(sum(exact(number / 3)) as decimal(18, 6)) as third
                    from parts
                    where abs(number) < 1e11
                    group by part
                    order by part
                    """,
                    row ->
                            found.add(
                                    row.integer("part")
                                            + " "
                                            + row.number("mean")
                                            + " "
                                            + row.decimal("third")));
        }
        return found;
    }
}
