package eu.wattpeil.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.chart.ColumnChart.Column;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ColumnSvgTest {

    @Test
    void drawsThisYearSolidAndLastYearOutlined() {
        String svg = ColumnSvg.of(chart(100, 0, column(50).past(), column(100)));

        assertThat(svg)
                .contains("<rect class=\"past\" x=\"25\" y=\"60\" width=\"106.1\" height=\"38\"/>")
                .contains("<rect class=\"now\" x=\"181\" y=\"22\" width=\"106.1\" height=\"76\"/>");
    }

    @Test
    void leavesAGapInTheAxisForAMonthWithoutAValue() {
        String svg = ColumnSvg.of(chart(100, 0, column(50), gap(), column(0)));

        assertThat(svg.split("<rect", -1)).hasSize(3);
        assertThat(svg)
                .contains("class=\"axis\" d=\"M0 98H104\"")
                .contains("d=\"M208 98H312\"")
                .doesNotContain("M104 98");
    }

    @Test
    void hatchesAnEstimateOnly() {
        assertThat(ColumnSvg.of(chart(100, 0, column(50).estimated(), column(60))))
                .containsOnlyOnce("<pattern id=\"hatch-it_energy\"")
                .containsOnlyOnce("now estimate\" style=\"fill:url(#hatch-it_energy)\"");
        assertThat(ColumnSvg.of(chart(100, 0, column(50), column(60)))).doesNotContain("pattern");
    }

    @Test
    void drawsTheTargetThroughTheMonthsThatHaveOne() {
        String svg =
                ColumnSvg.of(
                        chart(100, 0, column(50), column(50).target(100), column(50).target(50)));

        assertThat(svg)
                .contains("<path class=\"target\" d=\"M104 22L260 60H316\"/>")
                .contains(">target</text>");
    }

    @Test
    void drawsBelowZeroDownwards() {
        assertThat(ColumnSvg.of(chart(50, -50, column(-50))))
                .contains("y=\"60\" width=\"212.2\" height=\"38\"")
                .contains("class=\"axis\" d=\"M0 60H312\"");
    }

    @Test
    void marksWhereAMeasureBegan() {
        assertThat(ColumnSvg.of(chart(100, 0, column(50), column(50).measure())))
                .contains("<path class=\"measure\" d=\"M156 22V102\"/>");
    }

    @Test
    void saysWhatItShowsToThoseWhoDoNotSeeIt() {
        ColumnChart chart =
                new ColumnChart(
                        "x", "a \"b\" <i> & 'c'", List.of(column(1).build()), 1, 0, "target");

        assertThat(ColumnSvg.of(chart))
                .contains(
                        "role=\"img\" aria-label=\"a &quot;b&quot; &lt;i&gt; &amp; &#39;c&#39;\"");
    }

    private static ColumnChart chart(double top, double bottom, ColumnCase... columns) {
        return new ColumnChart(
                "it_energy",
                "IT energy",
                List.of(columns).stream().map(ColumnCase::build).toList(),
                top,
                bottom,
                "target");
    }

    private static ColumnCase column(double value) {
        return new ColumnCase(Optional.of(value));
    }

    private static ColumnCase gap() {
        return new ColumnCase(Optional.empty());
    }

    private static final class ColumnCase {

        private final Optional<Double> value;
        private Optional<Double> target = Optional.empty();
        private boolean isThisYear = true;
        private boolean isEstimate;
        private boolean isMeasureStart;

        ColumnCase(Optional<Double> value) {
            this.value = value;
        }

        ColumnCase past() {
            isThisYear = false;
            return this;
        }

        ColumnCase estimated() {
            isEstimate = true;
            return this;
        }

        ColumnCase target(double asked) {
            target = Optional.of(asked);
            return this;
        }

        ColumnCase measure() {
            isMeasureStart = true;
            return this;
        }

        Column build() {
            return new Column(value, target, isThisYear, isEstimate, isMeasureStart, "O", "", "");
        }
    }
}
