package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void staysOnOneLineWhateverWasFound() {
        Problem problem =
                new Problem(new Place("config/goals.yaml", 3), "id is \"a\r\n\u001b[2Jb\u2028c\"");

        assertThat(problem).hasToString("config/goals.yaml:3: id is \"a [2Jb c\"");
    }

    @Test
    void cutsWhatIsTooLongToRead() {
        Problem problem = new Problem(Place.of("config/goals.yaml"), "x".repeat(1_000_000));

        assertThat(problem.message()).hasSize(2_001).endsWith("x…");
    }
}
