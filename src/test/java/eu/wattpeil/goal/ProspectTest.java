package eu.wattpeil.goal;

import static eu.wattpeil.goal.Cases.START;
import static eu.wattpeil.goal.Cases.goal;
import static eu.wattpeil.goal.Cases.known;
import static eu.wattpeil.goal.Cases.unknown;
import static eu.wattpeil.goal.Cases.yearKnown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.MeasureStory;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Tags;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where a goal's value leads is said from the last change on, or not at all. */
final class ProspectTest {

    /** IT equipment of a server room in kWh a month: eight of 24 servers leave on 1 March. */
    private static final double[] STEP = {
        4771, 4612, 4790, 4760, 4301, 3617, 3502, 3622, 3497, 3614, 3617, 3501, 3624
    };

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Test
    void forecastBeginsWhereTheLevelShifted() {
        Goal goal = goal().baselineFromHistory().relativeTarget("-0.25").within(14).build();

        Outlook.Forecast forecast = forecast(assess(goal, Kpi.Per.DAY, months(STEP), List.of()));

        assertThat(forecast.since()).contains(MARCH);
        assertThat(forecast.knownMonths()).isEqualTo(8);
        assertThat(forecast.value()).isCloseTo(3620, within(10.0));
        assertThat(forecast.low()).isGreaterThan(4771 * 0.75);
    }

    @Test
    void forecastBeginsAtTheLastMeasure() {
        double[] gentle = {100, 99, 99, 100, 98, 97, 96, 95, 94, 93, 92, 91, 90};
        Goal goal = goal().within(20).build();
        Measure other = measure("room", "attic", LocalDate.of(2026, 9, 1));
        Measure own = measure("organisation", "all", LocalDate.of(2026, 2, 2));

        Outlook.Forecast forecast =
                forecast(assess(goal, Kpi.Per.NONE, months(gentle), List.of(own, other)));

        assertThat(forecast.since()).contains(MARCH);
        assertThat(forecast.value()).isCloseTo(82, within(0.1));
        assertThat(assess(goal, Kpi.Per.NONE, months(gentle), List.of(other)).outlook().since())
                .isEmpty();
    }

    @Test
    void tooFewMonthsSinceAMeasureGiveNoForecast() {
        double[] values = {100, 99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 89, 88};
        Measure late = measure("organisation", "all", LocalDate.of(2026, 8, 1));

        Assessment assessment = assess(goal().build(), Kpi.Per.NONE, months(values), List.of(late));

        assertThat(assessment.outlook())
                .isEqualTo(
                        new Outlook.Unforeseen(
                                Outlook.Cause.TOO_FEW_MONTHS,
                                3,
                                Optional.of(YearMonth.of(2026, 8))));
        assertThat(assessment.presentPace()).isEmpty();
    }

    @Test
    void intervalWiderThanTheWayToTheTargetIsNoForecast() {
        double[] noise = {66, 110, 70, 96, 58, 104, 90, 61, 99, 70, 108, 62, 90};

        Outlook outlook =
                assess(goal().within(14).build(), Kpi.Per.NONE, months(noise), List.of()).outlook();

        assertThat(outlook)
                .isEqualTo(
                        new Outlook.Unforeseen(Outlook.Cause.TOO_UNCERTAIN, 12, Optional.empty()));
    }

    @Test
    void constantMonthsAreCertainToTheirLastDigitOnly() {
        double[] servers = {24, 24, 24, 24, 24, 16, 16, 16, 16, 16, 16, 16, 16};
        Goal goal = goal().baselineFromHistory().target("14").within(14).build();

        Outlook.Forecast forecast =
                forecast(assess(goal, Kpi.Per.NONE, months(servers), List.of()));

        assertThat(forecast.value()).isCloseTo(16, within(1e-9));
        assertThat(forecast.low()).isBetween(15.8, 15.98);
        assertThat(forecast.high()).isBetween(16.02, 16.2);
    }

