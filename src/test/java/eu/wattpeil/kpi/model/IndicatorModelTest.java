package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that the organisation declares in {@code config/indicators.yaml}. */
class IndicatorModelTest {

    private static final String FIGURES =
            """
            month,indicator_id,unit,scope_kind,scope_id,figure_sum,figure_mean,figure_last
            2026-01,reach,people,organisation,all,14,7,4
            2026-01,reach,people,department,ict,9,3,2
            2026-01,reach,people,room,hall,9,3,2
            2026-01,reach,km,organisation,all,1,1,1
            2026-01,other,people,organisation,all,1,1,1
            """;

    @TempDir Path folder;

    @Test
    void isAKpiWithTheWordsOfItsEntry() throws IOException {
        Kpi kpi = catalogue("mean").kpi("reach").orElseThrow();

        assertThat(kpi.title())
                .containsEntry(Locale.ENGLISH, "Colleagues' reach")
                .containsEntry(Locale.forLanguageTag("nl"), "Bereik");
        assertThat(kpi.unit()).isEqualTo("people");
        assertThat(kpi.decimals()).isEqualTo(1);
        assertThat(kpi.better()).isEqualTo(Kpi.Better.HIGHER);
        assertThat(kpi.practices()).containsExactly("awareness");
        assertThat(kpi.formula())
                .containsEntry(Locale.ENGLISH, "declared by the organisation")
                .containsEntry(Locale.FRENCH, "déclaré par l’organisation");
        assertThat(kpi.source()).containsEntry(Locale.ENGLISH, "lists of trainings");
        assertThat(kpi.per()).isEqualTo(Kpi.Per.NONE);
        assertThat(kpi.overTime()).isEqualTo(Kpi.OverTime.MEAN);
        assertThat(kpi.isRatio()).isTrue();
        assertThat(kpi.file()).isEqualTo("config/indicators.yaml");
    }

    @Test
    void addsFiguresUpAsItsEntrySays() throws IOException, SQLException {
        assertThat(figures("sum"))
                .containsExactlyInAnyOrder(
                        "organisation,all,14.000000,,1.0,0.0", "department,ict,9.000000,,1.0,0.0");
        assertThat(figures("last"))
                .containsExactlyInAnyOrder(
                        "organisation,all,4.000000,,1.0,0.0", "department,ict,2.000000,,1.0,0.0");
        assertThat(figures("mean"))
                .containsExactlyInAnyOrder(
                        "organisation,all,7.000000,1.000000,1.0,0.0",
                        "department,ict,3.000000,1.000000,1.0,0.0");
    }

    private List<String> figures(String overTime) throws IOException, SQLException {
        Path figures = folder.resolve("int_indicators.csv");
        Files.writeString(figures, FIGURES);
        ModelFile model =
                workspace(overTime, new Problems()).modelFiles().stream()
                        .filter(it -> it.name().equals("reach"))
                        .findFirst()
                        .orElseThrow();
        try (ModelWorkbench workbench =
                ModelWorkbench.open("2026-01", Map.of("int_indicators", figures))) {
            workbench.build("int_indicators");
            workbench.execute("create view reach as " + model.sql());
            return workbench.rows(
                    "select scope_kind, scope_id, numerator, denominator, coverage, measured_share"
                            + " from reach");
        }
    }

    private Catalogue catalogue(String overTime) throws IOException {
        Problems problems = new Problems();
        Workspace workspace = workspace(overTime, problems);
        Catalogue catalogue =
                Catalogue.load(
                        workspace.modelFiles(),
                        Texts.read(workspace.files(), problems),
                        Frames.read(workspace.files(), problems),
                        ModelMemory.ofProcess(),
                        problems);
        assertThat(problems.all()).isEmpty();
        return catalogue;
    }

    private Workspace workspace(String overTime, Problems problems) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                config.resolve("wattpeil.yaml"),
                """
                organisation: {name: Town, zone: Europe/Brussels, languages: [nl, en]}
                """);
        Files.writeString(
                config.resolve("indicators.yaml"),
                """
                indicators:
                  - id: reach
                    title: {nl: Bereik, en: Colleagues' reach}
                    unit: people
                    decimals: 1
                    better: higher
                    over-time: %s
                    practice: awareness
                    source: lists of trainings
                """
                        .formatted(overTime));
        return Workspace.load(
                folder,
                Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet()),
                Map.of(),
                problems);
    }
}
