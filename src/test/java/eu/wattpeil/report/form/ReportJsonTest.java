package eu.wattpeil.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.edition.LaterChange;
import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.MadeUpEffects;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ReportJsonTest {

    private static final JsonNode JSON = json(Waterdam.facts());

    @Test
    void keepsItsKeysInOrder() {
        assertThat(JSON.propertyNames())
                .containsExactly(
                        "schema_version",
                        "organisation",
                        "month",
                        "edition",
                        "until",
                        "software_version",
                        "inputs_fingerprint",
                        "goals",
                        "measures",
                        "sections",
                        "kpis",
                        "details",
                        "sources",
                        "rejects",
                        "unknown_meters",
                        "conflicting_readings",
                        "factors",
                        "restated",
                        "later");
    }

    @Test
    void tellsGoalsWithVerdictAndNumbers() {
        JsonNode servers = goal("servers");

        assertThat(servers.get("verdict").asString()).isEqualTo("watch");
        assertThat(servers.get("unit").asString()).isEqualTo("servers");
        assertThat(servers.get("value").decimalValue()).isEqualByComparingTo("16");
        assertThat(servers.get("path").decimalValue()).isEqualByComparingTo("15.6666667");
        assertThat(servers.get("target").decimalValue()).isEqualByComparingTo("14");
        assertThat(servers.get("title").get("nl").asString())
                .isEqualTo("Van 24 naar 14 fysieke servers");
    }

    @Test
    void tellsWhyAGoalIsUnknownAndKeepsNullForItsNumbers() {
        JsonNode energy = goal("it");

        assertThat(energy.get("verdict").asString()).isEqualTo("unknown");
        assertThat(energy.get("unknown_subject").asString()).isEqualTo("baseline");
        assertThat(energy.get("unknown_reason").asString()).isEqualTo("coverage_below_minimum");
        assertThat(energy.get("gap").isNull()).isTrue();
        assertThat(energy.get("target").isNull()).isTrue();
    }

    @Test
    void marksTheFactorThatStandsIn() {
        assertThat(JSON.get("factors"))
                .extracting(factor -> factor.get("factor_id").asString())
                .containsExactly("elec_eea_be", "paper_virgin_desnz");
        assertThat(JSON.get("factors").get(0).get("is_provisional").asBoolean()).isTrue();
    }

    @Test
    void tellsWhatStandsBesideTheFiguresOfThePage() {
        Instant at = Instant.parse("2026-10-01T00:00:00Z");
        JsonNode json =
                json(
                        Waterdam.facts(
                                List.of(
                                        new SeriesBreak(
                                                "duplex_ratio",
                                                "print_log_style",
                                                "print",
                                                LocalDate.of(2025, 11, 1))),
                                Optional.of(
                                        new LaterChange(
                                                1,
                                                12,
                                                new LaterChange.Largest(
                                                        Series.ofOrganisation(
                                                                "it_energy", Period.MONTH),
                                                        4000,
                                                        4001))),
                                new MeterFacts(
                                        List.of(
                                                new MeterFacts.UnknownMeter(
                                                        "ups", "K1", "heat", "counter", 9, at, at)),
                                        List.of(
                                                new MeterFacts.Conflict(
                                                        "K2", "gas", "counter", "a", "b", 3, at,
                                                        at)))));

        assertThat(kpi(json, "duplex_ratio").get("breaks").toString())
                .isEqualTo(
                        "[{\"happened_on\":\"2025-11-01\",\"cause\":\"print_log_style\","
                                + "\"subject_id\":\"print\"}]");
        assertThat(kpi(json, "it_energy").get("breaks")).isEmpty();
        assertThat(json.get("later").get("documents").asInt()).isEqualTo(1);
        assertThat(json.get("later").get("figures").asInt()).isEqualTo(12);
        assertThat(json.get("later").get("largest_share").decimalValue())
                .isEqualByComparingTo("0.00025");
        assertThat(json.get("later").get("kpi_id").asString()).isEqualTo("it_energy");
        assertThat(json.get("unknown_meters").toString())
                .isEqualTo(
                        "[{\"definition\":\"ups\",\"meter_key\":\"K1\",\"quantity\":\"heat\","
                                + "\"kind\":\"counter\",\"readings\":9}]");
        assertThat(json.get("conflicting_readings").toString())
                .isEqualTo(
                        "[{\"meter_key\":\"K2\",\"quantity\":\"gas\",\"kind\":\"counter\","
                                + "\"definition\":\"a\",\"other_definition\":\"b\","
                                + "\"readings\":3}]");
        assertThat(JSON.get("later").isNull()).isTrue();
    }

    @Test
    void tellsMeasuresWithWhatAYearOfThemComesTo() {
        JsonNode json =
                json(
                        MadeUpEffects.facts(
                                MadeUpEffects.servers(
                                        Optional.of(
                                                MadeUpEffects.impact(
                                                        MadeUpEffects.missing(
                                                                "EUR", "price_of_electricity"),
                                                        MadeUpEffects.nothing("kgCO2e"))))));

        JsonNode measure =
                json.get("measures")
                        .valueStream()
                        .filter(it -> it.get("measure_id").asString().equals("eight-servers-less"))
                        .findFirst()
                        .orElseThrow();
        assertThat(measure.get("effect").toString())
                .isEqualTo("{\"change\":-36.5,\"low\":-37.1,\"high\":-35.9}");
        assertThat(measure.get("impact").toString())
                .isEqualTo(
                        "{\"days\":365,\"missing\":null,\"kwh\":{\"change\":-13322.5,"
                                + "\"low\":-13541.5,\"high\":-13103.5},\"sheets\":null,"
                                + "\"impressions\":null,\"eur\":null,"
                                + "\"eur_missing\":\"price_of_electricity\",\"kgco2e\":null,"
                                + "\"kgco2e_missing\":null}");
        assertThat(JSON.get("measures"))
                .allSatisfy(it -> assertThat(it.get("impact").isNull()).isTrue());
    }

    /** What is withheld has a reason and no value, and what nothing is of no cell. */
    @Test
    void tellsWhatIsTakenApart() {
        Detail sheets =
                new Detail(
                        "print_by_department",
                        Detail.Picture.BARS,
                        Detail.Keys.DEPARTMENT,
                        Detail.Keys.KPI,
                        Optional.empty());
        Breakdown.Cell hidden =
                new Breakdown.Cell(
                        Scope.ORGANISATION,
                        "archief",
                        "sheets",
                        Optional.empty(),
                        "sheets",
                        Optional.empty(),
                        Optional.of("fewer_than_minimum_people"),
                        Optional.empty(),
                        Optional.empty());
        Detail days =
                new Detail(
                        "coverage_calendar",
                        Detail.Picture.CALENDAR,
                        Detail.Keys.PART,
                        Detail.Keys.DAY,
                        Optional.empty());
        Report plain = Waterdam.report();
        Report definition =
                new Report(
                        plain.name(),
                        plain.forms(),
                        plain.formsPlace(),
                        plain.sections(),
                        plain.sectionsPlace(),
                        List.of("coverage_calendar", "print_by_department"));
        MonthlyFacts facts =
                Waterdam.facts(
                        new Breakdown(sheets, List.of(hidden)),
                        new Breakdown(days, List.of(day("measured", "0"), day("estimated", "0"))));
        JsonNode json =
                new JsonMapper().readTree(ReportJson.text(MonthlyReport.of(facts, definition)));

        assertThat(json.get("details"))
                .extracting(it -> it.get("detail_id").asString())
                .containsExactly("coverage_calendar", "print_by_department");
        JsonNode bars = detail(json, "print_by_department");
        assertThat(bars.get("picture").asString()).isEqualTo("bars");
        assertThat(bars.get("title").get("en").asString()).isNotEmpty();
        assertThat(bars.get("cells").get(0).get("value").isNull()).isTrue();
        assertThat(bars.get("cells").get(0).get("reason").asString())
                .isEqualTo("fewer_than_minimum_people");
        assertThat(detail(json, "coverage_calendar").get("cells").toString())
                .isEqualTo(
                        "[{\"scope_kind\":\"meter\",\"scope_id\":\"grid\",\"row\":\"measured\","
                                + "\"column\":\"2026-10-01\",\"value\":0,\"unit\":\"share\","
                                + "\"coverage\":1,\"reason\":null,\"mark\":\"room_total\","
                                + "\"note\":null}]");
    }

    private static Breakdown.Cell day(String part, String share) {
        return new Breakdown.Cell(
                new Scope("meter", "grid"),
                part,
                "2026-10-01",
                Optional.of(new BigDecimal(share)),
                "share",
                Optional.of(1.0),
                Optional.empty(),
                Optional.of("room_total"),
                Optional.empty());
    }

    private static JsonNode detail(JsonNode json, String id) {
        return json.get("details")
                .valueStream()
                .filter(it -> it.get("detail_id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(MonthlyFacts facts) {
        return new JsonMapper()
                .readTree(ReportJson.text(MonthlyReport.of(facts, Waterdam.report())));
    }

    private static JsonNode kpi(JsonNode json, String id) {
        return json.get("kpis")
                .valueStream()
                .filter(kpi -> kpi.get("kpi_id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode goal(String id) {
        return JSON.get("goals")
                .valueStream()
                .filter(goal -> goal.get("goal_id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
