package eu.wattpeil.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WelchDifferenceTest {

    /** Hours of sleep that two drugs add: Student, Biometrika 6 (1908); R has them as sleep. */
    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** R, t.test(extra ~ group): df 17.776, from -3.3654832 to 0.2054832; more digits by scipy. */
    @Test
    void givesTheIntervalOfTwoDrugs() {
        WelchDifference sleep = WelchDifference.of(FIRST, SECOND);

        assertThat(sleep.difference()).isCloseTo(1.58, within(1e-12));
        assertThat(sleep.standardError()).isCloseTo(0.849091017238762, within(1e-12));
        assertThat(sleep.degreesOfFreedom()).isCloseTo(17.776473516178495, within(1e-9));
        assertThat(sleep.margin(0.025)).isCloseTo(1.7854832307117103, within(1e-9));
    }

    @Test
    void givesThatOfSamplesOfTwoSizes() {
        WelchDifference sleep = WelchDifference.of(FIRST, Arrays.copyOf(SECOND, 4));

        assertThat(sleep.standardError()).isCloseTo(0.6775056375329204, within(1e-12));
        assertThat(sleep.degreesOfFreedom()).isCloseTo(11.824636158292895, within(1e-9));
    }

    @Test
    void valuesThatAreLikeTheirNeighboursAreWorthFewer() {
        WelchDifference sleep = WelchDifference.of(FIRST, 5, Arrays.copyOf(SECOND, 4), 3);

        assertThat(sleep.difference()).isCloseTo(0.225, within(1e-12));
        assertThat(sleep.standardError()).isCloseTo(0.9085091572950098, within(1e-12));
        assertThat(sleep.degreesOfFreedom()).isCloseTo(5.696235327201318, within(1e-9));
        assertThat(WelchDifference.of(FIRST, 1, SECOND, 0.5))
                .isEqualTo(WelchDifference.of(FIRST, 2, SECOND, 2));
    }

    @Test
    void knowsExactlyWhatDoesNotVary() {
        double[] same = {3, 3, 3};

        assertThat(WelchDifference.of(same, new double[] {5, 5}).margin(0.025)).isZero();
    }
}
