package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.engine.H2Engine;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.workspace.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the seam between the months and the engine that computes them promises. */
class SecondEngineTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @TempDir Path folder;

    @Test
    void writesTheSameRowsAndValuesToTheByte() throws IOException {
        TestWorkspace onDuckDb = workspace(folder.resolve("duckdb"));
        TestWorkspace onOther = workspace(folder.resolve("other"));
        H2Engine other = new H2Engine();

        compute(onDuckDb.computation());
        compute(onOther.computation(other));

        assertThat(results(onOther)).isEqualTo(results(onDuckDb)).hasSize(4);
        assertThat(contents(onOther)).isEqualTo(contents(onDuckDb)).hasSize(2);
        assertThat(other.sessions()).isPositive();
    }

    @Test
    void readsBackWhatAnotherEngineWrote() {
        TestWorkspace workspace = workspace(folder);
        compute(workspace.computation());

        assertThat(TestWorkspace.shown(new Editions(workspace.store(), new H2Engine())))
                .isEqualTo(workspace.shown())
                .hasSize(21);
    }

    @Test
    void namesTheModelThatTheEngineRefuses() {
        TestWorkspace workspace = workspace(folder);
        ModelFile refused =
                Models.intermediate(
                        Models.ROOMS.name(),
                        "select month, room_id, list_sum([energy_wh]) as energy_kwh"
                                + " from room_energy");
        workspace.models(
                models().map(file -> file.name().equals(refused.name()) ? refused : file).toList());

        assertThatThrownBy(() -> workspace.computation(new H2Engine()).compute(SEPTEMBER))
                .isInstanceOf(ComputationException.class)
                .hasMessageStartingWith("jobs/models/intermediate/int_room_energy.sql: ");
    }

    private static void compute(Computation computation) {
        computation.compute(SEPTEMBER);
        computation.compute(OCTOBER);
    }

    private static TestWorkspace workspace(Path store) {
        TestWorkspace workspace = new TestWorkspace(store);
        workspace.models(models().toList());
        workspace.readings("a", "hall", "2026-08-31T22:00:00Z", 1465, 1000);
        workspace.readings("b", "annex", "2026-08-31T22:00:00Z", 1465, 500);
        return workspace;
    }

    /** The small models, of which one reads what each engine's own prelude makes. */
    private static Stream<ModelFile> models() {
        return Stream.concat(
                Stream.of(
                        prelude(
                                "duckdb",
                                "create view scale as select unnest([1000]) as wh_of_kwh"),
                        prelude(
                                "h2",
                                "create view scale as select \"X\" as wh_of_kwh"
                                        + " from system_range(1000, 1000)")),
                Models.all().stream()
                        .map(file -> file.name().equals(Models.ROOMS.name()) ? scaled() : file)
                        .map(SecondEngineTest::withoutTrailingCommas));
    }

    private static ModelFile prelude(String engine, String sql) {
        String name = "prelude-" + engine;
        return new ModelFile("", name, sql, "jobs/models/" + name + ".sql");
    }

    private static ModelFile scaled() {
        return Models.intermediate(
                Models.ROOMS.name(),
                """
                select month, room_id, energy_wh / wh_of_kwh as energy_kwh
                from room_energy
                cross join scale
                """);
    }

    /** Which DuckDB and Spark take, and few others. */
    private static ModelFile withoutTrailingCommas(ModelFile file) {
        return new ModelFile(
                file.layer(),
                file.name(),
                file.sql().replaceAll(",(\\s*from )", "$1"),
                file.file());
    }

    private static List<String> contents(TestWorkspace workspace) {
        return new Editions(workspace.store()).current().stream().map(Edition::contents).toList();
    }

    /** Each table file that was computed, with its bytes. */
    private static SortedMap<String, String> results(TestWorkspace workspace) throws IOException {
        Path root = workspace.store().root();
        SortedMap<String, String> files = new TreeMap<>();
        for (String table : List.of("room_energy", "kpi_values")) {
            try (Stream<Path> paths = Files.walk(root.resolve(table))) {
                for (Path file : paths.filter(it -> it.toString().endsWith(".parquet")).toList()) {
                    files.put(
                            root.relativize(file).toString(),
                            HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }
}
