package eu.wattpeil.kpi.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void splitsTwoFactorsAtTheMidpoint() {
        Terms before = product(Map.of(Cause.ACTIVITY, "120000", Cause.FACTOR, "0.150"));
        Terms now = product(Map.of(Cause.ACTIVITY, "85000", Cause.FACTOR, "0.155"));

        Map<Cause, BigDecimal> parts = now.since(before);

        assertThat(parts.get(Cause.ACTIVITY)).isEqualByComparingTo("-5337.5");
        assertThat(parts.get(Cause.FACTOR)).isEqualByComparingTo("512.5");
    }

    /** 2·3·5 to 4·3·7: of the six orders, days change 2·15, 2·15, 2·15, 2·21, 2·21, 2·21. */
    @Test
    void splitsThreeFactorsByTheMeanOfTheirOrders() {
        Terms before = product(Map.of(Cause.DAYS, "2", Cause.ACTIVITY, "3", Cause.FACTOR, "5"));
        Terms now = product(Map.of(Cause.DAYS, "4", Cause.ACTIVITY, "3", Cause.FACTOR, "7"));

        Map<Cause, BigDecimal> parts = now.since(before);

        assertThat(parts.get(Cause.DAYS)).isEqualByComparingTo("36");
        assertThat(parts.get(Cause.ACTIVITY)).isEqualByComparingTo("0");
        assertThat(parts.get(Cause.FACTOR)).isEqualByComparingTo("18");
    }

    /** EIT 80 to 50 and overhead 40 to 35: each is its own part. */
    @Test
    void addsWhatACauseChangesInEachTerm() {
        Terms before = sum("80", "40");
        Terms now = sum("50", "35");

        assertThat(now.since(before))
                .hasSize(2)
                .hasEntrySatisfying(
                        Cause.ACTIVITY, it -> assertThat(it).isEqualByComparingTo("-30"))
                .hasEntrySatisfying(
                        Cause.EFFICIENCY, it -> assertThat(it).isEqualByComparingTo("-5"));
    }

    @Test
    void isDefinedAtZeroAndBelow() {
        Terms before = product(Map.of(Cause.ACTIVITY, "-10", Cause.FACTOR, "2"));
        Terms now = product(Map.of(Cause.ACTIVITY, "0", Cause.FACTOR, "4"));

        Map<Cause, BigDecimal> parts = now.since(before);

        assertThat(parts.get(Cause.ACTIVITY)).isEqualByComparingTo("30");
        assertThat(parts.get(Cause.FACTOR)).isEqualByComparingTo("-10");
    }

    @Test
    void needsTheSameCausesOnBothSides() {
        Terms before = product(Map.of(Cause.ACTIVITY, "1"));
        Terms now = product(Map.of(Cause.EFFICIENCY, "1"));

        assertThatThrownBy(() -> now.since(before))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("causes before are [ACTIVITY], expected [EFFICIENCY]");
        assertThatThrownBy(() -> sum("1", "2").since(before))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 terms before, expected 2");
    }

    private static Terms sum(String activity, String overhead) {
        return new Terms(
                List.of(
                        factors(Map.of(Cause.ACTIVITY, activity)),
                        factors(Map.of(Cause.EFFICIENCY, overhead))));
    }

    private static Terms product(Map<Cause, String> factors) {
        return new Terms(List.of(factors(factors)));
    }

    private static Map<Cause, BigDecimal> factors(Map<Cause, String> factors) {
        return factors.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> new BigDecimal(it.getValue())));
    }
}
