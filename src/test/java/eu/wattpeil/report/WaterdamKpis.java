package eu.wattpeil.report;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Kpi.Better;
import eu.wattpeil.kpi.model.Kpi.OverScope;
import eu.wattpeil.kpi.model.Kpi.OverTime;
import eu.wattpeil.kpi.model.Makeup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The KPIs that the municipality reports. */
public final class WaterdamKpis {

    private WaterdamKpis() {}

    public static List<Kpi> kpis() {
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

    public static Kpi kpi(
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
                Waterdam.titles(english, dutch),
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
                Optional.empty(),
                List.of(),
                Makeup.PLAIN,
                Map.of(Locale.ENGLISH, source),
                Kpi.Grade.P,
                List.of(),
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
                                Waterdam.titles("server room", "serverruimte"),
                                "kWh",
                                Waterdam.titles("IT equipment", "IT-apparatuur"),
                                "kWh");
                case "metering_coverage" ->
                        new Ratio(
                                Waterdam.titles("hours known", "bekende uren"),
                                "h",
                                Waterdam.titles("hours expected", "verwachte uren"),
                                "h");
                case "sheets_per_fte" ->
                        new Ratio(
                                Waterdam.titles("sheets", "vellen papier"),
                                "sheets",
                                Map.of(),
                                "FTE");
                case "devices_per_fte" ->
                        new Ratio(
                                Waterdam.titles(
                                        "personal devices in use",
                                        "persoonlijke apparaten in gebruik"),
                                "devices",
                                Map.of(),
                                "FTE");
                case "duplex_ratio" ->
                        new Ratio(
                                Waterdam.titles("on two-sided sheets", "op dubbelzijdige vellen"),
                                "impressions",
                                Waterdam.titles(
                                        "jobs of two pages or more",
                                        "opdrachten van twee pagina’s of meer"),
                                "impressions");
                default -> new Ratio(Map.of(), "", Map.of(), "");
            };
        }
    }
}
