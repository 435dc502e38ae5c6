package eu.wattpeil.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

final class LinearPathTest {

    private static final YearMonth FROM = YearMonth.of(2025, 1);

    @Test
    void scienceBasedPathStandsAt79AfterFiveYearsOf42PercentOfTheBaseYear() {
        double years = 10;
        LinearPath path = new LinearPath(FROM, 100, FROM.plusYears(10), 100 * (1 - 0.042 * years));

        assertThat(path.at(FROM.plusYears(5))).isCloseTo(79.0, within(1e-9));
    }

    @Test
    void isLinearAndNotCompound() {
        LinearPath path = new LinearPath(FROM, 100, FROM.plusMonths(10), 50);

        assertThat(path.at(FROM.plusMonths(1))).isEqualTo(95);
        assertThat(path.at(FROM.plusMonths(9))).isEqualTo(55);
    }

    @Test
    void staysAtBaselineBeforeAndAtTargetAfter() {
        LinearPath path = new LinearPath(FROM, 100, FROM.plusMonths(10), 50);

        assertThat(path.at(FROM.minusMonths(3))).isEqualTo(100);
        assertThat(path.at(FROM.plusMonths(30))).isEqualTo(50);
    }

    @Test
    void rejectsATargetThatIsNotAfterTheBaseline() {
        assertThatThrownBy(() -> new LinearPath(FROM, 100, FROM, 50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target month is 2025-01, expected a month after 2025-01");
    }
}
