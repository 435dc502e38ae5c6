package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Models that tell what a year of what measures changed comes to. */
final class ImpactHeaderTest {

    private static final ModelFile WORTH =
            Models.intermediate(
                    "int_saving_worth",
                    """
                    -- grain: one row
                    select 0.25 as eur_per_kwh, 0.2 as kgco2e_per_kwh, 0.01 as eur_per_sheet,
                        0.005 as eur_per_impression, 0.005 as kgco2e_per_sheet
                    from period
                    """);

    private static final String SELECT =
            """
            select
                measure_id,
                cast(null as varchar) as missing,
                365 as days,
                effect * 365 as kwh,
                effect_low * 365 as kwh_low,
                effect_high * 365 as kwh_high
            from measure_results
            """;

    @Test
    void isWithoutAProblemWhereItIsPackaged() throws IOException {
        Problems problems = new Problems();
        try (Stream<Path> files = Files.list(ModelWorkbench.MODELS.resolve("impact"))) {
            for (Path file : files.sorted().toList()) {
                assertThat(ImpactHeader.read(impact(ModelWorkbench.text(file)), problems).saves())
                        .isNotEmpty();
            }
        }

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void saysInWhatItTellsAYear() {
        assertThat(problems("-- grain: measure\n-- saves: kwh\n" + SELECT)).isEmpty();
        assertThat(problems("-- grain: measure\n-- saves: kw\n-- save: kwh\n" + SELECT))
                .containsExactly(
                        "jobs/models/impact/own.sql:2: saves has \"kw\", did you mean \"kwh\"?",
                        "jobs/models/impact/own.sql:3: unknown key \"save\", did you mean"
                                + " \"saves\"?");
        assertThat(problems(SELECT))
                .containsExactly(
                        "jobs/models/impact/own.sql:1: grain is missing, expected measure",
                        "jobs/models/impact/own.sql:1: saves is missing, expected kwh, sheets,"
                                + " impressions or kgco2e");
    }

    @Test
    void givesAnAmountWithItsIntervalOfEachThatItNames() {
        assertThat(problems("-- grain: measure\n-- saves: kwh, sheets\n" + SELECT))
                .containsExactly(
                        "jobs/models/impact/own.sql:3: its columns are measure_id, missing, days,"
                                + " kwh, kwh_low, kwh_high, expected measure_id, missing, days,"
                                + " kwh, kwh_low, kwh_high, sheets, sheets_low, sheets_high");
    }

    /** No KPI is made of it: it comes after them all. */
    @Test
    void isNoKpiThatSteers() {
        List<ModelFile> files = new ArrayList<>(Models.all());
        files.addAll(List.of(WORTH, impact("-- grain: measure\n-- saves: kwh\n" + SELECT)));

        assertThat(Models.catalogue(files).steering()).isEmpty();
    }

    private static List<String> problems(String sql) {
        List<ModelFile> files = new ArrayList<>(Models.all());
        files.addAll(List.of(WORTH, impact(sql)));
        return Models.problems(files);
    }

    private static ModelFile impact(String sql) {
        return new ModelFile("impact", "own", sql, "jobs/models/impact/own.sql");
    }
}
