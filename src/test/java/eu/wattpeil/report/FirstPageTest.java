package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Findings;
import eu.wattpeil.report.content.Finding;
import eu.wattpeil.report.content.Insights;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Provenance;
import eu.wattpeil.report.page.PageWriter;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FirstPageTest {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Waterdam.DUTCH, Locale.FRENCH);

    @Test
    void isReadInTwoMinutes() {
        for (YearMonth month = Waterdam.FIRST;
                !month.isAfter(Waterdam.LAST);
                month = month.plusMonths(1)) {
            MonthlyFacts facts = withFindings(Waterdam.facts(month, "Gemeente Waterdam"));
            for (Locale language : LANGUAGES) {
                assertThat(FirstPage.words(front(facts, language)))
                        .as(month + " " + language)
                        .isBetween(20L, (long) FirstPage.MOST_WORDS);
            }
        }
    }

    @Test
    void namesFewerGoalsAndThenFewerFindingsWhereNamesAreLong() {
        String name = "another word ".repeat(25).strip();
        ReportPage.Front long50 = front(withFindings(withGoals(name)), Locale.ENGLISH);
        ReportPage.Front long80 =
                front(withFindings(withGoals(name + " and so on".repeat(10))), Locale.ENGLISH);

        assertThat(FirstPage.words(long50)).isLessThanOrEqualTo(FirstPage.MOST_WORDS);
        assertThat(text(long50, "Behind")).containsOnlyOnce(name);
        assertThat(text(long50, "To decide")).endsWith("; 1 more finding.");
        assertThat(FirstPage.words(long80)).isLessThanOrEqualTo(FirstPage.MOST_WORDS);
        assertThat(text(long80, "To decide")).endsWith("; 2 more findings.");
    }

    @Test
    void namesThreeGoalsAndTwoFindingsWhereThereIsRoom() {
        ReportPage.Front front = front(withFindings(withGoals("A goal")), Locale.ENGLISH);

        assertThat(text(front, "Behind")).contains("A goal; A goal; A goal");
        assertThat(text(front, "To decide"))
                .contains("A UPS loses more than it has to")
                .contains("Servers run without work")
                .endsWith("1 more finding.");
    }

    @Test
    void saysFirstThatTheMonthIsNotOver() {
        Provenance half = new Provenance(Optional.of("{\"until\": \"2026-10-15\"}"), Map.of());

        assertThat(front(Waterdam.facts(Insights.NONE, half), Locale.ENGLISH).brief().get(0))
                .satisfies(
                        it -> {
                            assertThat(it.head()).isEqualTo("Not over");
                            assertThat(it.text())
                                    .isEqualTo(
                                            "The month is not over: figures until"
                                                    + " 15\u00a0October 2026. Those of a whole month"
                                                    + " are still to come.");
                        });
        assertThat(front(Waterdam.facts(), Locale.ENGLISH).brief())
                .noneMatch(it -> it.head().equals("Not over"));
    }

    private static String text(ReportPage.Front front, String head) {
        return front.brief().stream()
                .filter(it -> it.head().equals(head))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static ReportPage.Front front(MonthlyFacts facts, Locale language) {
        return PageWriter.page(MonthlyReport.of(facts, facts.definitions().get(0)), language)
                .front();
    }

    private static MonthlyFacts withGoals(String title) {
        MonthlyFacts facts = Waterdam.facts();
        List<Goal> goals = facts.organisation().goals();
        return TownCopy.of(facts)
                .goals(goals.stream().map(goal -> titled(goal, title)).toList())
                .facts();
    }

    private static Goal titled(Goal goal, String title) {
        return new Goal(
                goal.goalId(),
                Waterdam.titles(title, title),
                goal.practice(),
                goal.kpiId(),
                goal.scope(),
                goal.period(),
                goal.baselineMonth(),
                goal.baselineValue(),
                goal.target(),
                goal.targetMonth(),
                goal.minimumCoverage(),
                goal.tags(),
                goal.owner(),
                goal.sdgTargets(),
                goal.esrsDatapoints(),
                goal.place());
    }

    private static MonthlyFacts withFindings(MonthlyFacts facts) {
        Insights insights =
                new Insights(
                        Stream.of("low_loaded_ups", "idle_servers", "hardly_used_printers")
                                .map(FirstPageTest::finding)
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of());
        return TownCopy.of(facts).insights(insights).facts();
    }

    private static Finding finding(String ruleId) {
        Finding.Range range =
                new Finding.Range(
                        Optional.of(new BigDecimal("1200")), Optional.of(new BigDecimal("3400")));
        return new Finding(
                ruleId,
                Optional.empty(),
                new Scope("organisation", "all"),
                Findings.Outcome.FOUND,
                Optional.empty(),
                List.of(),
                range,
                range,
                range,
                Optional.of(1.0),
                List.of(),
                Optional.empty());
    }
}
