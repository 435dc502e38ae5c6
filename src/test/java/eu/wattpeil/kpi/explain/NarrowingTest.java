package eu.wattpeil.kpi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NarrowingTest {

    @Test
    void triesMetersOneByOneWhereEachTryIsSoonDone() {
        assertThat(Narrowing.areTried(2, 1_000_000)).isTrue();
        assertThat(Narrowing.areTried(40, 50_000)).isTrue();
    }

    @Test
    void keepsAllMetersOfAMonthThatIsTooLongToBeReadOncePerMeter() {
        assertThat(Narrowing.areTried(25, 1_100_000)).isFalse();
        assertThat(Narrowing.areTried(40, Long.MAX_VALUE / 40)).isFalse();
    }

    @Test
    void triesNeitherOneMeterNorVeryMany() {
        assertThat(Narrowing.areTried(1, 100)).isFalse();
        assertThat(Narrowing.areTried(41, 100)).isFalse();
    }
}
