package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the records of the base case and of the valid ones. */
class WorkspaceTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @TempDir private Path root;

    @Test
    void givesEverySettingItsDefault() {
        assertThat(base().settings())
                .isEqualTo(
                        new Settings(
                                "Testdam",
                                ZoneId.of("Europe/Brussels"),
                                List.of(DUTCH, Locale.ENGLISH),
                                root.resolve("store"),
                                root.resolve("reports"),
                                10,
                                0.95,
                                Duration.ofMinutes(15),
                                Duration.ofDays(1),
                                Optional.empty(),
                                Duration.ofDays(62),
                                PlausibleTimes.DEFAULT,
                                Map.of("grid_electricity", "elec_eea_be"),
                                Optional.empty(),
                                0.001,
                                Optional.empty(),
                                Permissions.DEFAULT,
                                Optional.empty(),
                                CsvDialect.DEFAULT,
                                OwnLook.DEFAULT,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true));
    }

    @Test
    void readsAMeterAndItsReplacement() {
        Workspace workspace = base();

        assertThat(workspace.meters().get(1))
                .isEqualTo(
                        new Meter(
                                "ups",
                                "U1",
                                "room-a",
                                "hall",
                                Meter.Role.IT,
                                new BigDecimal("1"),
                                Optional.of(new BigDecimal("1000000")),
                                Optional.of(new BigDecimal("8000")),
                                LocalDate.of(2025, 1, 1),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(workspace.events())
                .containsExactly(
                        new MeterEvent(
                                "ups-2026",
                                MeterEvent.Kind.REPLACEMENT,
                                "ups",
                                Instant.parse("2026-03-12T08:20:00Z"),
                                Optional.of(new BigDecimal("4165.9")),
                                Optional.of(new BigDecimal("3.2")),
                                "New meter"));
    }

    @Test
    void leavesWhatIsNotKnownOfAMeterOpen() {
        Meter main = base().meters().get(0);

        assertThat(main.registerMax()).isEmpty();
        assertThat(main.validTo()).isEmpty();
    }

    @Test
    void readsStaff() {
        assertThat(base().headcounts())
                .containsExactly(
                        new Headcount(YearMonth.of(2026, 1), "library", new BigDecimal("20.5"), 24),
                        new Headcount(YearMonth.of(2026, 1), "archive", new BigDecimal("5"), 6));
    }

    @Test
    void readsAGoalWithItsPlace() {
        assertThat(base().goals())
                .containsExactly(
                        new Goal(
                                "less-energy",
                                Map.of(DUTCH, "Minder energie", Locale.ENGLISH, "Less energy"),
                                "server-room-monitoring",
                                "dc_energy_total",
                                new Scope("room", "room-a"),
                                Period.ROLLING_YEAR,
                                YearMonth.of(2025, 12),
                                Optional.empty(),
                                new Target.Change(new BigDecimal("-0.10")),
                                YearMonth.of(2026, 12),
                                Optional.empty(),
                                Tags.NONE,
                                Map.of(DUTCH, "Head of ICT", Locale.ENGLISH, "Head of ICT"),
                                List.of(),
                                List.of(),
                                new Place("config/goals.yaml", 2)));
    }

    @Test
    void takesTheGoalsOfATemplateWithWhatIsTheOrganisationsOwn() {
        List<Goal> goals = load(CaseFolders.named("valid", "goals_of_every_kind")).goals();

        assertThat(goals)
                .extracting(Goal::goalId)
                .containsExactly(
                        "flemish-primary-energy", "flemish-co2", "three-percent", "never-above");
        assertThat(goals.get(0))
                .satisfies(
                        it -> {
                            assertThat(it.baselineMonth()).isEqualTo(YearMonth.of(2019, 12));
                            assertThat(it.baselineValue()).contains(new BigDecimal("240000"));
                            assertThat(it.owner()).containsEntry(DUTCH, "Head of ICT");
                            assertThat(it.target())
                                    .isEqualTo(
                                            new Target.Yearly(
                                                    new BigDecimal("-0.0209"),
                                                    List.of(
                                                            new Target.Later(
                                                                    2023,
                                                                    new BigDecimal("-0.03")))));
                        });
        assertThat(goals.get(1).target()).isEqualTo(new Target.Change(new BigDecimal("-0.403")));
    }

    @Test
    void judgesWhatFollowsTheSeasonsOnTwelveMonthsUnlessSaidOtherwise() {
        List<Goal> goals = load(CaseFolders.named("valid", "goals_of_every_kind")).goals();

        assertThat(goals.get(2).period()).isEqualTo(Period.ROLLING_YEAR);
        assertThat(goals.get(3).period()).isEqualTo(Period.MONTH);
    }

    @Test
    void judgesACeilingFromItsFirstMonthOn() {
        Goal goal = load(CaseFolders.named("valid", "goals_of_every_kind")).goals().get(3);

        assertThat(goal.target()).isEqualTo(new Target.Ceiling(new BigDecimal("7000")));
        assertThat(goal.begins()).isEqualTo(YearMonth.of(2026, 1));
    }

    @Test
    void takesTheOrganisationWhereAMeasureNamesNoScope() {
        assertThat(base().measures())
                .extracting(Measure::scope, Measure::startedOn)
                .containsExactly(tuple(Scope.ORGANISATION, LocalDate.of(2026, 3, 1)));
    }

    @Test
    void readsWhatOthersCanLearnFromAMeasure() {
        Measure told = load(CaseFolders.named("valid", "measure_with_a_story")).measures().get(0);

        assertThat(told.story().done()).containsEntry(Locale.ENGLISH, "Switched off");
        assertThat(told.story().lesson()).isEmpty();
        assertThat(told.story().repeat()).containsEntry(Locale.ENGLISH, "Do it too");
        assertThat(base().measures()).extracting(Measure::story).containsOnly(MeasureStory.NONE);
    }

    @Test
    void readsAnOwnerByLanguageOrTheSameForAll() {
        List<Goal> goals = load(CaseFolders.named("valid", "goals_of_every_kind")).goals();

        assertThat(goals.get(2).owner()).containsEntry(DUTCH, "Hoofd ICT").hasSize(2);
        assertThat(goals.get(3).owner().values()).hasSize(2).containsOnly("Head of ICT");
    }

    @Test
    void readsWhatReadersCallAPart() {
        assertThat(load(CaseFolders.named("valid", "names")).names())
                .extracting(ScopeName::scope, it -> it.name().get(Locale.ENGLISH))
                .containsExactly(
                        tuple(new Scope("room", "room-a"), "Basement"),
                        tuple(new Scope("site", "hall"), "Town hall"));
    }

    @Test
    void readsADefinitionAndLeavesItsOptionsToTheFormat() {
        Definition definition = base().definitions().get(0);

        assertThat(definition)
                .extracting(
                        Definition::name,
                        Definition::dataset,
                        Definition::datasetPlace,
                        Definition::format,
                        Definition::formatPlace,
                        it -> it.source().texts("files"),
                        Definition::schedule,
                        Definition::failAboveShare,
                        Definition::file)
                .containsExactly(
                        "ups",
                        "meter_readings",
                        new Place("jobs/collect/ups.yaml", 1),
                        "delimited",
                        new Place("jobs/collect/ups.yaml", 2),
                        List.of("inbox/ups/*.csv"),
                        Optional.of(new Schedule("0 30 2 * * *", ZoneId.of("Europe/Brussels"))),
                        0.02,
                        "jobs/collect/ups.yaml");
        assertThat(definition.options().text("delimiter")).isEqualTo(";");
    }

    @Test
    void givesADefinitionItsDefaults() throws Exception {
        write(
                "jobs/collect/print.yaml",
                """
                dataset: print_jobs
                format: cups-page-log
                source: {files: [a/*.log, b/*.gz]}
                """);

        Definition definition = base().definitions().get(0);

        assertThat(definition.source().texts("files")).containsExactly("a/*.log", "b/*.gz");
        assertThat(definition.schedule()).isEmpty();
        assertThat(definition.failAboveShare()).isEqualTo(0.01);
        assertThat(definition.options().keys()).isEmpty();
    }

    @Test
    void leavesOpenTheFormsOfAReportThatNamesNone() throws Exception {
        write(
                "jobs/reports/own.yaml",
                """
                sections:
                  - id: paper
                    title: {nl: Papier, en: Paper}
                    kpis: [sheets, impressions]
                """);

        assertThat(base().reports())
                .contains(
                        new Report(
                                "own",
                                List.of(),
                                Place.of("jobs/reports/own.yaml"),
                                List.of(
                                        new Report.Section(
                                                "paper",
                                                Map.of(DUTCH, "Papier", Locale.ENGLISH, "Paper"),
                                                List.of("sheets", "impressions"),
                                                new Place("jobs/reports/own.yaml", 2))),
                                new Place("jobs/reports/own.yaml", 1)));
    }

    @Test
    void sortsModelsIntoLayers() throws Exception {
        write("jobs/models/kpi/print/own_kpi.sql", "select 1");
        write("jobs/models/prelude-own.sql", "select 2");

        assertThat(base().modelFiles())
                .contains(
                        new ModelFile(
                                "kpi", "own_kpi", "select 1", "jobs/models/kpi/print/own_kpi.sql"),
                        new ModelFile(
                                "", "prelude-own", "select 2", "jobs/models/prelude-own.sql"));
    }

    @Test
    void putsTheOwnProfilesInThePlaceOfThePackagedOnes() throws Exception {
        assertThat(base().deviceProfiles())
                .extracting(DeviceProfile::categoryId)
                .contains("server");

        write(
                "config/device-profiles.csv",
                """
                category_id,name,energy_series,embodied_series,target_age_months,is_personal
                phone,Phone,tec_median_smartphone,,48,true
                """);

        assertThat(base().deviceProfiles())
                .containsExactly(
                        new DeviceProfile(
                                "phone",
                                "Phone",
                                Optional.of("tec_median_smartphone"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(48),
                                true));
    }

    @Test
    void addsTheOwnFactorsToThePackagedOnes() {
        Workspace workspace = load(CaseFolders.named("valid", "factors_of_their_own"));

        assertThat(workspace.factors())
                .extracting(Factor::factorId, Factor::file)
                .contains(
                        tuple("own_2024", "config/factors-own.csv"),
                        tuple("elec_eea_be_2024", "packaged/config/factors-energy.csv"));
        assertThat(workspace.factors())
                .filteredOn(factor -> factor.factorId().equals("own_2026"))
                .extracting(Factor::value)
                .containsExactly(Optional.empty());
    }

    @Test
    void takesAnAbsentOptionalFileForAnEmptyOne() {
        Workspace workspace = load(CaseFolders.named("valid", "without_optional_files"));

        assertThat(workspace.meters()).isEmpty();
        assertThat(workspace.events()).isEmpty();
        assertThat(workspace.departments()).isEmpty();
        assertThat(workspace.headcounts()).isEmpty();
        assertThat(workspace.goals()).isEmpty();
        assertThat(workspace.measures()).isEmpty();
        assertThat(workspace.definitions()).isEmpty();
    }

    @Test
    void readsQuotedFieldsAndSkipsComments() {
        Workspace workspace =
                load(CaseFolders.named("valid", "with_byte_order_marks_comments_and_quotes"));

        assertThat(workspace.departments())
                .containsExactly(
                        new Department("library", "Books, maps and \"more\"", "hall"),
                        new Department("archive", "Archive", "hall"));
    }

    @Test
    void neverPrintsASecret() {
        for (String valid : List.of("secret_from_the_environment", "secret_from_a_file")) {
            Settings settings = load(CaseFolders.named("valid", valid)).settings();

            assertThat(settings.pseudonymKey()).map(Secret::value).contains("0123456789abcdef");
            assertThat(settings.toString()).doesNotContain("0123456789abcdef").contains("(secret)");
        }
    }

    private Workspace base() {
        return load(CaseFolders.base());
    }

    private Workspace load(Path caseFolder) {
        Problems problems = new Problems();
        Workspace workspace = CaseFolders.load(caseFolder, root, problems);
        assertThat(problems.all()).isEmpty();
        return workspace;
    }

    private void write(String path, String text) throws Exception {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
