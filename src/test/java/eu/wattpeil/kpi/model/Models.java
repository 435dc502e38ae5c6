package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.util.List;

/** Small models for tests of the engine. */
public final class Models {

    private static final Texts TEXTS =
            Texts.read(new WorkspaceFiles(Path.of("no-workspace")), new Problems());
    private static final Frames FRAMES =
            Frames.read(new WorkspaceFiles(Path.of("no-workspace")), new Problems());

    public static final ModelFile STAGING =
            staging(
                    "stg_readings",
                    """
                    -- months: 0 to 1
                    select month, meter_key, measured_at, value
                    from meter_readings
                    """);

    public static final ModelFile ENERGY =
            intermediate(
                    "room_energy",
                    """
                    -- materialise: month
                    select
                        stg_readings.month,
                        meter_key as room_id,
                        cast(sum(value) as decimal(18, 3)) as energy_wh,
                    from stg_readings
                    inner join period using (month)
                    group by stg_readings.month, meter_key
                    """);

    public static final ModelFile ROOMS =
            intermediate(
                    "int_room_energy",
                    """
                    select month, room_id, energy_wh / 1000 as energy_kwh
                    from room_energy
                    """);

    public static final ModelFile KPI = kpi("room_energy_total", sumHeader(), "energy_kwh", "null");

    private Models() {}

    public static List<ModelFile> all() {
        return List.of(STAGING, ENERGY, ROOMS, KPI);
    }

    public static ModelFile staging(String name, String sql) {
        return new ModelFile("staging", name, sql, "jobs/models/staging/" + name + ".sql");
    }

    public static ModelFile intermediate(String name, String sql) {
        return new ModelFile(
                "intermediate", name, sql, "jobs/models/intermediate/" + name + ".sql");
    }

    public static ModelFile kpi(String name, String sql) {
        return new ModelFile("kpi", name, sql, "jobs/models/kpi/" + name + ".sql");
    }

    public static ModelFile kpi(String name, String header, String numerator, String denominator) {
        return kpi(
                name,
                header
                        + """

                        select
                            month,
                            'room' as scope_kind,
                            room_id as scope_id,
                            %s as numerator,
                            cast(%s as decimal(18, 3)) as denominator,
                            1.0 as coverage,
                            1.0 as measured_share,
                        from int_room_energy
                        """
                                .formatted(numerator, denominator));
    }

    /** A rule that finds what a select of scopes says, with a range of emissions. */
    public static ModelFile finding(String name, String scopes, String low, String high) {
        return new ModelFile(
                "finding",
                name,
                """
                -- grain: organisation
                -- source: a test
                -- grade: P
                -- facts: kwh kWh
                -- saves: kgco2e
                with scopes as (
                %s)
                select
                    scope_kind,
                    scope_id,
                    cast(null as varchar) as missing,
                    true as is_found,
                    kwh,
                    %s as kgco2e_low,
                    %s as kgco2e_high,
                    1.0 as coverage
                from scopes
                """
                        .formatted(scopes, low, high),
                "jobs/models/finding/" + name + ".sql");
    }

    public static String sumHeader() {
        return """
        -- title.en: Room energy
        -- title.nl: Energie per zaal
        -- unit: kWh
        -- decimals: 0
        -- better: lower
        -- grain: room
        -- formula: sum of the meters
        -- over-time: sum
        -- over-scope: sum
        -- source: P
        """;
    }

    public static String ratioHeader() {
        return """
        -- title.en: Interim PUE
        -- title.nl: Tussentijdse PUE
        -- unit: kWh/kWh
        -- decimals: 2
        -- better: context
        -- grain: room
        -- formula: EDC / EIT
        -- numerator.en: energy of the room
        -- numerator.nl: energie van de zaal
        -- numerator-unit: kWh
        -- denominator.en: energy of IT
        -- denominator.nl: energie van IT
        -- denominator-unit: kWh
        -- over-time: ratio
        -- over-scope: ratio
        -- above: 1
        -- source: ISO/IEC 30134-2
        """;
    }

    /** The KPI of a header. */
    public static Kpi header(String header) {
        return header("kpi", header);
    }

    static Kpi header(String name, String header) {
        Problems problems = new Problems();
        Kpi kpi = KpiHeader.read(kpi(name, header + "select 1"), TEXTS, FRAMES, problems);
        assertThat(problems.all()).isEmpty();
        return kpi;
    }

    public static Catalogue catalogue(List<ModelFile> files) {
        Problems problems = new Problems();
        Catalogue catalogue =
                Catalogue.load(files, TEXTS, FRAMES, ModelMemory.ofProcess(), problems);
        assertThat(problems.all()).isEmpty();
        return catalogue;
    }

    static List<String> problems(List<ModelFile> files) {
        Problems problems = new Problems();
        Catalogue.load(files, TEXTS, FRAMES, ModelMemory.ofProcess(), problems);
        return problems.all().stream().map(Problem::toString).toList();
    }
}
