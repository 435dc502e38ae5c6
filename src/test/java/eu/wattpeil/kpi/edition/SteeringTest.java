package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.GoalResult;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.MeasureStory;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Tags;
import eu.wattpeil.workspace.Target;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KPIs that are made of what goals came to. */
final class SteeringTest {

    private static final ModelFile STEERING =
            Models.kpi(
                    "steering",
                    Models.sumHeader().replace("grain: room", "grain: goal")
                            + """

                            select
                                period.month,
                                'goal' as scope_kind,
                                goal_id as scope_id,
                                value as numerator,
                                null as denominator,
                                1.0 as coverage,
                                1.0 as measured_share
                            from goal_results
                            cross join period
                            """);

    @TempDir Path folder;

    private TestWorkspace workspace;
    private List<DailyValue> seen = List.of();

    @BeforeEach
    void openStore() {
        workspace =
                new TestWorkspace(folder)
                        .models(Stream.concat(Models.all().stream(), Stream.of(STEERING)).toList())
                        .verdicts(new Judged());
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);
    }

    @Test
    void areComputedOfTheOtherValuesOfTheMonth() {
        workspace.goals(List.of(goal("2026-09", "-0.10")));

        workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(workspace.shown())
                .filteredOn(it -> it.scope().isOf("goal") && it.period() == Period.MONTH)
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.scope().id()).isEqualTo("less-energy");
                            assertThat(it.value()).contains(720.0);
                        });
    }

    @Test
    void areInTheOrderOfTheirTableLikeAnyOther() {
        workspace.goals(List.of(goal("2026-09", "-0.10")));
        Computation computation = workspace.computation();

        computation.compute(Autumn.SEPTEMBER);
        computation.compute(Autumn.SEPTEMBER);

        assertThat(computation.current(Autumn.SEPTEMBER).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void areDueAgainWhereAGoalThatHasBegunIsAnotherOne() {
        workspace.goals(List.of(goal("2026-09", "-0.10")));
        workspace.computation().compute(Autumn.SEPTEMBER);

        workspace.goals(List.of(goal("2026-09", "-0.10"), goal("2026-10", "-0.20")));
        assertThat(workspace.computation().isDue(Autumn.SEPTEMBER)).isFalse();

        workspace.goals(List.of(goal("2026-09", "-0.20")));
        assertThat(workspace.computation().isDue(Autumn.SEPTEMBER)).isTrue();
    }

    @Test
    void seeTheDaysAboutTheStartOfAMeasureThatAreKnownEnough() {
        workspace
                .models(
                        Stream.concat(Models.all().stream(), Stream.of(STEERING, days("1.0")))
                                .toList())
                .measures(List.of(measure(LocalDate.of(2026, 10, 1))));
        Computation computation = workspace.computation();

        computation.compute(Autumn.SEPTEMBER);
        assertThat(seen)
                .containsExactly(
                        new DailyValue(
                                "room_energy_total",
                                Scope.ORGANISATION,
                                LocalDate.of(2026, 9, 1),
                                720));

        workspace.models(
                Stream.concat(Models.all().stream(), Stream.of(STEERING, days("0.9"))).toList());
        workspace.computation().compute(Autumn.SEPTEMBER);
        assertThat(seen).isEmpty();
    }

    private static ModelFile days(String coverage) {
        return Models.intermediate(
                "daily_values",
                """
                -- materialise: month
                select
                    month,
                    'room_energy_total' as kpi_id,
                    'organisation' as scope_kind,
                    'all' as scope_id,
                    cast(concat(month, '-01') as date) as day_on,
                    cast(energy_wh / 1000 as decimal(18, 6)) as numerator,
                    cast(null as decimal(18, 6)) as denominator,
                    cast(%s as double) as coverage
                from room_energy
                """
                        .formatted(coverage));
    }

    private static Measure measure(LocalDate start) {
        return new Measure(
                "m",
                Map.of(),
                "room_energy_total",
                Scope.ORGANISATION,
                start,
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Tags.NONE,
                MeasureStory.NONE,
                new Place("config/measures.yaml", 1));
    }

    private static Goal goal(String from, String change) {
        return new Goal(
                "less-energy",
                Map.of(),
                "insight",
                "room_energy_total",
                Scope.ORGANISATION,
                Period.MONTH,
                YearMonth.parse(from),
                Optional.empty(),
                new Target.Change(new BigDecimal(change)),
                YearMonth.of(2027, 9),
                Optional.empty(),
                Tags.NONE,
                Map.of(Locale.ENGLISH, "Head of ICT"),
                List.of(),
                List.of(),
                new Place("config/goals.yaml", 1));
    }

    /** Takes the organisation's value for that of every goal. */
    private final class Judged implements Verdicts {

        @Override
        public List<String> of(YearMonth month, List<KpiValue> values) {
            return List.of();
        }

        @Override
        public Results results(YearMonth month, List<KpiValue> values, List<DailyValue> days) {
            double total = Autumn.total(values);
            seen = days;
            return new Results(
                    workspace.workspace().goals().stream()
                            .map(
                                    it ->
                                            new GoalResult(
                                                    it,
                                                    "on_course",
                                                    "lower",
                                                    Optional.of(total),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    List.of()))
                            .toList(),
                    List.of(),
                    List.of());
        }
    }
}
