package eu.wattpeil.goal;

import static eu.wattpeil.goal.Cases.goal;
import static eu.wattpeil.goal.Cases.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Goal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is used every day is judged by the day, however many days a month has. */
final class VolumeTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    /** From 31 kWh a day in October to half of it five years later. */
    private static final Goal HALVED = goal().baselineFromHistory().relativeTarget("-0.50").build();

    @Test
    void shortMonthIsAskedForLess() {
        Assessment february = assess(HALVED, Kpi.Per.DAY, FEBRUARY, steady(10));

        double asked = 10 * (1 - 0.5 * 4 / 60);
        assertThat(february.path().orElseThrow().at(FEBRUARY)).isCloseTo(28 * asked, within(1e-9));
        assertThat(february.path().orElseThrow().at(MARCH))
                .isCloseTo(31 * 10 * (1 - 0.5 * 5 / 60), within(1e-9));
    }

    @Test
    void nothingIsWonByAShortMonth() {
        Assessment january = assess(HALVED, Kpi.Per.DAY, JANUARY, steady(10));
        Assessment february = assess(HALVED, Kpi.Per.DAY, FEBRUARY, steady(10));

        assertThat(january.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(february.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(february.presentPace()).isEmpty();
    }

    @Test
    void targetIsOneOfAMonthAsLongAsTheTargetMonth() {
        Goal goal = goal().baselineFromHistory().relativeTarget("-0.50").within(4).build();

        Assessment november = assess(goal, Kpi.Per.DAY, YearMonth.of(2025, 11), steady(10));

        assertThat(november.target()).contains(10 * 0.5 * 28);
        assertThat(november.path().orElseThrow().end()).isCloseTo(140, within(1e-9));
        assertThat(november.requiredPace().orElseThrow())
                .isCloseTo((140 - 280) / 3.0, within(1e-9));
    }

    /** A series per day gives the same verdicts, gaps and trends whatever the months' lengths. */
    @ParameterizedTest
    @EnumSource(
            value = Kpi.Per.class,
            names = {"DAY", "WORKING_DAY"})
    void nothingDependsOnTheLengthOfAMonth(Kpi.Per per) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int trial = 0; trial < 200; trial++) {
            int months = 2 + random.nextInt(16);
            double[] daily = new double[months];
            double level = 5 + 20 * random.nextDouble();
            for (int i = 0; i < months; i++) {
                daily[i] = level * (1 - 0.01 * i + 0.05 * random.nextGaussian());
            }
            YearMonth month = Cases.START.plusMonths(months - 1L);
            Assessment byDay = assess(HALVED, per, month, volumes(daily, per));
            Assessment plain = assess(HALVED, Kpi.Per.NONE, month, volumes(daily, Kpi.Per.NONE));

            assertThat(byDay.verdict()).as("seed " + seed).isEqualTo(plain.verdict());
            assertThat(byDay.gap().orElse(0.0))
                    .as("seed " + seed)
                    .isCloseTo(plain.gap().orElse(0.0), within(2e-9));
            assertThat(byDay.outlook().knownMonths())
                    .as("seed " + seed)
                    .isEqualTo(plain.outlook().knownMonths());
            assertThat(byDay.outlook().since())
                    .as("seed " + seed)
                    .isEqualTo(plain.outlook().since());
            int target = Cases.LENGTHS.of(per, HALVED.targetMonth());
            assertThat(byDay.presentPace().orElse(0.0) / target)
                    .as("seed " + seed)
                    .isCloseTo(plain.presentPace().orElse(0.0), within(1e-9));
        }
    }

    private static List<KpiValue> steady(double daily) {
        double[] days = {daily, daily, daily, daily, daily, daily};
        return volumes(days, Kpi.Per.DAY);
    }

    private static List<KpiValue> volumes(double[] daily, Kpi.Per per) {
        List<KpiValue> values = new ArrayList<>();
        for (int i = 0; i < daily.length; i++) {
            YearMonth month = Cases.START.plusMonths(i);
            values.add(known(month, daily[i] * Cases.LENGTHS.of(per, month)));
        }
        return values;
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
