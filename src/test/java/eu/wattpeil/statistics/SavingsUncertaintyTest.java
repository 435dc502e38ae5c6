package eu.wattpeil.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SavingsUncertaintyTest {

    /** Public cases of OpenDSM, whose hourly baselines these are. */
    @Test
    void correlatedHoursAreWorthFewIndependentOnes() {
        assertThat(SavingsUncertainty.independentValues(744, 0.909328820646372))
                .isCloseTo(35.33145087930007, within(1e-9));
        assertThat(SavingsUncertainty.independentValues(672, 0.8977903369559663))
                .isCloseTo(36.19203461419263, within(1e-9));
        assertThat(SavingsUncertainty.independentValues(743, 0.9163823729027268))
                .isCloseTo(32.41936359452597, within(1e-9));
    }

    @Test
    void valuesThatHardlyChangeAreWorthOne() {
        assertThat(SavingsUncertainty.independentValues(10, 0.99)).isEqualTo(1);
    }

    /** 5 · 1.7 · √(84/21 · (1 + 2/21) · 84) · (−0.00024 · 16 + 0.03535 · 4 + 1.00286). */
    @Test
    void intervalGrowsWithTheDaysThatAreLikeTheirNeighbours() {
        assertThat(SavingsUncertainty.ofDays(5, 84, 4, 1.7, 84, 21))
                .isCloseTo(185.95491431775392, within(1e-9));
    }
}
