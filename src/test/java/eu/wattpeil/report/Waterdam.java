package eu.wattpeil.report;

import eu.wattpeil.goal.MonthLengths;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Kpi.Better;
import eu.wattpeil.kpi.model.Kpi.OverScope;
import eu.wattpeil.kpi.model.Kpi.OverTime;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.SourceFacts;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Permissions;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.PlausibleTimes;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.PublicHolidays;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Settings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A made-up municipality with fourteen months of made-up values, to look at and to test on. */
final class Waterdam {

    static final Locale DUTCH = Locale.forLanguageTag("nl");
    static final Texts TEXTS =
            Texts.read(new WorkspaceFiles(Path.of("no-workspace")), new Problems());

    private static final String FILE = "jobs/reports/monthly.yaml";

    static final YearMonth FIRST = YearMonth.of(2025, 9);
    static final YearMonth LAST = YearMonth.of(2026, 10);

    /** Power of the season: cooling works harder in summer. */
    private static final double[] SEASON = {
        1.03, 1.0, .98, .97, .97, .97, .98, .99, 1.01, 1.04, 1.08, 1.06, 1.03, 1.0
    };

    static final MonthLengths LENGTHS =
            new MonthLengths(workspace("Gemeente Waterdam").workingDays()::in);

    private static final int MEASURE_AT = 6;
    private static final int GAP_AT = 3;
    private static final int DUPLEX_AT = 5;

    private Waterdam() {}

    static MonthlyFacts facts() {
        return facts(LAST, "Gemeente Waterdam");
    }

