package eu.wattpeil.goal;

import static eu.wattpeil.goal.Cases.goal;
import static eu.wattpeil.goal.Cases.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Goals on a quarter, a year or the year so far. */
final class PeriodGoalTest {

    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    /** From 92 kWh in the last quarter of a year to 46 in that of the next. */
    private static final Goal QUARTERS =
            goal().on(Period.QUARTER).from(DECEMBER).baseline("92").target("46").within(12).build();

    @Test
    void quarterIsJudgedByTheLastOneThatHasEnded() {
        List<KpiValue> values =
                List.of(
                        known(Period.QUARTER, DECEMBER, 92),
                        known(Period.QUARTER, MARCH, 70),
                        known(Period.MONTH, MARCH.plusMonths(2), 90));

        for (YearMonth month : List.of(MARCH, MARCH.plusMonths(1), MARCH.plusMonths(2))) {
            Assessment assessment = assess(QUARTERS, Kpi.Per.NONE, month, values);

            assertThat(assessment.month()).isEqualTo(MARCH);
            assertThat(assessment.value()).contains(70.0);
            assertThat(assessment.path().orElseThrow().at(MARCH)).isCloseTo(80.5, within(1e-9));
            assertThat(assessment.verdict()).isEqualTo(Verdict.ON_COURSE);
        }
    }

    @Test
    void quarterThatIsNotKnownIsNotTheOneBeforeIt() {
        List<KpiValue> values = List.of(known(Period.QUARTER, DECEMBER, 92));

        assertThat(assess(QUARTERS, Kpi.Per.NONE, MARCH, values).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(assess(QUARTERS, Kpi.Per.NONE, MARCH.minusMonths(1), values).verdict())
                .isEqualTo(Verdict.STARTS);
    }

    @Test
    void quarterOfNinetyDaysIsAskedForLessThanOneOfNinetyTwo() {
        Assessment assessment =
                assess(QUARTERS, Kpi.Per.DAY, MARCH, List.of(known(Period.QUARTER, MARCH, 78)));

        assertThat(assessment.path().orElseThrow().at(MARCH)).isCloseTo(90 * 0.875, within(1e-9));
        assertThat(assessment.verdict()).isEqualTo(Verdict.ON_COURSE);
    }

    @Test
    void yearSoFarIsAskedForWhatItsMonthsMayUse() {
        Goal goal =
                goal().on(Period.YEAR_TO_DATE)
                        .from(DECEMBER)
                        .baseline("1200")
                        .target("1200")
                        .within(12)
                        .build();

        Assessment january =
                assess(
                        goal,
                        Kpi.Per.NONE,
                        DECEMBER.plusMonths(1),
                        List.of(known(Period.YEAR_TO_DATE, DECEMBER.plusMonths(1), 100)));
        Assessment march =
                assess(goal, Kpi.Per.NONE, MARCH, List.of(known(Period.YEAR_TO_DATE, MARCH, 330)));

        assertThat(january.verdict()).isEqualTo(Verdict.ON_COURSE);
        assertThat(march.gap()).contains(0.1);
        assertThat(march.verdict()).isEqualTo(Verdict.OFF_COURSE);
    }

    @Test
    void forecastOfAQuarterAddsUpItsMonths() {
        List<KpiValue> values = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            values.add(known(Period.MONTH, DECEMBER.plusMonths(i), 20));
        }

        Assessment assessment = assess(QUARTERS, Kpi.Per.NONE, DECEMBER.plusMonths(10), values);

        assertThat(assessment.outlook())
                .isInstanceOfSatisfying(
                        Outlook.Forecast.class,
                        forecast -> assertThat(forecast.value()).isCloseTo(60, within(1e-6)));
    }

    @Test
    void rejectsATargetMonthWithWhichNoPeriodEnds() {
        assertThatThrownBy(() -> goal().on(Period.QUARTER).from(DECEMBER).within(10).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("by is 2026-10, expected the last month of a quarter, such as 2026-09");
        assertThatThrownBy(() -> goal().on(Period.YEAR).within(14).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "baseline month is 2025-10, expected the last month of a year, such as"
                                + " 2024-12");
    }

    private static Assessment assess(
            Goal goal, Kpi.Per per, YearMonth month, List<KpiValue> values) {
        return Assessment.of(
                goal,
                Cases.kpi(Kpi.Better.LOWER, per),
                History.upTo(month, values),
                List.of(),
                Cases.LENGTHS);
    }
}
