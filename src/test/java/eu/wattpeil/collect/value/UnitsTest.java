package eu.wattpeil.collect.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"water", "diesel", "natural_gas"})
    void keepsAVolumeInLitres(String quantity) {
        assertThat(Units.of(quantity, "counter"))
                .containsEntry("L", Ratio.ONE)
                .containsEntry("m3", Ratio.of(1_000, 1))
                .isEqualTo(Units.of(quantity, "interval"));
        assertThat(Units.of(quantity, "power")).isEmpty();
    }
}
