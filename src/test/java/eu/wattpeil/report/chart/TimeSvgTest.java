package eu.wattpeil.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.chart.TimeChart.Ahead;
import eu.wattpeil.report.chart.TimeChart.Forecast;
import eu.wattpeil.report.chart.TimeChart.Point;
import eu.wattpeil.report.chart.TimeChart.Style;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class TimeSvgTest {

    @Test
    void drawsThisYearSolidAndLastYearOutlined() {
        assertThat(columns(point(50).past(), point(100)))
                .contains(
                        "<rect class=\"past\" x=\"28.8\" y=\"61\" width=\"122.4\" height=\"37\"/>")
                .contains(
                        "<rect class=\"now\" x=\"208.8\" y=\"24\" width=\"122.4\" height=\"74\"/>");
    }

    @Test
    void leavesAGapInTheAxisForAMonthWithoutAValue() {
        String svg = columns(point(50), gap(), point(0));

        assertThat(svg.split("<rect", -1)).hasSize(3);
        assertThat(svg).contains("class=\"axis\" d=\"M0 98H120M240 98H360\"");
    }

    @Test
    void hatchesAnEstimateOnly() {
        assertThat(columns(point(50).estimated(), point(60)))
                .containsOnlyOnce("<pattern id=\"hatch-it_energy\"")
                .containsOnlyOnce("now estimate\" style=\"fill:url(#hatch-it_energy)\"");
        assertThat(columns(point(50), point(60))).doesNotContain("pattern");
    }

    @Test
    void drawsTheTargetThroughTheMonthsThatHaveOne() {
        assertThat(columns(point(50), point(50).target(100), point(50).target(50)))
                .contains("<path class=\"target\" d=\"M100.7 24L251.7 61H305\"/>")
                .contains(">target</text>");
    }

    @Test
    void drawsBelowZeroDownwards() {
        assertThat(columns(point(-50), point(50)))
                .contains("y=\"61\" width=\"122.4\" height=\"37\"")
                .contains("class=\"axis\" d=\"M0 61H360\"");
    }

    @Test
    void keepsTheLabelsOfForecastAndTargetApartWhicheverIsHigher() {
        for (double target = 40; target <= 120; target += 5) {
            Ahead ahead =
                    new Ahead(
                            "Dec 2027",
                            Optional.of(new Forecast(80, 60, 100, "80.5")),
                            Optional.of(target));
            String svg = drawn(Style.COLUMNS, Optional.of(ahead), point(50), point(40));

            assertThat(Math.abs(baseline(svg, "80.5") - baseline(svg, "target")))
                    .as("target %s", target)
                    .isGreaterThanOrEqualTo(10);
        }
    }

    private static double baseline(String svg, String text) {
        Matcher label = Pattern.compile(" y=\"([0-9.]+)\"[^>]*>" + text + "<").matcher(svg);
        assertThat(label.find()).as(text).isTrue();
        return Double.parseDouble(label.group(1));
    }

    @Test
    void marksWhereAMeasureBegan() {
        assertThat(columns(point(50), point(50).measure()))
                .contains("<path class=\"measure\" d=\"M180 24V102\"/>");
    }

    @Test
    void drawsALevelInARangeOfItsOwnAndPartsItAtAGap() {
        String svg = drawn(Style.LINE, Optional.empty(), point(1.5), point(1.6), gap(), point(1.7));

        assertThat(svg)
                .contains("<path class=\"line\" d=\"M45 92.9L135 61M315 29.1\"/>")
                .doesNotContain("<rect");
        assertThat(svg.split("<circle class=\"dot\"", -1)).hasSize(4);
    }

    @Test
    void leavesTheDotOfAnEstimateOpen() {
        assertThat(drawn(Style.LINE, Optional.empty(), point(1), point(2).estimated()))
                .containsOnlyOnce("class=\"dot open\"");
    }

    @Test
    void drawsAForecastWithItsIntervalAtTheTargetMonth() {
        Ahead ahead =
                new Ahead(
                        "Dec 2027",
                        Optional.of(new Forecast(80, 60, 100, "80")),
                        Optional.of(70.0));

        assertThat(drawn(Style.COLUMNS, Optional.of(ahead), point(50), point(40)))
                .contains("<path class=\"interval\" d=\"M336.8 53.6V24\"/>")
                .contains("<circle class=\"dot ahead\" cx=\"336.8\" cy=\"38.8\" r=\"3.5\"/>")
                .contains("<path class=\"target\" d=\"M324.8 46.2H348.8\"/>")
                .contains(">Dec 2027</text>", ">80</text>");
    }

    @Test
    void labelsTheLastAndTheHighestMonthAndNoTwoOnTopOfEachOther() {
        assertThat(columns(point(90), point(20), point(30)))
                .contains(">90.0</text>", ">30.0</text>")
                .doesNotContain(">20.0</text>");
        assertThat(columns(point(10), point(91), point(90), point(10), point(89), point(90)))
                .contains(">90.0</text>")
                .contains(">91.0</text>")
                .doesNotContain(">89.0</text>");
        Point[] many = new Point[25];
        for (int i = 0; i < many.length; i++) {
            many[i] = point(i == 23 ? 99 : 50 + i).build();
        }
        assertThat(TimeSvg.of(chart(Style.COLUMNS, Optional.empty(), many)))
                .contains(">74.0</text>")
                .doesNotContain(">99.0</text>");
    }

    @Test
    void saysWhatItShowsToThoseWhoDoNotSeeIt() {
        TimeChart chart =
                new TimeChart(
                        "x",
                        "a \"b\" <i> & 'c'",
                        Style.COLUMNS,
                        List.of(point(1).build()),
                        "target",
                        Optional.empty());

        assertThat(TimeSvg.of(chart))
                .contains(
                        "role=\"img\" aria-label=\"a &quot;b&quot; &lt;i&gt; &amp; &#39;c&#39;\"");
    }

    @Test
    void drawsTheMonthsAsSmallAsAWord() {
        List<Point> points =
                List.of(point(1).build(), point(3).build(), gap().build(), point(2).build());

        assertThat(SparkSvg.of(points))
                .contains("aria-hidden=\"true\"><path d=\"M3 21L34.3 3M97 12\"/>")
                .contains("<circle r=\"2.5\" cx=\"97\" cy=\"12\"/>");
    }

    private static String columns(PointCase... points) {
        return drawn(Style.COLUMNS, Optional.empty(), points);
    }

    private static String drawn(Style style, Optional<Ahead> ahead, PointCase... points) {
        Point[] built = List.of(points).stream().map(PointCase::build).toArray(Point[]::new);
        return TimeSvg.of(chart(style, ahead, built));
    }

    private static TimeChart chart(Style style, Optional<Ahead> ahead, Point... points) {
        return new TimeChart("it_energy", "IT energy", style, List.of(points), "target", ahead);
    }

    private static PointCase point(double value) {
        return new PointCase(Optional.of(value));
    }

    private static PointCase gap() {
        return new PointCase(Optional.empty());
    }

    private static final class PointCase {

        private final Optional<Double> value;
        private Optional<Double> target = Optional.empty();
        private boolean isThisYear = true;
        private boolean isEstimate;
        private boolean isMeasureStart;

        PointCase(Optional<Double> value) {
            this.value = value;
        }

        PointCase past() {
            isThisYear = false;
            return this;
        }

        PointCase estimated() {
            isEstimate = true;
            return this;
        }

        PointCase target(double asked) {
            target = Optional.of(asked);
            return this;
        }

        PointCase measure() {
            isMeasureStart = true;
            return this;
        }

        Point build() {
            return new Point(
                    value,
                    target,
                    isThisYear,
                    isEstimate,
                    isMeasureStart,
                    "O",
                    "",
                    value.map(String::valueOf).orElse(""));
        }
    }
}
