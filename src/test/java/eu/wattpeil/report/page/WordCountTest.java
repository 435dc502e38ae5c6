package eu.wattpeil.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordCountTest {

    @Test
    void aNumberIsOneWordAndItsUnitAnother() {
        assertThat(WordCount.of("5\u00a0817\u00a0kWh, 25\u00a0% less")).isEqualTo(4);
    }

    @Test
    void aDashOrAShapeIsNone() {
        assertThat(WordCount.of("● twelve – months")).isEqualTo(2);
        assertThat(WordCount.of(" \u00a0 ")).isZero();
    }
}
