package eu.wattpeil.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StripSvgTest {

    @Test
    void fillsADayFromBelowAndFramesWhatIsNotKnown() {
        assertThat(drawn(List.of(Optional.of(List.of(0.5, 0.25)))))
                .contains("<rect class=\"hole\" x=\"1\" y=\"0\" width=\"18\" height=\"24\"/>")
                .contains("<rect class=\"known-0\" x=\"1\" y=\"12\" width=\"18\" height=\"12\"/>")
                .contains("<rect class=\"known-1\" x=\"1\" y=\"6\" width=\"18\" height=\"6\"/>");
    }

    @Test
    void framesNothingOfADayThatIsKnown() {
        assertThat(drawn(List.of(Optional.of(List.of(0.75, 0.25))))).doesNotContain("hole");
    }

    @Test
    void drawsNothingWhereThereIsNoDayToKnow() {
        assertThat(drawn(List.of(Optional.empty(), Optional.of(List.of(1.0)))))
                .containsOnlyOnce("<rect")
                .contains("x=\"21\"")
                .contains("viewBox=\"0 0 40 24\"");
    }

    @Test
    void saysWhatItShows() {
        assertThat(drawn(List.of())).contains("role=\"img\" aria-label=\"&lt;b&gt; &amp; more\"");
    }

    private static String drawn(List<Optional<List<Double>>> days) {
        return StripSvg.of(new StripChart("<b> & more", days));
    }
}
