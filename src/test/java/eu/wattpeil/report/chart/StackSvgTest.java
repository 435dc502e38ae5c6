package eu.wattpeil.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.chart.StackChart.Month;
import eu.wattpeil.report.chart.StackChart.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StackSvgTest {

    @Test
    void putsThePartsOfAMonthOnTopOfEachOther() {
        assertThat(drawn(month(60.0, 40.0), month(30.0, 20.0)))
                .contains(
                        "<rect class=\"part-0\" x=\"35\" y=\"84.8\" width=\"180\" height=\"91.2\"/>")
                .contains(
                        "<rect class=\"part-1\" x=\"35\" y=\"24\" width=\"180\" height=\"60.8\"/>")
                .contains(
                        "<rect class=\"part-0\" x=\"285\" y=\"130.4\" width=\"180\" height=\"45.6\"/>");
    }

    @Test
    void leavesAMonthOutOfWhichAPartIsNotKnown() {
        Month unknown = new Month(Optional.empty(), "N", "", "");
        String svg = drawn(month(60.0, 40.0), unknown);

        assertThat(svg.split("<rect", -1)).hasSize(1 + 2 + 2);
        assertThat(svg)
                .contains("x=\"125 375\" y=\"190\" text-anchor=\"middle\">ON</text>")
                .contains("one 60 %");
    }

    @Test
    void writesTheNameBesideItsPartAndPushesThinOnesApart() {
        String svg = drawn(month(98.0, 2.0));

        assertThat(svg)
                .contains("x=\"524\" y=\"105.5\" text-anchor=\"start\">one 60 %</text>")
                .contains("x=\"524\" y=\"29.5\" text-anchor=\"start\">other 40 %</text>");
        assertThat(drawn(month(2.0, 2.0, 96.0)))
                .contains("y=\"169\" text-anchor=\"start\">one")
                .contains("y=\"155\" text-anchor=\"start\">other")
                .contains("y=\"101\" text-anchor=\"start\">third");
    }

    private static String drawn(Month... months) {
        List<Part> parts =
                List.of(
                        new Part("one", "one 60 %"),
                        new Part("other", "other 40 %"),
                        new Part("third", "third"));
        return StackSvg.of(new StackChart("stack", "description", parts, List.of(months)));
    }

    private static Month month(Double... values) {
        return new Month(Optional.of(Arrays.asList(values)), "O", "2026", "100");
    }
}
