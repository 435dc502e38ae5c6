package eu.wattpeil.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class NoiseTest {

    private static final int MANY = 20_000;
    private static final Percentage ROUGHLY = Percentage.withPercentage(15);

    @Test
    void longRunOfIndependentValuesIsTheirVariance() {
        Noise noise = Noise.of(values(0, MANY));

        assertThat(noise.variance()).isCloseTo(4, ROUGHLY);
        assertThat(noise.longRun()).isCloseTo(4, ROUGHLY);
        assertThat(Noise.longRunVariance(values(0, MANY))).isCloseTo(4, ROUGHLY);
    }

    /** A share of 0.5 that each keeps: (1 + 0.5) / (1 - 0.5) times the variance. */
    @Test
    void longRunOfValuesThatAreAlikeIsLarger() {
        Noise noise = Noise.of(values(0.5, MANY));

        assertThat(noise.variance()).isCloseTo(4, ROUGHLY);
        assertThat(noise.longRun()).isCloseTo(12, ROUGHLY);
        assertThat(Noise.longRunVariance(values(0.5, MANY))).isCloseTo(12, ROUGHLY);
    }

    /** Half of the variance is noise of the day, which hides how long the other half lasts. */
    @Test
    void noiseOfTheDayDoesNotHideALongerOne() {
        double[] values = values(0.8, MANY);
        Random random = new Random(2);
        Arrays.setAll(values, i -> values[i] + 2 * random.nextGaussian());

        assertThat(Noise.longRunVariance(values)).isCloseTo(4 * 9 + 4, ROUGHLY);
    }

    @Test
    void aShiftAndAnOddValueHardlyCount() {
        double[] values = values(0, 365);
        double alone = Noise.of(values).variance();
        Arrays.setAll(values, i -> values[i] + (i < 180 ? 0 : 50) + (i == 90 ? 1000 : 0));

        assertThat(Noise.of(values).variance()).isCloseTo(alone, Percentage.withPercentage(25));
    }

    @Test
    void anOddValueCountsAsTheLargestUsualOne() {
        double[] values = values(0, 60);
        values[30] = 1000;
        Noise noise = Noise.of(values);

        assertThat(noise.usual(values)[30]).isLessThan(20);
        assertThat(noise.usual(values)[10]).isEqualTo(values[10]);
    }

    @Test
    void valuesThatNeverVaryHaveNone() {
        assertThat(Noise.of(new double[40])).isEqualTo(new Noise(0, 0));
        assertThat(Noise.of(new double[40]).atLeast(3)).isEqualTo(new Noise(9, 9));
        assertThat(Noise.longRunVariance(new double[40])).isCloseTo(0, within(0.0));
    }

    /** With a standard deviation of 2. */
    private static double[] values(double kept, int count) {
        Random random = new Random(1);
        double[] last = {2 * random.nextGaussian()};
        double[] values = new double[count];
        Arrays.setAll(
                values,
                i -> {
                    last[0] =
                            kept * last[0] + 2 * Math.sqrt(1 - kept * kept) * random.nextGaussian();
                    return last[0];
                });
        return values;
    }
}
