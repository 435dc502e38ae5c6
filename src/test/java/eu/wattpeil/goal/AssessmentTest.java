package eu.wattpeil.goal;

import static eu.wattpeil.goal.Cases.START;
import static eu.wattpeil.goal.Cases.goal;
import static eu.wattpeil.goal.Cases.known;
import static eu.wattpeil.goal.Cases.partlyKnown;
import static eu.wattpeil.goal.Cases.unknown;
import static eu.wattpeil.goal.Cases.yearKnown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.wattpeil.goal.Unjudged.Subject;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Kpi.Better;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.workspace.Goal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AssessmentTest {

    /** One year into five: the path from 100 to 50 stands at 90. */
    private static final YearMonth NOW = START.plusMonths(12);

    @ParameterizedTest
    @CsvSource({
        "LOWER,   89.9, ON_COURSE,  -0.001111111",
        "LOWER,   90,   ON_COURSE,   0",
        "LOWER,   94.5, WATCH,       0.05",
        "LOWER,   94.6, OFF_COURSE,  0.051111111",
        "HIGHER,  90.1, ON_COURSE,  -0.001111111",
        "HIGHER,  85.5, WATCH,       0.05",
        "HIGHER,  85.4, OFF_COURSE,  0.051111111",
        "CONTEXT, 94.5, WATCH,       0.05",
    })
    void verdictFollowsTheGap(Better better, double value, Verdict verdict, double gap) {
        Assessment assessment = assess(goal().build(), better, known(NOW, value));

        assertThat(assessment.verdict()).isEqualTo(verdict);
        assertThat(assessment.gap()).contains(gap);
        assertThat(assessment.path().orElseThrow().at(NOW)).isEqualTo(90);
    }

    @Test
    void contextTakesTheDirectionThatTheTargetPoints() {
        Goal upwards = goal().target("150").build();

        assertThat(assess(upwards, Better.CONTEXT, known(NOW, 109)).verdict())
                .isEqualTo(Verdict.WATCH);
        assertThat(assess(upwards, Better.CONTEXT, known(NOW, 111)).verdict())
                .isEqualTo(Verdict.ON_COURSE);
    }

    @Test
    void contextWithATargetAtTheBaselineHasNoDirection() {
        Assessment assessment =
                assess(goal().target("100").build(), Better.CONTEXT, known(NOW, 100));

        assertThat(assessment.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assessment.unjudged())
                .contains(new Unjudged(Subject.GOAL, Unjudged.Cause.NO_DIRECTION));
    }

    @Test
    void relativeTargetCountsFromTheBaseline() {
        Assessment assessment =
                assess(
                        goal().relativeTarget("-0.42").within(120).build(),
                        Better.LOWER,
                        known(START.plusMonths(60), 79));

        assertThat(assessment.target()).contains(58.0);
        assertThat(assessment.path().orElseThrow().at(START.plusMonths(60)))
                .isCloseTo(79, within(1e-9));
        assertThat(assessment.verdict()).isEqualTo(Verdict.ON_COURSE);
    }

    @Test
    void baselineIsTheValueOfItsMonthWhereNoneIsGiven() {
        Assessment assessment =
                assess(
                        goal().baselineFromHistory().relativeTarget("-0.50").build(),
                        Better.LOWER,
                        known(START, 200),
                        known(NOW, 181));

        assertThat(assessment.baseline()).contains(200.0);
        assertThat(assessment.target()).contains(100.0);
        assertThat(assessment.verdict()).isEqualTo(Verdict.WATCH);
    }

    @Test
    void rollingYearIsJudgedOnTwelveMonthsAtBothEnds() {
        Assessment assessment =
                assess(
                        goal().baselineFromHistory().target("600").rollingYear().build(),
                        Better.LOWER,
                        known(START, 100),
                        yearKnown(START, 1200),
                        known(NOW, 50),
                        yearKnown(NOW, 1080));

        assertThat(assessment.baseline()).contains(1200.0);
        assertThat(assessment.value()).contains(1080.0);
        assertThat(assessment.verdict()).isEqualTo(Verdict.ON_COURSE);
    }

    @Test
    void unknownValueIsUnknownWithItsReason() {
        Assessment assessment =
                assess(goal().build(), Better.LOWER, unknown(NOW, Reason.DENOMINATOR_ZERO));

        assertThat(assessment.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assessment.unjudged())
                .contains(new Unjudged(Subject.VALUE, Reason.DENOMINATOR_ZERO));
        assertThat(assessment.gap()).isEmpty();
    }

    @Test
    void monthWithoutARowIsUnknown() {
        Assessment assessment = assess(goal().build(), Better.LOWER, known(START, 100));

        assertThat(assessment.unjudged()).contains(new Unjudged(Subject.VALUE, Reason.NO_DATA));
        assertThat(assessment.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void coverageBelowTheGoalsMinimumIsUnknownThoughTheValueLooksGood() {
        Goal goal = goal().minimumCoverage(0.9).build();

        Assessment assessment = assess(goal, Better.LOWER, partlyKnown(NOW, 10, 0.89));

        assertThat(assessment.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assessment.unjudged())
                .contains(new Unjudged(Subject.VALUE, Reason.COVERAGE_BELOW_MINIMUM));
        assertThat(assessment.value()).isEmpty();
        assertThat(assess(goal, Better.LOWER, partlyKnown(NOW, 10, 0.9)).verdict())
                .isEqualTo(Verdict.ON_COURSE);
    }

    @Test
    void unknownBaselineIsUnknownWithItsReason() {
        Goal goal = goal().baselineFromHistory().build();

        assertThat(assess(goal, Better.LOWER, known(NOW, 10)).unjudged())
                .contains(new Unjudged(Subject.BASELINE, Reason.NO_DATA));
        Assessment assessment =
                assess(goal, Better.LOWER, unknown(START, Reason.PART_UNKNOWN), known(NOW, 10));
        assertThat(assessment.unjudged())
                .contains(new Unjudged(Subject.BASELINE, Reason.PART_UNKNOWN));
        assertThat(assessment.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assessment.path()).isEmpty();
    }

    @Test
    void monthBeforeTheBaselineIsUnknown() {
        YearMonth before = START.minusMonths(1);

        assertThat(assess(goal().build(), Better.LOWER, known(before, 1)).unjudged())
                .contains(new Unjudged(Subject.GOAL, Unjudged.Cause.NOT_BEGUN));
    }

    @Test
    void pathAtZeroHasNoGapButAVerdict() {
        Goal goal = goal().target("0").within(12).build();

        Assessment reached = assess(goal, Better.LOWER, known(NOW, 0));
        Assessment missed = assess(goal, Better.LOWER, known(NOW, 0.1));

        assertThat(reached.gap()).isEmpty();
        assertThat(reached.verdict()).isEqualTo(Verdict.ON_COURSE);
        assertThat(missed.verdict()).isEqualTo(Verdict.OFF_COURSE);
    }

    @Test
    void requiredPaceReachesTheTargetInTheMonthsLeft() {
        assertThat(assess(goal().build(), Better.LOWER, known(NOW, 98)).requiredPace())
                .contains(-1.0);
        assertThat(assess(goal().within(12).build(), Better.LOWER, known(NOW, 98)).requiredPace())
                .isEmpty();
    }

    @Test
    void straightMonthsForecastAsFarAsTheirLastDigitTells() {
        Assessment assessment = assess(goal().within(20).build(), Better.LOWER, falling(8, 100, 2));

        assertThat(assessment.presentPace().orElseThrow()).isCloseTo(-2, within(1e-9));
        Outlook.Forecast forecast = (Outlook.Forecast) assessment.outlook();
        assertThat(forecast.value()).isCloseTo(100 - 2 * 20, within(1e-9));
        assertThat(forecast.low()).isBetween(59.7, 59.95);
        assertThat(forecast.high()).isBetween(60.05, 60.3);
    }

    @Test
    void baselineMonthIsWhereTheGoalStarts() {
        Assessment assessment =
                Assessment.of(
                        goal().baselineFromHistory().build(),
                        Cases.kpi(Better.LOWER),
                        History.upTo(START, List.of(known(START, 100))),
                        List.of(),
                        Cases.LENGTHS);

        assertThat(assessment.verdict()).isEqualTo(Verdict.STARTS);
        assertThat(assessment.isReached()).isFalse();
    }

    @Test
    void reachedTargetAsksForNoPace() {
        Assessment assessment = assess(goal().build(), Better.LOWER, known(NOW, 49.9));

        assertThat(assessment.isReached()).isTrue();
        assertThat(assessment.requiredPace()).isEmpty();
    }

    @Test
    void fiveMonthsAreTooFewForAForecast() {
        Assessment assessment = assess(goal().build(), Better.LOWER, falling(5, 100, 2));

        assertThat(assessment.outlook().knownMonths()).isEqualTo(5);
        assertThat(assessment.presentPace()).isEmpty();
        assertThat(assessment.outlook())
                .isEqualTo(
                        new Outlook.Unforeseen(Outlook.Cause.TOO_FEW_MONTHS, 5, Optional.empty()));
        assertThat(assessment.verdict()).isEqualTo(Verdict.ON_COURSE);
    }

    @Test
    void forecastRestsOnTheLastTwelveKnownMonthsOnly() {
        List<KpiValue> values = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            values.add(known(START.plusMonths(month), 1000));
        }
        for (int month = 12; month < 24; month++) {
            values.add(known(START.plusMonths(month), 100 - month));
        }

        Assessment assessment = assess(goal().build(), Better.LOWER, values);

        assertThat(assessment.outlook().knownMonths()).isEqualTo(12);
        assertThat(assessment.presentPace().orElseThrow()).isCloseTo(-1, within(1e-9));
    }

    /** Months 0 to 5 with the mean 22/6: sums of squares about the means are 17.5 and 20. */
    @Test
    void intervalIsThatOfTheTextbook() {
        double[] values = {1, 2, 3, 4, 5, 7};
        List<KpiValue> rows =
                IntStream.range(0, 6)
                        .mapToObj(month -> known(START.plusMonths(month), values[month]))
                        .toList();

        Outlook.Forecast forecast =
                (Outlook.Forecast) assess(goal().within(6).build(), Better.LOWER, rows).outlook();

        double mean = 22.0 / 6;
        double slope = 20.0 / 17.5;
        double expected = mean + slope * 3.5;
        double squares = 104 - 6 * mean * mean - slope * slope * 17.5;
        double margin =
                2.7764451051977987 * Math.sqrt(squares / 4 * (1 + 1.0 / 6 + 3.5 * 3.5 / 17.5));
        assertThat(forecast.value()).isCloseTo(expected, within(1e-9));
        assertThat(forecast.low()).isCloseTo(expected - margin, within(1e-9));
        assertThat(forecast.high()).isCloseTo(expected + margin, within(1e-9));
    }

    @Test
    void laterMonthsDoNotChangeWhatIsSaidOfAMonth() {
        List<KpiValue> then = List.of(known(START, 100), known(NOW, 89));
        List<KpiValue> later =
                List.of(known(START, 100), known(NOW, 89), known(NOW.plusMonths(1), 5));

        Kpi kpi = Cases.kpi(Better.LOWER);
        assertThat(assess(goal().build(), kpi, History.upTo(NOW, later)))
                .isEqualTo(assess(goal().build(), kpi, History.upTo(NOW, then)));
    }

    private static List<KpiValue> falling(int months, double from, double by) {
        return IntStream.range(0, months)
                .mapToObj(month -> known(START.plusMonths(month), from - by * month))
                .toList();
    }

    private static Assessment assess(Goal goal, Better better, KpiValue... values) {
        return assess(goal, better, List.of(values));
    }

    /** Judges in the last month of the values, or in {@link #NOW} where that is later. */
    private static Assessment assess(Goal goal, Better better, List<KpiValue> values) {
        YearMonth last = values.get(values.size() - 1).month();
        Optional<YearMonth> only = last.equals(START) ? Optional.of(NOW) : Optional.of(last);
        return assess(goal, Cases.kpi(better), History.upTo(only.orElseThrow(), values));
    }

    private static Assessment assess(Goal goal, Kpi kpi, History history) {
        return Assessment.of(goal, kpi, history, List.of(), Cases.LENGTHS);
    }
}