    @Test
    void noForecastIsOfWidthZero() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int trial = 0; trial < 200; trial++) {
            double[] values = new double[6 + random.nextInt(12)];
            double slope = random.nextInt(3) - 1;
            for (int i = 0; i < values.length; i++) {
                values[i] = 60 + slope * i;
            }
            Outlook outlook =
                    assess(goal().within(24).build(), Kpi.Per.NONE, months(values), List.of())
                            .outlook();

            assertThat(outlook)
                    .as("seed " + seed)
                    .isInstanceOfSatisfying(
                            Outlook.Forecast.class,
                            forecast -> assertThat(forecast.high()).isGreaterThan(forecast.low()));
        }
    }

    @Test
    void yearOfAGoalIsForeseenFromItsMonths() {
        Goal goal = goal().baselineFromHistory().target("95850").within(14).rollingYear().build();
        double[] months = {
            9300, 9050, 9280, 9270, 8420, 7790, 7560, 7780, 7540, 7795, 7785, 7550, 7789
        };
        List<KpiValue> values = months(months);
        values.add(yearKnown(START, 106500));
        values.add(yearKnown(OCTOBER, 97000));

        Assessment assessment = assess(goal, Kpi.Per.DAY, values, List.of());
        Outlook.Forecast forecast = forecast(assessment);

        double over = 9270 + 8420 + 7790 + 7560 + 7780 + 7540 + 7795 + 7785 + 7550 + 7789;
        double daily = (7560 + 7540 + 7550) / 90.0;
        assertThat(forecast.value()).isCloseTo(over + 61 * daily, within(60.0));
        assertThat(forecast.high()).isLessThan(95850);
        assertThat(assessment.presentPace().orElseThrow())
                .isCloseTo((forecast.value() - 97000) / 2, within(1e-9));
    }

    @Test
    void yearWithAnUnknownMonthIsNotForeseen() {
        Goal goal = goal().baselineFromHistory().target("500").within(14).rollingYear().build();
        List<KpiValue> values = months(100, 100, 100, 100, 99, 98, 97, 96, 95, 94, 93, 92, 91);
        values.set(4, unknown(YearMonth.of(2026, 2), Reason.COVERAGE_BELOW_MINIMUM));
        values.add(yearKnown(START, 1200));

        assertThat(assess(goal, Kpi.Per.NONE, values, List.of()).outlook())
                .isEqualTo(
                        new Outlook.Unforeseen(Outlook.Cause.MONTH_UNKNOWN, 12, Optional.empty()));
    }

    @Test
    void slopeIsNoShiftAndNoiseIsNone() {
        long seed = 20_261_001;
        Random random = new Random(seed);
        int shifts = 0;
        for (int trial = 0; trial < 500; trial++) {
            List<Trend.Point> points = new ArrayList<>();
            double slope = random.nextInt(3) - 1;
            for (int i = 0; i < 12; i++) {
                points.add(
                        new Trend.Point(
                                START.plusMonths(i), 50 + slope * i + random.nextGaussian()));
            }
            shifts += LevelShift.since(points, 0).size() < 12 ? 1 : 0;
        }
        assertThat(shifts).as("of 500, seed " + seed).isLessThan(25);
    }

    @Test
    void stepOfFourDeviationsIsAShift() {
        long seed = 20_261_002;
        Random random = new Random(seed);
        int found = 0;
        for (int trial = 0; trial < 200; trial++) {
            List<Trend.Point> points = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                double level = i < 5 ? 50 : 46;
                points.add(
                        new Trend.Point(START.plusMonths(i), level + 0.8 * random.nextGaussian()));
            }
            found += LevelShift.since(points, 0).size() == 7 ? 1 : 0;
        }
        assertThat(found).as("of 200, seed " + seed).isGreaterThan(170);
    }

    private static List<KpiValue> months(double... values) {
        List<KpiValue> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            rows.add(known(START.plusMonths(i), values[i]));
        }
        return rows;
    }

    private static Measure measure(String kind, String scope, LocalDate from) {
        return new Measure(
                "m",
                Map.of(),
                "it_energy",
                new Scope(kind, scope),
                from,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Tags.NONE,
                MeasureStory.NONE,
                new Place("config/measures.yaml", 1));
    }

    private static Outlook.Forecast forecast(Assessment assessment) {
        return (Outlook.Forecast) assessment.outlook();
    }

    private static Assessment assess(
            Goal goal, Kpi.Per per, List<KpiValue> values, List<Measure> measures) {
        YearMonth last =
                values.stream().map(KpiValue::month).max(YearMonth::compareTo).orElseThrow();
        return Assessment.of(
                goal,
                Cases.kpi(Kpi.Better.LOWER, per),
                History.upTo(last, values),
                measures,
                Cases.LENGTHS);
    }
}
