package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void putsEachModelAfterThoseItReads() {
        List<ModelFile> files = new ArrayList<>(Models.all());
        Collections.reverse(files);

        assertThat(Models.catalogue(files).modelNames())
                .containsExactly(
                        "stg_readings", "room_energy", "int_room_energy", "room_energy_total");
    }

    @Test
    void readsTheHeaderOfAKpi() {
        Catalogue catalogue = Models.catalogue(Models.all());

        Kpi kpi = catalogue.kpi("room_energy_total").orElseThrow();
        assertThat(kpi.title())
                .containsEntry(Locale.ENGLISH, "Room energy")
                .containsEntry(Locale.forLanguageTag("nl"), "Energie per zaal");
        assertThat(kpi.unit()).isEqualTo("kWh");
        assertThat(kpi.better()).isEqualTo(Kpi.Better.LOWER);
        assertThat(kpi.overTime()).isEqualTo(Kpi.OverTime.SUM);
        assertThat(kpi.grain()).containsExactly("room");
        assertThat(kpi.isRatio()).isFalse();
        assertThat(kpi.isScaled()).isFalse();
        assertThat(catalogue.kpis()).containsExactly(kpi);
        assertThat(catalogue.kpi("nope")).isEmpty();
    }

    @Test
    void knowsTheDatasetsThatAKpiIsMadeFrom() {
        Catalogue catalogue = Models.catalogue(Models.all());

        assertThat(catalogue.datasetsOf("room_energy_total")).containsExactly("meter_readings");
        assertThat(catalogue.datasetsOf("nope")).isEmpty();
    }

    @Test
    void joinsALineThatContinuesTheOneAbove() {
        Kpi kpi =
                Models.header(
                        Models.sumHeader()
                                .replace(
                                        "-- formula: sum of the meters",
                                        "-- formula: sum of\n--     the meters"));

        assertThat(kpi.formula()).containsEntry(Locale.ENGLISH, "sum of the meters");
    }

    @Test
    void takesTheTextsOfAKpiFromItsHeaderOrElseFromTheTexts() {
        String header = Models.ratioHeader().replace("-- formula: EDC / EIT\n", "");

        Kpi kpi = Models.header("pue_interim", header);

        assertThat(kpi.title())
                .containsEntry(Locale.ENGLISH, "Interim PUE")
                .containsEntry(Locale.FRENCH, "PUE intermédiaire");
        assertThat(kpi.numerator()).containsEntry(Locale.ENGLISH, "energy of the room");
        assertThat(kpi.formula().get(Locale.ENGLISH)).startsWith("iPUE = EDC / EIT");
    }

    @Test
    void tellsEveryProblemOfAHeaderAtOnce() {
        ModelFile kpi =
                Models.kpi(
                        "bad",
                        """
                        -- frames: ESRS E1-5, EED II 1(z)
                        -- unit: kWh
                        -- unit: MWh
                        -- decimals: many
                        -- bettr: lower
                        -- grain: room
                        -- formula: sum
                        -- over-time: max
                        -- over-scope: ratio
                        -- gap: scale
                        -- minimum-coverage: 95
                        -- source: P
                        -- better: lowr

                        select 1
                        """);

        assertThat(Models.problems(List.of(kpi)))
                .containsExactly(
                        "jobs/models/kpi/bad.sql:1: frame is \"EED II 1(z)\", did you mean \"EED"
                                + " II 1(a)\"?",
                        "jobs/models/kpi/bad.sql:1: title is missing, expected title.en here, or"
                                + " kpi.bad.title in jobs/texts/en.properties",
                        "jobs/models/kpi/bad.sql:3: key \"unit\" stands here twice, expected once",
                        "jobs/models/kpi/bad.sql:4: decimals is \"many\", expected a number from"
                                + " 0.0 to 6.0",
                        "jobs/models/kpi/bad.sql:5: unknown key \"bettr\", did you mean"
                                + " \"better\"?",
                        "jobs/models/kpi/bad.sql:9: over-scope is \"ratio\", expected a"
                                + " denominator with it",
                        "jobs/models/kpi/bad.sql:10: gap is \"scale\", expected keep: only what"
                                + " adds up can be completed",
                        "jobs/models/kpi/bad.sql:11: minimum-coverage is \"95\", expected a number"
                                + " from 0.0 to 1.0",
                        "jobs/models/kpi/bad.sql:13: better is \"lowr\", did you mean \"lower\"?");
    }

    @Test
    void readsWhatAValueIsMadeOf() {
        String header =
                Models.sumHeader()
                        + """
                        -- gap: leave_out
                        -- factors: grid_electricity, device_energy
                        -- scales-with: grid_electricity
                        -- activity: room_energy_total
                        """;

        Kpi kpi = kpi(Models.kpi("split", header, "energy_kwh", "null"));

        assertThat(kpi.makeup())
                .isEqualTo(
                        new Makeup(
                                List.of("grid_electricity"),
                                Optional.of("room_energy_total"),
                                false,
                                true));
        assertThat(kpi.isScaled()).isFalse();
        assertThat(kpi(Models.kpi("plain", Models.sumHeader(), "energy_kwh", "null")).makeup())
                .isEqualTo(Makeup.PLAIN);
        String overhead = Models.sumHeader() + "-- activity: none\n";
        assertThat(kpi(Models.kpi("overhead", overhead, "energy_kwh", "null")).makeup())
                .isEqualTo(new Makeup(List.of(), Optional.empty(), true, false));
    }

    @Test
    void findsWhatAValueCannotBeMadeOf() {
        String header =
                Models.sumHeader()
                        + """
                        -- factors: grid_electricity
                        -- scales-with: grid_electricty
                        """;
        String ofOtherUnit =
                Models.sumHeader().replace("-- unit: kWh", "-- unit: kW")
                        + "-- activity: room_energy_total\n";

        assertThat(
                        problems(
                                Models.kpi("a", header, "energy_kwh", "null"),
                                Models.kpi(
                                        "b",
                                        Models.sumHeader() + "-- activity: room_energy_totl\n",
                                        "energy_kwh",
                                        "null"),
                                Models.kpi("c", ofOtherUnit, "energy_kwh", "null")))
                .containsExactly(
                        "jobs/models/kpi/a.sql:12: scales-with is \"grid_electricty\", did you"
                                + " mean \"grid_electricity\"?",
                        "jobs/models/kpi/b.sql:11: activity is \"room_energy_totl\", did you mean"
                                + " \"room_energy_total\"?",
                        "jobs/models/kpi/c.sql:11: activity is \"room_energy_total\", expected a sum"
                                + " over time in kW, as what it is a part of");
    }

    private static Kpi kpi(ModelFile file) {
        List<ModelFile> files = new ArrayList<>(Models.all());
        files.add(file);
        return Models.catalogue(files).kpi(file.name()).orElseThrow();
    }

    private static List<String> problems(ModelFile... kpis) {
        List<ModelFile> files = new ArrayList<>(Models.all());
        files.addAll(List.of(kpis));
        return Models.problems(files);
    }

    @Test
    void allowsNoOtherPartsBesideDepartments() {
        String header = Models.sumHeader().replace("-- grain: room", "-- grain: department, site");

        assertThat(
                        Models.problems(
                                List.of(
                                        Models.STAGING,
                                        Models.ENERGY,
                                        Models.kpi("sheets", header, "energy_kwh", "null"))))
                .anyMatch(
                        it ->
                                it.endsWith(
                                        "grain is \"department, site\", expected department and"
                                                + " organisation only: of other parts the people of"
                                                + " a small department could be taken off"));
    }

    @Test
    void nothingButAKpiMayReadWhatGoalsCameTo() {
        assertThat(
                        Models.problems(
                                List.of(
                                        Models.intermediate(
                                                "int_goals", "select goal_id from goal_results"))))
                .containsExactly(
                        "jobs/models/intermediate/int_goals.sql:1: it reads goal_results, expected"
                                + " models and configuration only: datasets are read by stg_"
                                + " models");
    }

    @Test
    void onlyWhatIsPublishedBesideTheValuesMayReadThese() {
        String told = "select month, scope_kind, scope_id, value as kwh from kpi_values";

        assertThat(Models.problems(List.of(Models.finding("rule", told, "kwh", "kwh")))).isEmpty();
        assertThat(
                        Models.problems(
                                List.of(
                                        Models.intermediate("int_told", told),
                                        Models.kpi("told", Models.sumHeader() + told),
                                        Models.finding(
                                                "raw",
                                                "select month, 'room' as scope_kind,"
                                                        + " meter_key as scope_id, value as kwh"
                                                        + " from meter_readings",
                                                "kwh",
                                                "kwh"))))
                .containsExactly(
                        "jobs/models/finding/raw.sql:7: it reads meter_readings, expected int_"
                                + " models, kpi_values and configuration only",
                        "jobs/models/intermediate/int_told.sql:1: it reads kpi_values, expected"
                                + " models and configuration only: datasets are read by stg_"
                                + " models",
                        "jobs/models/kpi/told.sql:11: it reads kpi_values, expected int_ models,"
                                + " materialised ones and configuration only");
    }

    @Test
    void knowsTheColumnsOfWhatIsPublishedBesideTheValues() {
        String told = "select month, scope_kind, scope_id, value as kwh from kpi_values";
        ModelFile rule = Models.finding("rule", told, "kwh", "'much'");
        ModelFile incomplete =
                new ModelFile(
                        "finding",
                        "short",
                        "-- grain: room\n-- source: a test\n-- grade: P\n-- facts: kwh kWh\n"
                                + told,
                        "jobs/models/finding/short.sql");

        assertThat(Models.problems(List.of(rule, incomplete)))
                .hasSize(2)
                .anyMatch(it -> it.endsWith("column kgco2e_high is VARCHAR, expected a number"))
                .anyMatch(
                        it ->
                                it.startsWith(
                                        "jobs/models/finding/short.sql:5: its columns are month,"
                                                + " scope_kind, scope_id, kwh, expected scope_kind,"
                                                + " scope_id, missing, is_found, kwh, coverage"));
    }

    @Test
    void namesTheFilesOfACycle() {
        assertThat(
                        Models.problems(
                                List.of(
                                        Models.intermediate("int_a", "select x from int_b"),
                                        Models.intermediate("int_b", "select x from int_c"),
                                        Models.intermediate("int_c", "select x from int_a"),
                                        Models.intermediate("int_d", "select x from int_c"))))
                .containsExactly(
                        "jobs/models/intermediate/int_a.sql:1: it reads itself: int_a <- int_b <-"
                                + " int_c <- int_a, expected no circle among"
                                + " jobs/models/intermediate/int_a.sql,"
                                + " jobs/models/intermediate/int_b.sql,"
                                + " jobs/models/intermediate/int_c.sql");
    }

    @Test
    void guessesWhichRelationWasMeant() {
        assertThat(
                        Models.problems(
                                List.of(
                                        Models.STAGING,
                                        Models.intermediate(
                                                "int_a", "select 'é' as x\nfrom stg_reading"))))
                .containsExactly(
                        "jobs/models/intermediate/int_a.sql:2: relation \"stg_reading\" is unknown,"
                                + " did you mean \"stg_readings\"?");
    }

    @Test
    void keepsTheLayersApart() {
        assertThat(
                        Models.problems(
                                List.of(
                                        Models.STAGING,
                                        Models.staging("stg_none", "select meter_id from meters"),
                                        Models.staging(
                                                "stg_two",
                                                "select month from devices\n"
                                                        + "inner join print_jobs using (month)"),
                                        Models.intermediate(
                                                "int_raw", "select month from meter_readings"),
                                        Models.intermediate("raw", "select 1 as x"),
                                        Models.kpi(
                                                "kpi",
                                                Models.sumHeader()
                                                        + "select month from stg_readings"))))
                .containsExactly(
                        "jobs/models/intermediate/int_raw.sql:1: it reads meter_readings, expected"
                                + " models and configuration only: datasets are read by stg_ models",
                        "jobs/models/intermediate/raw.sql: its name is \"raw\", expected one that"
                                + " begins with int_",
                        "jobs/models/kpi/kpi.sql:11: it reads stg_readings, expected int_ models,"
                                + " materialised ones and configuration only",
                        "jobs/models/staging/stg_none.sql:1: the datasets it reads are none, expected"
                                + " exactly one",
                        "jobs/models/staging/stg_two.sql:1: the datasets it reads are devices,"
                                + " print_jobs, expected exactly one");
    }

    @Test
    void placesASyntaxErrorOnItsLine() {
        assertThat(
                        Models.problems(
                                List.of(
                                        Models.intermediate("int_a", "select 1 as x\nfrom (\n)"),
                                        Models.intermediate("int_b", "select 1; select 2"),
                                        Models.intermediate("int_c", "drop table meters"),
                                        Models.intermediate(
                                                "int_d", "select * from read_csv('/etc/passwd')"))))
                .containsExactly(
                        "jobs/models/intermediate/int_a.sql:3: syntax error at or near \")\"",
                        "jobs/models/intermediate/int_b.sql:1: it has 2 statements, expected one"
                                + " select",
                        "jobs/models/intermediate/int_c.sql:1: the statement is no select, expected"
                                + " one",
                        "jobs/models/intermediate/int_d.sql:1: it reads files with read_csv,"
                                + " expected relations only");
    }

    @Test
    void findsAWrongColumnBeforeAnythingRuns() {
        assertThat(
                        Models.problems(
                                List.of(
                                        Models.STAGING,
                                        Models.intermediate(
                                                "int_a",
                                                "select\n    meter_id,\nfrom stg_readings"))))
                .containsExactly(
                        "jobs/models/intermediate/int_a.sql:2: Referenced column \"meter_id\" not"
                                + " found in FROM clause! Candidate bindings: \"meter_key\","
                                + " \"measured_at\", \"month\"");
    }

    @Test
    void asksForACastWhereTheStoreHasNoSuchType() {
        assertThat(
                        Models.problems(
                                List.of(
                                        Models.intermediate(
                                                "people",
                                                "-- materialise: month\nselect month, sum(people)"
                                                        + " as people from headcount group by"
                                                        + " month"))))
                .containsExactly(
                        "jobs/models/intermediate/people.sql:2: column people is HUGEINT, expected"
                                + " one of VARCHAR, BIGINT, DECIMAL(18,3), DECIMAL(18,6), DOUBLE,"
                                + " BOOLEAN, DATE, TIMESTAMP WITH TIME ZONE: cast it");
    }

    @Test
    void knowsNothingButAMeterThatAModelCanBePer() {
        assertThat(
                        Models.problems(
                                List.of(
                                        Models.intermediate("int_a", "-- per: room\nselect 1 as x"),
                                        Models.intermediate(
                                                "b",
                                                "-- materialise: month\n-- per: meter\n"
                                                        + "select '' as month"))))
                .containsExactly(
                        "jobs/models/intermediate/b.sql:2: per stands beside materialise, expected"
                                + " one of them",
                        "jobs/models/intermediate/int_a.sql:1: per is \"room\", expected meter");
    }

    @Test
    void wantsTheColumnsOfAKpiInOrder() {
        assertThat(
                        Models.problems(
                                List.of(
                                        Models.intermediate("int_a", "select '' as month, 1 as x"),
                                        Models.kpi(
                                                "kpi",
                                                Models.sumHeader()
                                                        + "select month, x from int_a"))))
                .containsExactly(
                        "jobs/models/kpi/kpi.sql:11: its columns are month, x, expected month,"
                                + " scope_kind, scope_id, numerator, denominator, coverage,"
                                + " measured_share");
    }

    @Test
    void knowsANamedPartFromTheRelationBehindIt() {
        List<ModelFile> files =
                List.of(
                        Models.staging(
                                "stg_readings",
                                "with meter_readings as (select month from meter_readings)\n"
                                        + "select month from meter_readings;\n-- end\n"),
                        Models.intermediate(
                                "int_a",
                                "with stg_readings as (select month from stg_readings),\n"
                                        + "months as (select month from stg_readings)\n"
                                        + "select month, (select max(month) from months) as last"
                                        + " from stg_readings"));

        assertThat(Models.catalogue(files).modelNames()).containsExactly("stg_readings", "int_a");
    }

    @Test
    void lendsModelsTheViewsOfThePrelude() {
        ModelFile prelude =
                new ModelFile(
                        "",
                        "prelude-duckdb",
                        "create macro twice(x) as 2 * x;\n"
                                + "create view period_days as select month, first_on from period;\n",
                        "jobs/models/prelude-duckdb.sql");
        ModelFile model =
                Models.intermediate("int_a", "select month, twice(1) as two from period_days");

        assertThat(Models.catalogue(List.of(prelude, model)).modelNames()).containsExactly("int_a");
    }

    @Test
    void findsNothingWrongWithTheModelsThatComeWithWattpeil() {
        Problems problems = new Problems();
        Workspace workspace =
                Workspace.load(
                        Path.of("").toAbsolutePath(),
                        Datasets.collected().stream()
                                .map(Dataset::name)
                                .collect(Collectors.toSet()),
                        problems);

        Catalogue catalogue =
                Catalogue.load(
                        workspace.modelFiles(),
                        Texts.read(workspace.files(), problems),
                        Frames.read(workspace.files(), problems),
                        ModelMemory.ofProcess(),
                        problems);

        assertThat(problems.all()).isEmpty();
        assertThat(catalogue.kpi("pue_interim")).isPresent();
        assertThat(catalogue.kpi("awareness_reached_people")).isPresent();
        assertThat(catalogue.materialised()).extracting(Model::name).contains("hourly_energy");
    }
}
