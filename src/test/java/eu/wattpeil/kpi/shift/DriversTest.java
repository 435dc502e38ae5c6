package eu.wattpeil.kpi.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DriversTest {

    private static final double[] WORKDAYS = {1, 1, 0, 0, 1, 1, 1};

    @Test
    void oneThatNeverChangesTellsNothing() {
        assertThat(Drivers.telling(List.of(new double[] {3, 3, 3, 3, 3, 3, 3}, WORKDAYS)))
                .containsExactly(WORKDAYS);
    }

    @Test
    void oneThatRisesEvenlyIsATrend() {
        assertThat(Drivers.telling(List.of(new double[] {1, 2, 3, 4, 5, 6, 7}, WORKDAYS)))
                .containsExactly(WORKDAYS);
    }

    /** A sensor that knows two temperatures: its square says what it says. */
    @Test
    void oneThatFollowsFromOthersTellsNothingNew() {
        double[] temperatures = {2, 5, 5, 2, 2, 5, 2};
        double[] squares = {4, 25, 25, 4, 4, 25, 4};

        assertThat(Drivers.telling(List.of(WORKDAYS, temperatures, squares)))
                .containsExactly(WORKDAYS, temperatures);
    }
}
