package eu.wattpeil.goal;

import static eu.wattpeil.goal.Cases.goal;
import static eu.wattpeil.goal.Cases.known;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goals of a value that is never exceeded. */
final class CeilingGoalTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    /** At most 500 in each month of 2026; its first month is the one after its start. */
    private static final Goal CEILING =
            goal().ceiling("500").from(JANUARY.minusMonths(1)).within(12).build();

    @Test
    void isKeptAtTheValueItself() {
        Assessment assessment = assess(JANUARY, known(JANUARY, 500));

        assertThat(assessment.verdict()).isEqualTo(Verdict.ON_COURSE);
        assertThat(assessment.gap()).contains(0.0);
        assertThat(assessment.exceeded()).isEmpty();
    }

    @Test
    void isOffCourseByHoweverLittle() {
        Assessment assessment = assess(JANUARY, known(JANUARY, 500.5));

        assertThat(assessment.verdict()).isEqualTo(Verdict.OFF_COURSE);
        assertThat(assessment.gap()).contains(0.001);
        assertThat(assessment.exceeded()).containsExactly(JANUARY);
    }

    @Test
    void isTheSameInAShortMonth() {
        YearMonth february = JANUARY.plusMonths(1);

        assertThat(assess(february, known(february, 499)).path().orElseThrow().at(february))
                .isEqualTo(500);
        assertThat(assess(february, known(february, 499)).verdict()).isEqualTo(Verdict.ON_COURSE);
    }

    @Test
    void isKeptAgainAfterItWasExceededAndRemembersIt() {
        YearMonth march = JANUARY.plusMonths(2);

        Assessment assessment =
                assess(
                        march,
                        known(JANUARY.minusMonths(1), 900),
                        known(JANUARY, 480),
                        known(JANUARY.plusMonths(1), 510),
                        known(march, 490));

        assertThat(assessment.verdict()).isEqualTo(Verdict.ON_COURSE);
        assertThat(assessment.exceeded()).containsExactly(JANUARY.plusMonths(1));
    }

    @Test
    void forgetsWhatComesAfterItsLastMonth() {
        YearMonth after = JANUARY.plusMonths(12);

        assertThat(assess(after, known(after, 900)).exceeded()).isEmpty();
    }

    @Test
    void hasNotBegunBeforeItsFirstMonth() {
        YearMonth december = JANUARY.minusMonths(1);

        assertThat(assess(december, known(december, 400)).unjudged())
                .contains(new Unjudged(Unjudged.Subject.GOAL, Unjudged.Cause.NOT_BEGUN));
    }

    @Test
    void isUnknownWhereTheMonthIs() {
        assertThat(assess(JANUARY, Cases.unknown(JANUARY, Reason.NO_DATA)).unjudged())
                .contains(new Unjudged(Unjudged.Subject.VALUE, Reason.NO_DATA));
    }

    @Test
    void needsNoPaceAndNoBaseline() {
        Assessment assessment = assess(JANUARY, known(JANUARY, 400));

        assertThat(assessment.requiredPace()).isEmpty();
        assertThat(assessment.baseline()).isEmpty();
        assertThat(assessment.target()).contains(500.0);
    }

    @Test
    void foreseesItsLastMonthThoughThereIsNoWayToIt() {
        List<KpiValue> values = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            values.add(known(JANUARY.plusMonths(i), 400 + 10 * i + i % 2));
        }

        Outlook outlook = assess(JANUARY.plusMonths(7), values.toArray(KpiValue[]::new)).outlook();

        assertThat(outlook).isInstanceOf(Outlook.Forecast.class);
    }

    @Test
    void speaksOfTheLastQuarterThatEnded() {
        Goal quarters =
                goal().ceiling("1500")
                        .on(Period.QUARTER)
                        .from(JANUARY.minusMonths(1))
                        .within(12)
                        .build();
        YearMonth march = JANUARY.plusMonths(2);
        List<KpiValue> values = List.of(Cases.known(Period.QUARTER, march, 1501));

        Assessment assessment =
                Assessment.of(
                        quarters,
                        Cases.kpi(Kpi.Better.LOWER, Kpi.Per.DAY),
                        History.upTo(march.plusMonths(1), values),
                        List.of(),
                        Cases.LENGTHS);

        assertThat(assessment.verdict()).isEqualTo(Verdict.OFF_COURSE);
        assertThat(assessment.path().map(path -> path.at(march))).isEqualTo(Optional.of(1500.0));
    }

    private static Assessment assess(YearMonth month, KpiValue... values) {
        return Assessment.of(
                CEILING,
                Cases.kpi(Kpi.Better.LOWER, Kpi.Per.DAY),
                History.upTo(month, List.of(values)),
                List.of(),
                Cases.LENGTHS);
    }
}
