package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is taken apart, by headers and selects. */
final class DetailTest {

    private static final String HEADER =
            """
            -- grain: room
            -- picture: heat_map
            -- rows: weekday
            -- columns: hour
            """;

    private static final String SELECT =
            """
            select
                month,
                'room' as scope_kind,
                room_id as scope_id,
                '1' as row_key,
                1 as row_order,
                '0' as column_key,
                0 as column_order,
                energy_kwh as value,
                'kWh' as unit,
                1.0 as coverage,
                cast(null as varchar) as reason,
                cast(null as varchar) as mark,
                cast(null as varchar) as note
            from int_room_energy
            """;

    @Test
    void isReadWithItsPicture() {
        assertThat(problems("gaps", HEADER + SELECT)).isEmpty();
        assertThat(Catalogue.details(List.of(detail("gaps", HEADER + SELECT))))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.picture()).isEqualTo(Detail.Picture.HEAT_MAP);
                            assertThat(it.rows()).isEqualTo(Detail.Keys.WEEKDAY);
                            assertThat(it.columns()).isEqualTo(Detail.Keys.HOUR);
                            assertThat(it.figure()).isEmpty();
                        });
    }

    /** A remark that begins a line with a word and a colon would be read as a key. */
    @Test
    void hasAHeaderWithoutAProblemWhereItIsPackaged() throws IOException {
        Problems problems = new Problems();
        Texts texts = Texts.read(new WorkspaceFiles(Path.of("no-workspace")), problems);
        try (Stream<Path> files = Files.list(ModelWorkbench.MODELS.resolve("detail"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".sql", "");
                Detail.read(detail(name, ModelWorkbench.text(file)), texts, problems);
            }
        }

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAHeader() {
        assertThat(
                        problems(
                                "own",
                                "-- grain: room\n-- picture: pie\n-- rows: weekday\n"
                                        + "-- colums: hour\n"
                                        + SELECT))
                .containsExactly(
                        "jobs/models/detail/own.sql:1: columns is missing, expected what its"
                                + " columns are of, such as hour",
                        "jobs/models/detail/own.sql:1: its title is missing, expected"
                                + " detail.own.title in jobs/texts",
                        "jobs/models/detail/own.sql:2: picture is \"pie\", expected one of bars,"
                                + " calendar, counts, heat_map, list",
                        "jobs/models/detail/own.sql:4: unknown key \"colums\", did you mean"
                                + " \"columns\"?");
    }

    @Test
    void givesTheColumnsOfTheTableAndNoOther() {
        assertThat(problems("gaps", HEADER + SELECT.replace("as note", "as cause")))
                .singleElement()
                .asString()
                .startsWith("jobs/models/detail/gaps.sql:5: its columns are month, scope_kind,")
                .endsWith("reason, mark, note");
    }

    @Test
    void ofACalendarHasDaysAsColumns() {
        assertThat(problems("gaps", HEADER.replace("heat_map", "calendar") + SELECT))
                .containsExactly(
                        "jobs/models/detail/gaps.sql:4: columns is \"hour\", expected day");
    }

    /** Else a select of its own would tell what is withheld of few people. */
    @Test
    void readsNothingButToldValuesWhereItTellsOfDepartments() {
        for (String header :
                List.of(
                        HEADER.replace("rows: weekday", "rows: department"),
                        HEADER.replace("columns: hour", "columns: department"),
                        HEADER.replace("grain: room", "grain: room, department"))) {
            assertThat(problems("gaps", header + SELECT))
                    .as(header)
                    .containsExactly(
                            "jobs/models/detail/gaps.sql:19: it reads int_room_energy, expected"
                                    + " kpi_values and configuration only, since it tells of"
                                    + " departments");
        }
    }

    private static List<String> problems(String name, String sql) {
        List<ModelFile> files = new ArrayList<>(Models.all());
        files.add(detail(name, sql));
        return Models.problems(files);
    }

    private static ModelFile detail(String name, String sql) {
        return new ModelFile("detail", name, sql, "jobs/models/detail/" + name + ".sql");
    }
}
