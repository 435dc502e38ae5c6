package eu.wattpeil.report;

import eu.wattpeil.goal.MonthLengths;
import eu.wattpeil.kpi.edition.LaterChange;
import eu.wattpeil.kpi.query.CategoryFacts;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.query.SourceFacts;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.Insights;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.report.content.Provenance;
import eu.wattpeil.workspace.CsvDialect;
import eu.wattpeil.workspace.Deliveries;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.OwnLook;
import eu.wattpeil.workspace.Permissions;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.PlausibleTimes;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Procurement;
import eu.wattpeil.workspace.ProductRecords;
import eu.wattpeil.workspace.PublicHolidays;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.RoomRecords;
import eu.wattpeil.workspace.Schedule;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.SheetRecords;
import eu.wattpeil.workspace.Supplies;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A made-up municipality with fourteen months of made-up values, to look at and to test on. */
public final class Waterdam {

    public static final Locale DUTCH = Locale.forLanguageTag("nl");
    public static final Texts TEXTS =
            Texts.read(new WorkspaceFiles(Path.of("no-workspace")), new Problems());

    private static final String FILE = "jobs/reports/monthly.yaml";

    public static final YearMonth FIRST = YearMonth.of(2025, 9);
    public static final YearMonth LAST = YearMonth.of(2026, 10);

    public static final MonthLengths LENGTHS =
            new MonthLengths(workspace("Gemeente Waterdam").workingDays()::in);

    private Waterdam() {}

    public static MonthlyFacts facts() {
        return facts(LAST, "Gemeente Waterdam");
    }

    public static MonthlyFacts facts(YearMonth month, String organisation) {
        return new MonthlyFacts(
                Organisation.of(workspace(organisation)),
                TEXTS,
                List.of(report()),
                month,
                1,
                "0.1.0",
                "5f0c1e9a77b2d340",
                WaterdamKpis.kpis(),
                WaterdamValues.values(),
                List.of(),
                List.of(
                        new SourceFacts(
                                "fluvius",
                                "meter_readings",
                                1,
                                2980,
                                0,
                                at("2026-10-31T22:45:00Z")),
                        new SourceFacts(
                                "ups", "meter_readings", 1, 5952, 3, at("2026-10-31T22:45:00Z")),
                        new SourceFacts("assets", "devices", 1, 912, 0, at("2026-10-31T12:00:00Z")),
                        new SourceFacts(
                                "print", "print_jobs", 1, 18204, 11, at("2026-10-30T15:12:09Z"))),
                List.of(
                        new RejectFacts(
                                "ups",
                                "unreadable_value",
                                3,
                                List.of(
                                        new RejectFacts.Example(
                                                "sample-data/ups/ups-2026-10.csv.gz",
                                                1377,
                                                "Stand",
                                                "a number",
                                                "#N/B"))),
                        new RejectFacts(
                                "print",
                                "malformed_row",
                                11,
                                List.of(
                                        new RejectFacts.Example(
                                                "sample-data/print/page_log.202610.gz",
                                                204,
                                                "",
                                                "at least 9 fields",
                                                "")))));
    }

    private static Optional<Instant> at(String instant) {
        return Optional.of(Instant.parse(instant));
    }

    public static Report report() {
        return new Report(
                "monthly",
                List.of("html", "xlsx", "csv", "json"),
                new Place(FILE, 7),
                List.of(
                        block(
                                "server-room",
                                "Server room",
                                "Serverruimte",
                                "dc_energy_total",
                                "it_energy",
                                "pue_interim",
                                "pue_annual",
                                "base_load_share",
                                "metering_coverage",
                                "server_count"),
                        block(
                                "devices",
                                "Devices",
                                "Toestellen",
                                "devices_per_fte",
                                "age_in_use",
                                "fleet_use_energy",
                                "inventory_completeness"),
                        block(
                                "printing",
                                "Printing",
                                "Afdrukken",
                                "sheets_per_fte",
                                "sheets",
                                "impressions",
                                "duplex_ratio"),
                        block("carbon", "Carbon", "Uitstoot", "scope2_location", "paper_co2e"),
                        block("total", "All together", "Alles samen", "ict_energy_total")),
                new Place(FILE, 8));
    }

    private static Report.Section block(String id, String english, String dutch, String... kpis) {
        return new Report.Section(id, titles(english, dutch), List.of(kpis), new Place(FILE, 1));
    }

