package eu.wattpeil.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.wattpeil.goal.Outlook;
import eu.wattpeil.goal.Unjudged;
import eu.wattpeil.goal.Verdict;
import eu.wattpeil.kpi.edition.LaterChange;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.MadeUpEffects;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.WaterdamValues;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.Period;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class ReportSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNode SCHEMA =
            MAPPER.readTree(new String(ReportJson.schema(), StandardCharsets.UTF_8));
    private static final Schema RULES =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);

    static Stream<YearMonth> months() {
        return Stream.iterate(Waterdam.FIRST, it -> it.plusMonths(1)).limit(14);
    }

    @Test
    void allowsMeasuresWithAndWithoutWhatAYearOfThemComesTo() {
        assertThat(problems(json(MadeUpEffects.facts(MadeUpEffects.SERVERS, MadeUpEffects.DUPLEX))))
                .isEmpty();
        assertThat(
                        problems(
                                json(
                                        MadeUpEffects.facts(
                                                MadeUpEffects.servers(
                                                        Optional.of(
                                                                MadeUpEffects.impact(
                                                                        MadeUpEffects.missing(
                                                                                "EUR", "price"),
                                                                        MadeUpEffects.missing(
                                                                                "kgCO2e",
                                                                                "factor"))))))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("months")
    void allowsTheReportOfEveryMonth(YearMonth month) {
        assertThat(problems(json(Waterdam.facts(month, "Gemeente Waterdam")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void allowsHostileNamesAndValuesOfAnySize(long seed) {
        JsonNode json = json(MonthlyReport.of(HostileTown.facts(seed), HostileTown.report()));

        assertThat(problems(json)).as("seed %d", seed).isEmpty();
        assertThat(json.toString()).doesNotContain(":" + HostileTown.SECRET);
    }

    @Test
    void allowsAMonthOfWhichNothingIsKnown() {
        MonthlyFacts facts = Waterdam.facts();
        MonthlyFacts nothing =
                new MonthlyFacts(
                        facts.organisation(),
                        facts.texts(),
                        facts.definitions(),
                        facts.month(),
                        1,
                        "0.1.0",
                        "aa",
                        facts.catalogue(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());

        assertThat(problems(json(nothing))).isEmpty();
    }

    @Test
    void allowsWhatStandsBesideTheFigures() {
        Instant at = Instant.parse("2026-10-01T00:00:00Z");
        MonthlyFacts facts =
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
                                                Series.ofOrganisation("it_energy", Period.MONTH),
                                                4000,
                                                4001))),
                        new MeterFacts(
                                List.of(
                                        new MeterFacts.UnknownMeter(
                                                "ups", "K1", "heat", "counter", 9, at, at)),
                                List.of(
                                        new MeterFacts.Conflict(
                                                "K2", "gas", "counter", "a", "b", 3, at, at))));

        assertThat(problems(json(facts))).isEmpty();
    }

    @Test
    void allowsARestatedValue() {
        MonthlyFacts facts = Waterdam.facts();
        JsonNode json =
                json(
                        new MonthlyFacts(
                                facts.organisation(),
                                facts.texts(),
                                facts.definitions(),
                                facts.month(),
                                2,
                                "0.1.0",
                                "aa",
                                facts.catalogue(),
                                facts.values(),
                                List.of(
                                        WaterdamValues.row(13, "server_count", "servers")
                                                .value(17)
                                                .build()),
                                List.of(),
                                List.of()));

        assertThat(json.get("restated")).hasSize(1);
        assertThat(problems(json)).isEmpty();
    }

    @Test
    void rejectsADamagedReport() {
        List<Consumer<ObjectNode>> damages =
                List.of(
                        json -> json.remove("organisation"),
                        json -> json.put("unheard_of", 1),
                        json -> json.put("schema_version", 2),
                        json -> json.put("month", "2026-13"),
                        json -> json.put("edition", 0),
                        json -> json.putNull("goals"),
                        json -> goal(json).put("verdict", "fine"),
                        json -> goal(json).put("value", "16"),
                        json -> goal(json).remove("target"),
                        json -> value(json).put("coverage", 1.018),
                        json -> value(json).put("reason", "no_idea"),
                        json -> value(json).put("unheard_of", 1),
                        json -> ((ObjectNode) goal(json).get("title")).put("nl", 1));

        for (Consumer<ObjectNode> damage : damages) {
            ObjectNode json = (ObjectNode) json(Waterdam.facts());
            damage.accept(json);
            assertThat(problems(json)).as("damage %d", damages.indexOf(damage)).isNotEmpty();
        }
    }

    /** A code that Java adds and the schema lacks would be a damaged report. */
    @Test
    void knowsEveryCode() {
        assertThat(codes("value", "reason")).isEqualTo(codes(Reason.values()));
        assertThat(codes("goal", "verdict")).isEqualTo(codes(Verdict.values()));
        assertThat(codes("goal", "period")).isEqualTo(codes(Period.values()));
        assertThat(codes("goal", "no_forecast_reason")).isEqualTo(codes(Outlook.Cause.values()));
        assertThat(codes("goal", "unknown_subject")).isEqualTo(codes(Unjudged.Subject.values()));
        assertThat(codes("goal", "unknown_reason"))
                .isEqualTo(
                        Stream.concat(
                                        codes(Reason.values()).stream(),
                                        codes(Unjudged.Cause.values()).stream())
                                .sorted()
                                .toList());
        assertThat(
                        codes(
                                SCHEMA.get("$defs")
                                        .get("restated")
                                        .get("properties")
                                        .get("why")
                                        .get("items")))
                .isEqualTo(codes(Restatement.Why.values()));
        assertThat(codes("kpi", "better")).isEqualTo(codes(Kpi.Better.values()));
        assertThat(codes("kpi", "per")).isEqualTo(codes(Kpi.Per.values()));
    }

    @Test
    void describesEveryPropertyAndAllowsNoOther() {
        assertThat(SCHEMA.get("$id").asString()).startsWith("urn:uuid:");
        assertThat(SCHEMA.get("properties").get("schema_version").get("const").asInt())
                .isEqualTo(JsonReport.SCHEMA_VERSION);
        assertStrict(SCHEMA);
        SCHEMA.get("$defs").valueStream().forEach(ReportSchemaTest::assertStrict);
    }

    private static void assertStrict(JsonNode type) {
        assertThat(type.get("description").asString()).isNotBlank();
        if (type.has("properties")) {
            assertThat(type.get("additionalProperties").asBoolean(true)).isFalse();
            assertThat(type.get("required").valueStream().map(JsonNode::asString))
                    .containsExactlyElementsOf(type.get("properties").propertyNames());
            assertThat(type.get("properties").valueStream())
                    .allMatch(property -> property.has("description"));
        }
    }

    private static List<String> codes(String type, String property) {
        return codes(SCHEMA.get("$defs").get(type).get("properties").get(property));
    }

    private static List<String> codes(JsonNode property) {
        return property.get("enum")
                .valueStream()
                .filter(code -> !code.isNull())
                .map(JsonNode::asString)
                .sorted()
                .toList();
    }

    private static List<String> codes(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static List<Error> problems(JsonNode json) {
        return RULES.validate(json);
    }

    private static ObjectNode goal(ObjectNode json) {
        return (ObjectNode) json.get("goals").get(0);
    }

    private static ObjectNode value(ObjectNode json) {
        return (ObjectNode) json.get("kpis").get(0).get("values").get(0);
    }

    private static JsonNode json(MonthlyFacts facts) {
        return json(MonthlyReport.of(facts, Waterdam.report()));
    }

    private static JsonNode json(MonthlyReport report) {
        return MAPPER.readTree(ReportJson.text(report));
    }
}
