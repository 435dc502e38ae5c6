package eu.wattpeil.goal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.MeasureStory;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Tags;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GoalCheckTest {

    @Test
    void acceptsAGoalThatNamesWhatExists() {
        assertThat(problems(Kpi.Better.LOWER, Cases.goal().build())).isEmpty();
    }

    @Test
    void namesTheGoalWhoseKpiDoesNotExist() {
        Goal goal = Cases.goal().kpi("it_enrgy").build();

        assertThat(problems(Kpi.Better.LOWER, goal))
                .containsExactly(
                        "config/goals.yaml:3: goal \"less-energy\": kpi is \"it_enrgy\","
                                + " did you mean \"it_energy\"?");
    }

    @Test
    void rejectsAScopeThatTheKpiDoesNotGive() {
        Goal goal = Cases.goal().scope(new Scope("department", "all")).build();

        assertThat(problems(Kpi.Better.LOWER, goal))
                .containsExactly(
                        "config/goals.yaml:3: goal \"less-energy\": scope of it_energy is"
                                + " \"department\", expected one of organisation, room");
    }

    @Test
    void rejectsATargetWithoutADirection() {
        Goal goal = Cases.goal().relativeTarget("0.00").build();

        assertThat(problems(Kpi.Better.LOWER, goal)).isEmpty();
        assertThat(problems(Kpi.Better.CONTEXT, goal))
                .containsExactly(
                        "config/goals.yaml:3: goal \"less-energy\": target is equal to the"
                                + " baseline, expected another value: of it_energy no direction is"
                                + " good by itself");
    }

    @Test
    void rejectsACeilingWhereMoreIsBetter() {
        Goal goal = Cases.goal().ceiling("500").build();

        assertThat(problems(Kpi.Better.LOWER, goal)).isEmpty();
        assertThat(problems(Kpi.Better.CONTEXT, goal)).isEmpty();
        assertThat(problems(Kpi.Better.HIGHER, goal))
                .containsExactly(
                        "config/goals.yaml:3: goal \"less-energy\": target is a ceiling, expected"
                                + " value, change or yearly: of it_energy more is better");
    }

    @Test
    void namesTheMeasureWhoseKpiDoesNotExist() {
        Problems problems = new Problems();
        Measure measure =
                new Measure(
                        "leave",
                        Map.of(),
                        "server_count",
                        Scope.ORGANISATION,
                        LocalDate.of(2026, 3, 1),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Tags.NONE,
                        MeasureStory.NONE,
                        new Place("config/measures.yaml", 3));

        GoalCheck.check(
                List.of(), List.of(measure), List.of(Cases.kpi(Kpi.Better.LOWER)), problems);

        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly(
                        "config/measures.yaml:3: measure \"leave\": kpi is \"server_count\","
                                + " expected one of it_energy");
    }

    @Test
    void rejectsAPeriodOverWhichTheKpiDoesNotAddUp() {
        Goal goal = Cases.goal().rollingYear().build();

        assertThat(problems(Cases.annual(), goal))
                .containsExactly(
                        "config/goals.yaml:3: goal \"less-energy\": period is \"rolling-year\","
                                + " expected month: values of it_energy do not add up over months");
    }

    private static List<String> problems(Kpi.Better better, Goal goal) {
        return problems(Cases.kpi(better), goal);
    }

    private static List<String> problems(Kpi kpi, Goal goal) {
        Problems problems = new Problems();
        GoalCheck.check(List.of(goal), List.of(), List.of(kpi), problems);
        return problems.all().stream().map(Problem::toString).toList();
    }
}
