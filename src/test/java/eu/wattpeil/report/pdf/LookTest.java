package eu.wattpeil.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class LookTest {

    private static final String DESIGN =
            """
            /* :root { --ink: red; } */
            @import "other.css";
            :root { --ink: #123; --paper: #fff; }
            @media (prefers-color-scheme: dark) { :root { --ink: #eee; } .chart .now { fill: none; } }
            .chart { display: block; }
            .chart text { fill: var(--ink); font-size: 10px; }
            .chart .label { font-size: 11px; } .chart .last, .chart .first { font-weight: 650; }
            @page { @bottom-right { color: #000; } }
            .chart .now { fill: var(--paper); }
            """;

    private final Look look = new Look(DESIGN);

    @Test
    void givesNamesTheirValuesOfALightPage() {
        assertThat(look.resolved("a { color: var(--ink); border: var( --paper ) var(--unknown) }"))
                .isEqualTo("a { color: #123; border: #fff var(--unknown) }");
    }

    @Test
    void takesTheLookOfAShapeFromItsElementAndThenFromItsClasses() {
        assertThat(look.shape("text", "label last"))
                .isEqualTo(Map.of("fill", "#123", "font-size", "11px", "font-weight", "650"));
        assertThat(look.shape("text", "month"))
                .isEqualTo(Map.of("fill", "#123", "font-size", "10px"));
    }

    @Test
    void leavesOutWhatIsMeantForOtherMedia() {
        assertThat(look.shape("rect", "now")).isEqualTo(Map.of("fill", "#fff"));
    }
}
