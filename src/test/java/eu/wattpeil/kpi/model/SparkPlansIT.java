package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.spark.SparkEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spark knows all words of every model, and the types that it works with. It needs {@code mvn -f
 * src/spark package}; without it it is skipped.
 */
final class SparkPlansIT {

    private static final List<String> OF_PRELUDE =
            List.of("period_hours", "earlier_hours", "period_days", "nearby_days");

    private static final Map<String, String> SETTINGS =
            Map.of("spark.driver.host", "127.0.0.1", "spark.driver.bindAddress", "127.0.0.1");

    @TempDir Path folder;

    @Test
    void plansEveryModel() throws SQLException {
        assumeTrue(SparkEngine.lacking().isEmpty(), "mvn -f src/spark package");
        List<String> refused = new ArrayList<>();
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", Map.of());
                Session spark =
                        SparkEngine.at("local[1]", SETTINGS, 0)
                                .open(folder, ZoneId.of("Europe/Brussels"))) {
            for (String model : ModelWorkbench.models().keySet()) {
                workbench.build(model);
            }
            relations(workbench)
                    .forEach(
                            (name, columns) ->
                                    spark.given(new GivenTable(name, columns, List.of())));
            spark.prelude(
                    engine ->
                            Optional.of("prelude-" + engine + ".sql")
                                    .map(ModelWorkbench.MODELS::resolve)
                                    .map(ModelWorkbench::text));
            for (String model : ModelWorkbench.models().keySet()) {
                try {
                    spark.view("planned_" + model, workbench.select(model));
                } catch (EngineException refusal) {
                    refused.add(model + ": " + refusal.getMessage());
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    /** The columns of all relations, models among them, with their types in DuckDB. */
    private static Map<String, List<String>> relations(ModelWorkbench workbench)
            throws SQLException {
        Map<String, List<String>> relations = new TreeMap<>();
        for (String row :
                workbench.rows(
                        "select table_name, column_name || ' ' || lower(data_type) as declared"
                                + " from duckdb_columns() where not internal"
                                + " order by table_name, column_index")) {
            int comma = row.indexOf(',');
            relations
                    .computeIfAbsent(row.substring(0, comma), name -> new ArrayList<>())
                    .add(row.substring(comma + 1));
        }
        OF_PRELUDE.forEach(relations::remove);
        return relations;
    }
}
