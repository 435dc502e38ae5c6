package eu.wattpeil.goal;

import static eu.wattpeil.goal.Cases.goal;
import static eu.wattpeil.goal.Cases.known;
import static eu.wattpeil.goal.Cases.yearKnown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Goals of a change each year on the year before. */
final class YearlyGoalTest {

    private static final YearMonth REFERENCE = YearMonth.of(2019, 12);

    /** As Flemish local authorities have it: 2.09 % a year, and 3 % from 2023 on. */
    private static final Goal FLEMISH =
            goal().rollingYear()
                    .from(REFERENCE)
                    .baseline("100000")
                    .yearly("-0.0209", new Target.Later(2023, new BigDecimal("-0.03")))
                    .within(11 * 12)
                    .build();

    private static final Goal TENTHS =
            goal().rollingYear().from(REFERENCE).yearly("-0.10").within(30).build();

    @Test
    void changesMultiply() {
        GoalPath path = path(TENTHS);

        assertThat(path.at(REFERENCE)).isEqualTo(100);
        assertThat(path.at(REFERENCE.plusMonths(12))).isCloseTo(90, within(1e-9));
        assertThat(path.at(REFERENCE.plusMonths(24))).isCloseTo(81, within(1e-9));
    }

    @Test
    void pathIsStraightWithinAYear() {
        GoalPath path = path(TENTHS);

        assertThat(path.at(REFERENCE.plusMonths(3))).isCloseTo(97.5, within(1e-9));
        assertThat(path.at(REFERENCE.plusMonths(18))).isCloseTo(85.5, within(1e-9));
    }

    @Test
    void targetWithinAYearIsOnTheWayToItsEnd() {
        GoalPath path = path(TENTHS);

        assertThat(path.line().to()).isEqualTo(REFERENCE.plusMonths(30));
        assertThat(path.end()).isCloseTo(81 - 4.05, within(1e-9));
        assertThat(path.at(REFERENCE.plusMonths(60))).isCloseTo(76.95, within(1e-9));
        assertThat(path.at(REFERENCE.minusMonths(5))).isEqualTo(100);
    }

    /** 100 000 · 0.9791³ = 93 860.13, and then 0.97 for each year to 2030. */
    @Test
    void anotherChangeHoldsFromItsYearOn() {
        GoalPath path = path(FLEMISH);

        assertThat(path.at(YearMonth.of(2020, 12))).isCloseTo(97910, within(1e-6));
        assertThat(path.at(YearMonth.of(2022, 12))).isCloseTo(93860.130, within(0.001));
        assertThat(path.at(YearMonth.of(2023, 12))).isCloseTo(91044.326, within(0.001));
        assertThat(path.at(YearMonth.of(2030, 12))).isCloseTo(73562.254, within(0.001));
        assertThat(assess(FLEMISH, YearMonth.of(2022, 12), List.of()).target().orElseThrow())
                .isCloseTo(path.end(), within(1e-9));
    }

    @Test
    void isJudgedByThePathAndNotByTheTarget() {
        YearMonth month = YearMonth.of(2023, 12);

        Assessment ahead = assess(FLEMISH, month, List.of(yearKnown(month, 91000)));
        Assessment behind = assess(FLEMISH, month, List.of(yearKnown(month, 92000)));

        assertThat(ahead.verdict()).isEqualTo(Verdict.ON_COURSE);
        assertThat(ahead.isReached()).isFalse();
        assertThat(ahead.requiredPace().orElseThrow())
                .isCloseTo((73562.254 - 91000) / 84, within(0.001));
        assertThat(behind.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(assess(FLEMISH, month, List.of(yearKnown(month, 73000))).isReached()).isTrue();
    }

    @Test
    void isUnknownWithoutABaseline() {
        Goal goal =
                goal().rollingYear()
                        .from(REFERENCE)
                        .baselineFromHistory()
                        .yearly("-0.03")
                        .within(132)
                        .build();
        YearMonth month = YearMonth.of(2026, 9);

        Assessment assessment = assess(goal, month, List.of(yearKnown(month, 90)));

        assertThat(assessment.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assessment.unjudged())
                .contains(new Unjudged(Unjudged.Subject.BASELINE, Reason.NO_DATA));
        assertThat(assessment.target()).isEmpty();
    }

    @Test
    void isUnknownWhereTheYearOfReferenceIsKnownInPart() {
        YearMonth month = YearMonth.of(2026, 9);
        Goal goal =
                goal().baselineFromHistory()
                        .from(month.minusMonths(12))
                        .yearly("-0.03")
                        .within(36)
                        .minimumCoverage(0.95)
                        .build();

        Assessment assessment =
                assess(
                        goal,
                        month,
                        List.of(
                                Cases.partlyKnown(month.minusMonths(12), 100, 0.5),
                                known(month, 90)));

        assertThat(assessment.unjudged())
                .contains(new Unjudged(Unjudged.Subject.BASELINE, Reason.COVERAGE_BELOW_MINIMUM));
    }

    @Test
    void stepsComeInTheOrderOfTheirYears() {
        BigDecimal share = new BigDecimal("-0.03");

        assertThatThrownBy(
                        () ->
                                new Target.Yearly(
                                        share,
                                        List.of(
                                                new Target.Later(2025, share),
                                                new Target.Later(2023, share))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("later has 2023 after 2025, expected the years in order, each once");
    }

    private static GoalPath path(Goal goal) {
        return assess(goal, REFERENCE.plusMonths(1), List.of()).path().orElseThrow();
    }

    private static Assessment assess(Goal goal, YearMonth month, List<KpiValue> values) {
        return Assessment.of(
                goal,
                Cases.kpi(Kpi.Better.LOWER, Kpi.Per.DAY),
                History.upTo(month, values),
                List.of(),
                Cases.LENGTHS);
    }
}
