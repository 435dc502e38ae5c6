package eu.wattpeil.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SteppedTrendTest {

    private static final int DAYS = 90;
    private static final int STEP = 60;

    @Test
    void tellsAStepFromATrendThatBends() {
        double[] values =
                IntStream.range(0, DAYS)
                        .mapToDouble(
                                day ->
                                        100
                                                + 0.5 * day
                                                - 0.02 * day * day
                                                + 0.0001 * day * day * day
                                                - (day < STEP ? 0 : 7))
                        .toArray();

        SteppedTrend.Step step = new SteppedTrend(days(), values).best(14);

        assertThat(step.first()).isEqualTo(STEP);
        assertThat(step.height()).isCloseTo(-7, within(1e-9));
        assertThat(step.before()).isCloseTo(100 + 30 - 72 + 21.6, within(1e-9));
        assertThat(step.error(0)).isCloseTo(0, within(1e-6));
    }

    /** The same by a regression on the days, their powers and what is after the step. */
    @Test
    void isALeastSquaresFit() {
        for (long seed = 1; seed <= 20; seed++) {
            double[] values = noise(seed);
            SteppedTrend trend = new SteppedTrend(days(), values);
            SteppedTrend.Step best = trend.best(14);
            Regression least = regression(values, best.first());

            assertThat(trend.at(STEP).height())
                    .as("seed %s", seed)
                    .isCloseTo(regression(values, STEP).coefficient(4), within(1e-9));
            assertThat(best.height()).isCloseTo(least.coefficient(4), within(1e-9));
            for (int first = 14; first <= DAYS - 14; first++) {
                assertThat(regression(values, first).residualDeviation())
                        .as("seed %s, step at %s", seed, first)
                        .isGreaterThanOrEqualTo(least.residualDeviation() - 1e-12);
            }
            assertThat(best.error(0)).isGreaterThanOrEqualTo(least.standardError(4) * (1 - 1e-9));
        }
    }

    @Test
    void errorIsNoLessThanThatOfTheNoiseOfALongerSeries() {
        SteppedTrend.Step step = new SteppedTrend(days(), noise(1)).at(STEP);

        assertThat(step.error(400)).isCloseTo(10 * step.error(4), within(1e-9));
    }

    @Test
    void tooFewValuesAreRefused() {
        assertThatThrownBy(() -> new SteppedTrend(new double[] {1, 2}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values are 2, expected one of each time and more than 5");
        assertThatThrownBy(() -> new SteppedTrend(days(), noise(1)).best(46))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values are 90, expected more than twice 46");
    }

    private static double[] days() {
        return IntStream.range(0, DAYS).asDoubleStream().toArray();
    }

    private static double[] noise(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, DAYS).mapToDouble(day -> random.nextGaussian()).toArray();
    }

    private static Regression regression(double[] values, int first) {
        return Regression.of(
                values,
                IntStream.range(0, DAYS)
                        .mapToObj(
                                day -> {
                                    double time = day / 45.0 - 1;
                                    return new double[] {
                                        time, time * time, time * time * time, day < first ? 0 : 1
                                    };
                                })
                        .toArray(double[][]::new));
    }
}