    static Workspace workspace(String organisation) {
        Settings settings =
                new Settings(
                        organisation,
                        ZoneId.of("Europe/Brussels"),
                        List.of(DUTCH, Locale.ENGLISH),
                        Path.of("store"),
                        Path.of("reports"),
                        10,
                        0.95,
                        Duration.ofMinutes(15),
                        Duration.ofDays(1),
                        Optional.empty(),
                        Duration.ofDays(62),
                        PlausibleTimes.DEFAULT,
                        Map.of(),
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
                        false);
        return new Workspace(
                Path.of("").toAbsolutePath(),
                settings,
                List.of(),
                List.of(),
                List.of(
                        new Department("burgerzaken", "Burgerzaken", "town-hall"),
                        new Department("financien", "Financiën", "town-hall"),
                        new Department("ruimte", "Ruimte & <b>wonen</b>", "town-hall"),
                        new Department("archief", "Archief", "town-hall"),
                        new Department("ict", "ICT", "town-hall")),
                List.of(),
                List.of(
                        new DeviceProfile(
                                "laptop",
                                "Laptop",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true),
                        new DeviceProfile(
                                "monitor",
                                "Monitor",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true)),
                List.of(
                        factor(
                                "elec_eea_be",
                                "scope2_location",
                                "BE",
                                2024,
                                "0.155",
                                "kgCO2e/kWh",
                                "European Environment Agency: greenhouse gas emission intensity of"
                                        + " electricity generation by country; gross generation"
                                        + " without upstream emissions; read in the transcription"
                                        + " of themisiqco/themisiq",
                                "CC BY 4.0"),
                        factor(
                                "paper_virgin_desnz",
                                "paper",
                                "UK",
                                2025,
                                "1345.0779",
                                "kgCO2e/t",
                                "DESNZ, greenhouse gas conversion factors, material use",
                                "OGL 3.0")),
                Supplies.NONE,
                List.of(),
                List.of(),
                Procurement.NONE,
                List.of(),
                RoomRecords.NONE,
                ProductRecords.NONE,
                List.of(),
                SheetRecords.NONE,
                WaterdamGoals.goals(),
                WaterdamGoals.measures(),
                List.of(),
                List.of(),
                List.of(),
                new Schedule("0 0 6 * * *", ZoneOffset.UTC),
                List.of(),
                Deliveries.NONE,
                List.of(),
                List.of());
    }

    private static Factor factor(
            String id,
            String scope,
            String region,
            int year,
            String value,
            String unit,
            String source,
            String licence) {
        return new Factor(
                id,
                id,
                scope,
                "direct",
                region,
                Optional.of(year),
                "2025",
                LocalDate.of(year, 1, 1),
                Optional.empty(),
                Optional.of(new BigDecimal(value)),
                unit,
                source,
                "A",
                licence,
                "config/factors.csv");
    }

    public static Map<Locale, String> titles(String english, String dutch) {
        return Map.of(Locale.ENGLISH, english, DUTCH, dutch);
    }

    /** The last month with what is told beside its figures. */
    public static MonthlyFacts facts(
            List<SeriesBreak> breaks, Optional<LaterChange> later, MeterFacts meters) {
        return facts(breaks, later, meters, List.of(), Map.of(), Insights.NONE);
    }

    /** The last month with what is missing. */
    public static MonthlyFacts facts(
            List<CategoryFacts> categories, Map<String, Set<String>> unread) {
        return facts(
                List.of(), Optional.empty(), MeterFacts.none(), categories, unread, Insights.NONE);
    }

    /** The last month with what it takes apart. */
    public static MonthlyFacts facts(Breakdown... breakdowns) {
        return facts(
                List.of(),
                Optional.empty(),
                MeterFacts.none(),
                List.of(),
                Map.of(),
                new Insights(
                        List.of(), List.of(), List.of(), List.of(), List.of(breakdowns), Set.of()));
    }

    /** The last month with what its edition tells and where it comes from. */
    public static MonthlyFacts facts(Insights insights, Provenance provenance) {
        MonthlyFacts facts = facts();
        return new MonthlyFacts(
                facts.organisation(),
                TEXTS,
                facts.definitions(),
                facts.month(),
                1,
                "0.1.0",
                "aa",
                facts.catalogue(),
                facts.values(),
                List.of(),
                facts.sources(),
                facts.rejects(),
                List.of(),
                Optional.empty(),
                MeterFacts.none(),
                List.of(),
                Map.of(),
                insights,
                provenance);
    }

    private static MonthlyFacts facts(
            List<SeriesBreak> breaks,
            Optional<LaterChange> later,
            MeterFacts meters,
            List<CategoryFacts> categories,
            Map<String, Set<String>> unread,
            Insights insights) {
        MonthlyFacts facts = facts();
        return new MonthlyFacts(
                facts.organisation(),
                TEXTS,
                facts.definitions(),
                facts.month(),
                1,
                "0.1.0",
                "aa",
                facts.catalogue(),
                facts.values(),
                List.of(),
                facts.sources(),
                facts.rejects(),
                breaks,
                later,
                meters,
                categories,
                unread,
                insights,
                Provenance.UNKNOWN);
    }
}
