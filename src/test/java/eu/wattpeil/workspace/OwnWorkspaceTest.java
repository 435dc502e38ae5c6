package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The repository is a workspace itself. */
class OwnWorkspaceTest {

    private static final Set<String> DATASETS =
            Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet());

    private final Problems problems = new Problems();
    private final Workspace workspace = Workspace.load(Path.of(""), DATASETS, Map.of(), problems);

    @Test
    void loadsWithoutProblems() {
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void readsTheSettings() {
        assertThat(workspace.settings())
                .isEqualTo(
                        new Settings(
                                "Gemeente Waterdam",
                                ZoneId.of("Europe/Brussels"),
                                List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH),
                                Path.of("store").toAbsolutePath(),
                                Path.of("reports").toAbsolutePath(),
                                10,
                                0.95,
                                Duration.ofMinutes(15),
                                Duration.ofDays(1),
                                Optional.empty(),
                                Duration.ofDays(62),
                                PlausibleTimes.DEFAULT,
                                Map.ofEntries(
                                        Map.entry("grid_electricity", "elec_eea_be"),
                                        Map.entry("paper", "paper_virgin_desnz"),
                                        Map.entry("paper_a4_mass", "paper_a4_mass_80g"),
                                        Map.entry("electricity_price", "electricity_price"),
                                        Map.entry("sheet_price", "sheet_price"),
                                        Map.entry("impression_price", "impression_price"),
                                        Map.entry("circular_clauses", "circular_clauses_minimum"),
                                        Map.entry("displacement", "displacement_full"),
                                        Map.entry("displacement_low", "displacement_half"),
                                        Map.entry("repair_hold", "repair_hold_30_days"),
                                        Map.entry(
                                                "primary_energy_electricity",
                                                "primary_energy_eed_2018"),
                                        Map.entry("telework_day", "telework_day_8h"),
                                        Map.entry("telework_power", "telework_power_ecoact"),
                                        Map.entry("telework_heating", "telework_heating_desnz"),
                                        Map.entry("heating_degree_days", "degree_days_be_normal"),
                                        Map.entry("home_heating", "home_heating_gas_desnz"),
                                        Map.entry("commute_car", "commute_ademe_car_fuel"),
                                        Map.entry(
                                                "commute_electric_car",
                                                "commute_ademe_car_electric"),
                                        Map.entry("commute_motorcycle", "commute_ademe_motorbike"),
                                        Map.entry("commute_bus", "commute_ademe_bus_diesel"),
                                        Map.entry("commute_tram", "commute_ademe_tram"),
                                        Map.entry(
                                                "commute_train",
                                                "commute_ademe_train_regional_ter"),
                                        Map.entry("commute_electric_bike", "commute_ademe_ebike"),
                                        Map.entry("commute_bike", "commute_none"),
                                        Map.entry("commute_foot", "commute_none"),
                                        Map.entry("commute_rebound", "telework_rebound_ademe"),
                                        Map.entry("meeting_data_audio", "videocall_data_audio"),
                                        Map.entry("meeting_data_sd", "videocall_data_sd"),
                                        Map.entry("meeting_data_hd", "videocall_data_hd"),
                                        Map.entry("network_data", "network_ademe_fixed_eu"),
                                        Map.entry("fuel_diesel_energy", "energy_content_diesel"),
                                        Map.entry(
                                                "fuel_natural_gas_energy",
                                                "energy_content_natural_gas")),
                                Optional.of(PublicHolidays.BE),
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
    void everyFactorNamesItsSourceAndALicenceToPassItOn() {
        assertThat(workspace.factors())
                .allSatisfy(
                        factor ->
                                assertThat(factor.licence())
                                        .containsPattern(
                                                "CC BY 4\\.0|ODbL 1\\.0|Open Government Licence"
                                                        + "|Licence Ouverte|no rights"));
        assertThat(workspace.factors())
                .filteredOn(factor -> factor.licence().contains("ODbL"))
                .isNotEmpty()
                .allMatch(factor -> factor.file().equals("config/factors-odbl.csv"));
    }

    @Test
    void everyDepartmentHasAHeadcountInEveryMonthOfTheSample() {
        for (YearMonth month = YearMonth.of(2025, 9);
                !month.isAfter(YearMonth.of(2026, 10));
                month = month.plusMonths(1)) {
            YearMonth each = month;
            assertThat(workspace.headcounts())
                    .filteredOn(headcount -> headcount.month().equals(each))
                    .extracting(Headcount::departmentId)
                    .containsExactlyInAnyOrderElementsOf(workspace.departmentIds());
        }
    }

    @Test
    void everyKpiStandsOnceInASectionOfTheReport() throws IOException {
        List<String> kpiIds;
        try (Stream<Path> models = Files.list(Path.of("jobs/models/kpi"))) {
            kpiIds =
                    models.map(model -> model.getFileName().toString().replace(".sql", ""))
                            .sorted()
                            .toList();
        }

        assertThat(workspace.reports())
                .flatExtracting(Report::sections)
                .flatExtracting(Report.Section::kpis)
                .as("KPIs of the sections of jobs/reports/monthly.yaml")
                .doesNotHaveDuplicates()
                .containsAll(kpiIds);
    }

    @Test
    void theReportNamesEveryFigureThatTheOrganisationDeclares() {
        assertThat(workspace.reports())
                .flatExtracting(Report::sections)
                .filteredOn(section -> section.sectionId().equals("own-figures"))
                .flatExtracting(Report.Section::kpis)
                .containsExactly(
                        "sustainable_delivery_share",
                        "awareness_reached_people",
                        "digital_first_aid_trained");
    }

    @Test
    void everyPracticeHasAGoal() {
        assertThat(workspace.goals())
                .extracting(Goal::practice)
                .as("practices of the goals of config/goals.yaml")
                .containsAll(Goal.PRACTICES);
    }

    @Test
    void findsTheGridFactorOfTwoYears() {
        assertThat(workspace.factors())
                .filteredOn(factor -> factor.series().equals("elec_eea_be"))
                .extracting(Factor::factorId, factor -> factor.value().orElseThrow())
                .containsExactly(
                        tuple("elec_eea_be_2023", new BigDecimal("0.15")),
                        tuple("elec_eea_be_2024", new BigDecimal("0.155")));
    }
}
