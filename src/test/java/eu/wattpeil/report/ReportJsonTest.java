package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ReportJsonTest {

    private static final JsonNode JSON =
            new JsonMapper()
                    .readTree(
                            ReportJson.text(MonthlyReport.of(Waterdam.facts(), Waterdam.report())));

    @Test
    void keepsItsKeysInOrder() {
        assertThat(JSON.propertyNames())
                .containsExactly(
                        "organisation",
                        "month",
                        "edition",
                        "software_version",
                        "inputs_fingerprint",
                        "goals",
                        "sections",
                        "kpis",
                        "sources",
                        "rejects",
                        "factors");
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

    private static JsonNode goal(String id) {
        return JSON.get("goals")
                .valueStream()
                .filter(goal -> goal.get("goal_id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
