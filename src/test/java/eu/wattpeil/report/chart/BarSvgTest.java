package eu.wattpeil.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BarSvgTest {

    @Test
    void isAsLongAsItsShareAndIsCrossedByTheLine() {
        assertThat(BarSvg.of(0.25, 0.5)).contains("width=\"250\"").contains("d=\"M500 -2V26\"");
    }

    @Test
    void isNoBarOfNothingAndHasNoLineWhereThereIsNoWhole() {
        assertThat(BarSvg.of(0, -1)).doesNotContain("<rect").doesNotContain("<path");
    }
}