    static MonthlyFacts facts(YearMonth month, String organisation) {
        return new MonthlyFacts(
                Organisation.of(workspace(organisation)),
                TEXTS,
                List.of(report()),
                month,
                1,
                "0.1.0",
                "5f0c1e9a77b2d340",
                kpis(),
                values(),
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

    static Report report() {
        return new Report(
                "monthly",
                List.of("html", "csv", "json"),
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

    private static Report.Block block(String id, String english, String dutch, String... kpis) {
        return new Report.Block(id, titles(english, dutch), List.of(kpis), new Place(FILE, 1));
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
                        Duration.ofDays(62),
                        PlausibleTimes.DEFAULT,
                        Map.of(),
                        Optional.of(PublicHolidays.BE),
                        0.001,
                        Optional.empty(),
                        Permissions.DEFAULT,
                        Optional.empty());
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
                                "European Environment Agency, emission intensity of electricity",
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
                List.of(),
                List.of(),
                Set.of(),
                goals(),
                List.of(
                        measure(
                                "eight-servers-less",
                                "it_energy",
                                "room",
                                "town-hall-sr",
                                "2026-03-01",
                                "Eight servers switched off, their work shared by the others",
                                "Acht servers uitgeschakeld, hun werk verdeeld over de andere"),
                        measure(
                                "duplex-by-default",
                                "duplex_ratio",
                                "organisation",
                                "all",
                                "2026-02-01",
                                "Printing on both sides is the default",
                                "Dubbelzijdig afdrukken staat standaard aan")),
                List.of(),
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

    private static Measure measure(
            String id,
            String kpi,
            String kind,
            String scope,
            String from,
            String english,
            String dutch) {
        return new Measure(
                id,
                titles(english, dutch),
                kpi,
                new Scope(kind, scope),
                LocalDate.parse(from),
                "technique",
                new Place("config/measures.yaml", 1));
    }

    private static List<Goal> goals() {
        return List.of(
                goal(
                        "know",
                        "server-room-monitoring",
                        "metering_coverage",
                        "organisation",
                        "all",
                        false,
                        "2025-09",
                        "",
                        "0.99",
                        false,
                        "2026-12",
                        "The server room is metered with hardly a gap",
                        "De serverruimte wordt zo goed als zonder gaten gemeten"),
                goal(
                        "room-energy",
                        "server-room-monitoring",
                        "dc_energy_total",
                        "room",
                        "town-hall-sr",
                        true,
                        "2025-12",
                        "83000",
                        "-0.25",
                        true,
                        "2027-12",
                        "The server room uses a quarter less electricity than in 2025",
                        "De serverruimte verbruikt een kwart minder elektriciteit dan in 2025"),
                goal(
                        "pue",
                        "green-data-centre",
                        "pue_annual",
                        "room",
                        "town-hall-sr",
                        false,
                        "2025-12",
                        "1.50",
                        "1.40",
                        false,
                        "2027-12",
                        "Cooling and power supply of the server room become leaner (PUE 1.40)",
                        "Koeling en voeding van de serverruimte worden zuiniger (PUE 1,40)"),
                goal(
                        "servers",
                        "fewer-servers",
                        "server_count",
                        "organisation",
                        "all",
                        false,
                        "2025-12",
                        "",
                        "14",
                        false,
                        "2026-12",
                        "From 24 to 14 physical servers",
                        "Van 24 naar 14 fysieke servers"),
                goal(
                        "it",
                        "fewer-servers",
                        "it_energy",
                        "room",
                        "town-hall-sr",
                        false,
                        "2025-12",
                        "",
                        "-0.25",
                        true,
                        "2026-12",
                        "The IT equipment in the server room uses a quarter less",
                        "De IT-apparatuur in de serverruimte verbruikt een kwart minder"),
                goal(
                        "laptops",
                        "longer-lifetime",
                        "age_in_use",
                        "category",
                        "laptop",
                        false,
                        "2025-12",
                        "",
                        "48",
                        false,
                        "2027-12",
                        "Laptops in use are four years old on average",
                        "Laptops in gebruik zijn gemiddeld vier jaar oud"),
                goal(
                        "paper",
                        "less-printing",
                        "sheets_per_fte",
                        "organisation",
                        "all",
                        false,
                        "2025-10",
                        "",
                        "-0.30",
                        true,
                        "2026-12",
                        "Thirty percent fewer sheets of paper per employee (FTE)",
                        "Dertig procent minder vellen papier per medewerker (VTE)"),
                goal(
                        "duplex",
                        "less-printing",
                        "duplex_ratio",
                        "organisation",
                        "all",
                        false,
                        "2025-10",
                        "",
                        "0.75",
                        false,
                        "2026-12",
                        "Three quarters of what is printed is on two-sided sheets",
                        "Drie vierde van de afdrukken staat op dubbelzijdige vellen"));
    }

    private static Goal goal(
            String id,
            String practice,
            String kpi,
            String kind,
            String scope,
            boolean isYear,
            String from,
            String baseline,
            String target,
            boolean isRelative,
            String by,
            String english,
            String dutch) {
        return new Goal(
                id,
                titles(english, dutch),
                practice,
                kpi,
                new Scope(kind, scope),
                isYear ? Period.ROLLING_YEAR : Period.MONTH,
                YearMonth.parse(from),
                baseline.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(baseline)),
                new Goal.Target(new BigDecimal(target), isRelative),
                YearMonth.parse(by),
                Optional.empty(),
                "Head of ICT",
                List.of("7.3"),
                List.of("E1-5"),
                new Place("config/goals.yaml", 1));
    }

    static List<Kpi> kpis() {
        return List.of(
                kpi(
                        "dc_energy_total",
                        "Total server-room energy",
                        "Totaal energieverbruik serverruimte",
                        "kWh",
                        0,
                        Better.LOWER,
                        OverTime.SUM,
                        true,
                        "EDC = Σ feeds",
                        "EN 50600-4-2",
                        "room"),
                kpi(
                        "it_energy",
                        "IT equipment energy",
                        "Energieverbruik IT-apparatuur",
                        "kWh",
                        0,
                        Better.LOWER,
                        OverTime.SUM,
                        true,
                        "EIT = Σ meters to the IT equipment",
                        "EN 50600-4-2",
                        "room"),
                kpi(
                        "pue_interim",
                        "Interim PUE",
                        "Tussentijdse PUE",
                        "kWh/kWh",
                        2,
                        Better.CONTEXT,
                        OverTime.NONE,
                        false,
                        "iPUE = EDC / EIT over the paired hours",
                        "ISO/IEC 30134-2",
                        "room"),
                kpi(
                        "pue_annual",
                        "Power usage effectiveness (annual)",
                        "Power usage effectiveness (jaarwaarde)",
                        "kWh/kWh",
                        2,
                        Better.LOWER,
                        OverTime.NONE,
                        false,
                        "PUE = Σ EDC / Σ EIT over 12 months",
                        "ISO/IEC 30134-2",
                        "room"),
                kpi(
                        "base_load_share",
                        "Night base load",
                        "Nachtelijke basislast",
                        "share",
                        3,
                        Better.LOWER,
                        OverTime.RATIO,
                        false,
                        "mean kW from 01:00 to 05:00 / mean kW",
                        "own definition (grade P)",
                        "room"),
                kpi(
                        "metering_coverage",
                        "Meter data coverage",
                        "Meetdekking",
                        "share",
                        3,
                        Better.HIGHER,
                        OverTime.RATIO,
                        false,
                        "seconds known / seconds expected",
                        "own definition (grade P)",
                        "meter"),
                kpi(
                        "server_count",
                        "Physical servers in use",
                        "Aantal fysieke servers",
                        "servers",
                        0,
                        Better.LOWER,
                        OverTime.LAST,
                        false,
                        "servers with status in use",
                        "own definition (grade P)",
                        "room"),
                kpi(
                        "devices_per_fte",
                        "Devices per FTE",
                        "Apparaten per VTE",
                        "devices/FTE",
                        2,
                        Better.LOWER,
                        OverTime.LAST,
                        false,
                        "personal devices in use / FTE",
                        "own definition (grade P)",
                        "department",
                        "organisation"),
                kpi(
                        "age_in_use",
                        "Mean age of devices in use",
                        "Gemiddelde leeftijd in gebruik",
                        "months",
                        1,
                        Better.HIGHER,
                        OverTime.LAST,
                        false,
                        "mean of the complete months from first use",
                        "own definition (grade P)",
                        "category"),
                kpi(
                        "fleet_use_energy",
                        "Fleet energy in use (modelled)",
                        "Energieverbruik apparatuurpark (model)",
                        "kWh",
                        0,
                        Better.LOWER,
                        OverTime.SUM,
                        false,
                        "Σ devices × typical energy per year / 12",
                        "ENERGY STAR typical energy consumption",
                        "category"),
                kpi(
                        "inventory_completeness",
                        "Inventory completeness",
                        "Volledigheid inventaris",
                        "share",
                        3,
                        Better.HIGHER,
                        OverTime.LAST,
                        false,
                        "devices completely known / all devices",
                        "own definition (grade P)",
                        "category"),
                kpi(
                        "sheets_per_fte",
                        "Sheets per FTE",
                        "Vellen per VTE",
                        "sheets/FTE",
                        0,
                        Better.LOWER,
                        OverTime.RATIO,
                        true,
                        "sheets / FTE",
                        "own definition (grade P)",
                        "department",
                        "organisation"),
                kpi(
                        "sheets",
                        "Sheets",
                        "Vellen papier",
                        "sheets",
                        0,
                        Better.LOWER,
                        OverTime.SUM,
                        true,
                        "Σ sheets in A4-equivalents",
                        "own definition (grade P)",
                        "department",
                        "organisation"),
                kpi(
                        "impressions",
                        "Impressions",
                        "Afdrukken (zijden)",
                        "impressions",
                        0,
                        Better.LOWER,
                        OverTime.SUM,
                        true,
                        "Σ printed sides",
                        "own definition (grade P)",
                        "department",
                        "organisation"),
                kpi(
                        "duplex_ratio",
                        "Duplex ratio",
                        "Dubbelzijdig afdrukpercentage",
                        "share",
                        3,
                        Better.HIGHER,
                        OverTime.RATIO,
                        false,
                        "impressions on two-sided sheets / impressions of jobs of 2+ pages",
                        "own definition (grade P)",
                        "department",
                        "organisation"),
                kpi(
                        "scope2_location",
                        "Electricity emissions, location-based",
                        "Elektriciteitsemissies, locatiegebaseerd",
                        "kgCO2e",
                        0,
                        Better.LOWER,
                        OverTime.SUM,
                        true,
                        "Σ electricity × factor of the grid",
                        "GHG Protocol scope 2 guidance",
                        "room"),
                kpi(
                        "paper_co2e",
                        "Paper footprint",
                        "CO2-voetafdruk papier",
                        "kgCO2e",
                        0,
                        Better.LOWER,
                        OverTime.SUM,
                        true,
                        "sheets × mass × factor of paper",
                        "DESNZ conversion factors",
                        "organisation"),
                kpi(
                        "ict_energy_total",
                        "Total ICT energy",
                        "Totaal ICT-energieverbruik",
                        "kWh",
                        0,
                        Better.LOWER,
                        OverTime.SUM,
                        false,
                        "Σ server rooms + modelled energy of the devices",
                        "ESRS E1-5",
                        "organisation"));
    }

    static Kpi kpi(
            String id,
            String english,
            String dutch,
            String unit,
            int decimals,
            Better better,
            OverTime overTime,
            boolean isScaled,
            String formula,
            String source,
            String... grain) {
        Ratio ratio = Ratio.of(id);
        return new Kpi(
                id,
                titles(english, dutch),
                unit,
                decimals,
                better,
                List.of(grain),
                Map.of(Locale.ENGLISH, formula),
                ratio.numerator(),
                ratio.numeratorUnit(),
                ratio.denominator(),
                ratio.denominatorUnit(),
                per(id, overTime),
                overTime,
                OverScope.SUM,
                isScaled,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(Locale.ENGLISH, source),
                List.of(),
                "jobs/models/kpi/" + id + ".sql");
    }

    private static Kpi.Per per(String id, OverTime overTime) {
        return switch (id) {
            case "sheets", "sheets_per_fte", "impressions", "paper_co2e" -> Kpi.Per.WORKING_DAY;
            default -> overTime == OverTime.SUM ? Kpi.Per.DAY : Kpi.Per.NONE;
        };
    }

    private record Ratio(
            Map<Locale, String> numerator,
            String numeratorUnit,
            Map<Locale, String> denominator,
            String denominatorUnit) {

        static Ratio of(String id) {
            return switch (id) {
                case "pue_interim", "pue_annual" ->
                        new Ratio(
                                titles("server room", "serverruimte"),
                                "kWh",
                                titles("IT equipment", "IT-apparatuur"),
                                "kWh");
                case "metering_coverage" ->
                        new Ratio(
                                titles("hours known", "bekende uren"),
                                "h",
                                titles("hours expected", "verwachte uren"),
                                "h");
                case "sheets_per_fte" ->
                        new Ratio(titles("sheets", "vellen papier"), "sheets", Map.of(), "FTE");
                case "devices_per_fte" ->
                        new Ratio(
                                titles(
                                        "personal devices in use",
                                        "persoonlijke apparaten in gebruik"),
                                "devices",
                                Map.of(),
                                "FTE");
                case "duplex_ratio" ->
                        new Ratio(
                                titles("on two-sided sheets", "op dubbelzijdige vellen"),
                                "impressions",
                                titles(
                                        "jobs of two pages or more",
                                        "opdrachten van twee pagina’s of meer"),
                                "impressions");
                default -> new Ratio(Map.of(), "", Map.of(), "");
            };
        }
    }

    static Map<Locale, String> titles(String english, String dutch) {
        return Map.of(Locale.ENGLISH, english, DUTCH, dutch);
    }

    static List<KpiValue> values() {
        List<KpiValue> rows = new ArrayList<>();
        for (int at = 0; at < SEASON.length; at++) {
            addServerRoom(rows, at);
            addDevices(rows, at);
            addPrinting(rows, at);
        }
        addYear(rows);
        return rows;
    }

    private static void addServerRoom(List<KpiValue> rows, int at) {
        double it = at < MEASURE_AT ? 4650 + 18 * at : 3420 + 12 * (at - MEASURE_AT);
        double dc = it * (1.46 + (SEASON[at] - 1) * 1.2) + 90;
        boolean isGap = at == GAP_AT;
        double coverage = at == 9 ? 0.97 : 0.9998;
        both(rows, row(at, "dc_energy_total", "kWh").value(dc).coverage(coverage));
        both(
                rows,
                isGap
                        ? row(at, "it_energy", "kWh")
                                .unknown(Reason.COVERAGE_BELOW_MINIMUM)
                                .coverage(0.62)
                        : row(at, "it_energy", "kWh").value(it).coverage(coverage));
        both(
                rows,
                isGap
                        ? row(at, "pue_interim", "kWh/kWh")
                                .unknown(Reason.COVERAGE_BELOW_MINIMUM)
                                .coverage(0.62)
                        : row(at, "pue_interim", "kWh/kWh").ratio(dc, it).coverage(coverage));
        both(
                rows,
                at < 11
                        ? row(at, "pue_annual", "kWh/kWh")
                                .unknown(Reason.COVERAGE_BELOW_MINIMUM)
                                .coverage(at / 12.0)
                        : row(at, "pue_annual", "kWh/kWh")
                                .ratio(74210 - at, 48310)
                                .coverage(0.967));
        both(rows, row(at, "base_load_share", "share").value(0.952 - at * 0.001));
        rows.add(row(at, "metering_coverage", "share").ratio(isGap ? 1340 : 1487, 1488).build());
        both(rows, row(at, "server_count", "servers").value(at < MEASURE_AT ? 24 : 16));
        rows.add(
                row(at, "scope2_location", "kgCO2e")
                        .value(dc * 0.155)
                        .factor("elec_eea_be")
                        .coverage(coverage)
                        .build());
        rows.add(
                row(at, "ict_energy_total", "kWh")
                        .value(dc + 2010 - at * 9)
                        .measured(0.72)
                        .coverage(0.98)
                        .build());
    }

    private static void addDevices(List<KpiValue> rows, int at) {
        rows.add(row(at, "devices_per_fte", "devices/FTE").ratio(741 - at * 4, 330).build());
        rows.add(
                row(at, "devices_per_fte", "devices/FTE")
                        .scope("department", "burgerzaken")
                        .ratio(122, 54)
                        .build());
        rows.add(
                row(at, "devices_per_fte", "devices/FTE")
                        .scope("department", "ict")
                        .ratio(61, 21.5)
                        .build());
        rows.add(
                row(at, "devices_per_fte", "devices/FTE")
                        .scope("department", "financien")
                        .unknown(Reason.FEWER_THAN_MINIMUM_PEOPLE)
                        .build());
        rows.add(
                row(at, "devices_per_fte", "devices/FTE")
                        .scope("department", "ruimte")
                        .ratio(88, 40)
                        .build());
        rows.add(
                row(at, "devices_per_fte", "devices/FTE")
                        .scope("department", "archief")
                        .unknown(Reason.FEWER_THAN_MINIMUM_PEOPLE)
                        .build());
        rows.add(row(at, "age_in_use", "months").value(34.2 + at * 0.4).build());
        rows.add(
                row(at, "age_in_use", "months")
                        .scope("category", "laptop")
                        .value(30.1 + at * 0.55)
                        .build());
        rows.add(
                row(at, "age_in_use", "months")
                        .scope("category", "monitor")
                        .value(47.9 + at * 0.2)
                        .coverage(0.981)
                        .build());
        rows.add(
                row(at, "fleet_use_energy", "kWh")
                        .value(2010 - at * 9)
                        .coverage(0.93)
                        .measured(0)
                        .build());
        rows.add(row(at, "inventory_completeness", "share").value(0.941 + at * 0.002).build());
    }

    private static void addPrinting(List<KpiValue> rows, int at) {
        double[] busy = {1, 1.05, 1.02, .84, 1, .93, 1.04, .9, .86, .95, .58, .55, 1, 1.02};
        double duplex = at < DUPLEX_AT ? 0.46 + at * 0.002 : 0.655 + at * 0.004;
        double impressions = 118_000 * busy[at];
        double sheets = impressions * (1 - duplex / 2);
        rows.add(row(at, "sheets", "sheets").value(Math.round(sheets)).build());
        rows.add(row(at, "sheets_per_fte", "sheets/FTE").ratio(Math.round(sheets), 330).build());
        rows.add(row(at, "impressions", "impressions").value(Math.round(impressions)).build());
        rows.add(
                row(at, "duplex_ratio", "share")
                        .ratio(Math.round(impressions * .9 * duplex), Math.round(impressions * .9))
                        .build());
        rows.add(
                row(at, "sheets", "sheets")
                        .scope("department", "burgerzaken")
                        .value(Math.round(sheets * .41))
                        .build());
        rows.add(
                row(at, "sheets", "sheets")
                        .scope("department", "ruimte")
                        .value(Math.round(sheets * .22))
                        .build());
        rows.add(
                row(at, "sheets", "sheets")
                        .scope("department", "archief")
                        .unknown(Reason.FEWER_THAN_MINIMUM_PEOPLE)
                        .build());
        rows.add(
                row(at, "sheets", "sheets")
                        .scope("department", "ict")
                        .unknown(Reason.FEWER_THAN_MINIMUM_PEOPLE)
                        .build());
        rows.add(
                row(at, "paper_co2e", "kgCO2e")
                        .value(sheets * 0.00671)
                        .factor("paper_virgin_desnz")
                        .build());
    }

    /** The twelve months up to each month that has them. */
    private static void addYear(List<KpiValue> rows) {
        List<KpiValue> years = new ArrayList<>();
        for (int at = 11; at < SEASON.length; at++) {
            YearMonth last = FIRST.plusMonths(at);
            double sum =
                    rows.stream()
                            .filter(row -> row.kpiId().equals("dc_energy_total"))
                            .filter(KpiValue::isOfOrganisation)
                            .filter(row -> !row.month().isAfter(last))
                            .filter(row -> row.month().isAfter(last.minusMonths(12)))
                            .mapToDouble(row -> row.value().orElseThrow())
                            .sum();
            both(years, row(at, "dc_energy_total", "kWh").year().value(sum).coverage(0.9975));
        }
        rows.addAll(years);
    }

    private static void both(List<KpiValue> rows, RowCase row) {
        rows.add(row.build());
        rows.add(row.scope("room", "town-hall-sr").build());
    }

    static RowCase row(int at, String kpi, String unit) {
        return new RowCase(FIRST.plusMonths(at), kpi, unit);
    }

    /** A row of the organisation in a month, completely measured, unless told. */
    static final class RowCase {

        private final YearMonth month;
        private final String kpi;
        private final String unit;
        private Period period = Period.MONTH;
        private Scope scope = Scope.ORGANISATION;
        private Optional<BigDecimal> numerator = Optional.empty();
        private Optional<BigDecimal> denominator = Optional.empty();
        private Optional<Double> value = Optional.empty();
        private double coverage = 1;
        private double measured = 1;
        private Optional<Reason> reason = Optional.empty();
        private List<String> factors = List.of();

        RowCase(YearMonth month, String kpi, String unit) {
            this.month = month;
            this.kpi = kpi;
            this.unit = unit;
        }

        RowCase year() {
            period = Period.ROLLING_YEAR;
            return this;
        }

        RowCase scope(String kind, String id) {
            scope = new Scope(kind, id);
            return this;
        }

        RowCase value(double known) {
            value = Optional.of(known);
            numerator = Optional.of(BigDecimal.valueOf(Math.round(known * 1000 * coverage), 3));
            return this;
        }

        RowCase ratio(double above, double below) {
            value = Optional.of(above / below);
            numerator = Optional.of(BigDecimal.valueOf(Math.round(above * 1000), 3));
            denominator = Optional.of(BigDecimal.valueOf(Math.round(below * 1000), 3));
            return this;
        }

        RowCase unknown(Reason why) {
            value = Optional.empty();
            reason = Optional.of(why);
            return this;
        }

        RowCase coverage(double share) {
            coverage = share;
            return this;
        }

        RowCase measured(double share) {
            measured = share;
            return this;
        }

        RowCase factor(String id) {
            factors = List.of(id);
            return this;
        }

        KpiValue build() {
            return new KpiValue(
                    month,
                    new Series(kpi, scope, period),
                    new Amounts(numerator, denominator, value),
                    unit,
                    new Known(Optional.of(coverage), Optional.of(measured)),
                    reason,
                    new FactorUse(factors, factors.contains("elec_eea_be")),
                    1);
        }
    }
}
