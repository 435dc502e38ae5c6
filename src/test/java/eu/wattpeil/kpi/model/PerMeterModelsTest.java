package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that say of themselves that each meter's rows are made of its own alone. */
@TestInstance(Lifecycle.PER_CLASS)
class PerMeterModelsTest {

    private static final Path CASES = Path.of("src", "test", "resources", "kpi");
    private static final String READINGS = "meter_readings.csv";
    private static final String METERS = "meters.csv";

    /** The cases of all models in which meters are read. */
    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES, 3)) {
            return files
                    .filter(file -> file.endsWith(READINGS))
                    .map(Path::getParent)
                    .filter(folder -> Files.exists(folder.resolve(METERS)))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areTheRowsOfAllMetersTogether(Path folder) throws Exception {
        Map<String, List<String>> alone = new TreeMap<>();
        for (String meter : meters(folder)) {
            rows(folder, "meter_id = '" + meter + "'")
                    .forEach((model, rows) -> alone.merge(model, rows, PerMeterModelsTest::joined));
        }
        rows(folder, "true")
                .forEach(
                        (model, rows) ->
                                assertThat(alone.get(model))
                                        .as(model)
                                        .containsExactlyInAnyOrderElementsOf(rows));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<String> perMeter() {
        List<String> names =
                ModelWorkbench.models().entrySet().stream()
                        .filter(model -> model.getValue().contains("\n-- per: meter\n"))
                        .map(Map.Entry::getKey)
                        .toList();
        assertThat(names).contains("int_meter_hours", "int_inlet_hours", "int_water_segments");
        return names;
    }

    private static List<String> meters(Path folder) throws SQLException, IOException {
        try (ModelWorkbench workbench = ModelWorkbench.ofCase(folder)) {
            return workbench.rows(
                    "select distinct meter_id from meters where meter_id is not null");
        }
    }

    /** Of each model, over some of the meters. */
    private static Map<String, List<String>> rows(Path folder, String kept)
            throws SQLException, IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (ModelWorkbench workbench = ModelWorkbench.ofCase(folder)) {
            workbench.execute("delete from meters where not (" + kept + ")");
            for (String model : perMeter()) {
                workbench.build(model);
                rows.put(model, workbench.rows("select * from " + model));
            }
        }
        return rows;
    }
}
