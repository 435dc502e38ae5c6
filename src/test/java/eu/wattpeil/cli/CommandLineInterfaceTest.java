package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineInterfaceTest {

    private final StringWriter printed = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--help run", "--workspace run --help", ""})
    void tellsOfAllCommandsWhereNoneIsNamedOrHelpIsAskedFor(String line) {
        run(line);

        assertThat(printed.toString()).contains("  run ", "  status ", "  init ");
    }

    @Test
    void suggestsAnyOfThemForAWordThatIsNone() {
        assertThat(run("statos")).isEqualTo(CommandLineInterface.INVALID);
        assertThat(printed.toString()).contains("Did you mean: wattpeil status");
    }

    @Test
    void findsACommandBehindTheWorkspace() {
        assertThat(run("--workspace status columns meter_readings")).isZero();
        assertThat(printed.toString()).contains("meter_key");
    }

    private int run(String line) {
        PrintWriter all = new PrintWriter(printed);
        return CommandLineInterface.run(all, all, line.isEmpty() ? new String[0] : line.split(" "));
    }
}
