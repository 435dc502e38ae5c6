package eu.wattpeil.report;

import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.MeasureStory;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Tags;
import eu.wattpeil.workspace.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the municipality wants, and what it does to get there. */
public final class WaterdamGoals {

    private WaterdamGoals() {}

    static List<Goal> goals() {
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
                Waterdam.titles(english, dutch),
                practice,
                kpi,
                new Scope(kind, scope),
                isYear ? Period.ROLLING_YEAR : Period.MONTH,
                YearMonth.parse(from),
                baseline.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(baseline)),
                isRelative
                        ? new Target.Change(new BigDecimal(target))
                        : new Target.Value(new BigDecimal(target)),
                YearMonth.parse(by),
                Optional.empty(),
                Tags.NONE,
                Map.of(Locale.ENGLISH, "Head of ICT"),
                List.of("7.3"),
                List.of("E1-5"),
                new Place("config/goals.yaml", 1));
    }

    static List<Measure> measures() {
        return List.of(
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
                        "Dubbelzijdig afdrukken staat standaard aan"));
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
                Waterdam.titles(english, dutch),
                kpi,
                new Scope(kind, scope),
                LocalDate.parse(from),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Tags.NONE,
                MeasureStory.NONE,
                new Place("config/measures.yaml", 1));
    }
}
