package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    @TempDir private Path folder;

    private Path town;

    @BeforeEach
    void makeWorkspace() {
        town = folder.resolve("town");
        run("init", town.toString());
    }

    @Test
    void whatTheFirstRunFindsOutOfModelsIsKnownToTheSecond() {
        assertThat(town.resolve(".wattpeil")).doesNotExist();

        assertThat(run("run", "--workspace", town.toString())).isEqualTo(0);

        assertThat(town.resolve(".wattpeil/checked-models")).isNotEmptyFile();
    }

    @Test
    void aRunOfAWorkspaceThatIsWrongLeavesNothing() throws IOException {
        Files.writeString(town.resolve("config/wattpeil.yaml"), "organisation: 1\n");

        assertThat(run("run", "--workspace", town.toString())).isEqualTo(2);

        assertThat(town.resolve(".wattpeil")).doesNotExist();
        assertThat(town.resolve("store")).doesNotExist();
    }

    @Test
    void tellsWhyItFailedThoughItsMetricsCannotBeWritten() throws IOException {
        Files.writeString(town.resolve("config/wattpeil.yaml"), "organisation: 1\n");
        Path metrics = folder.resolve("wattpeil.prom");
        Files.createDirectories(metrics.resolve("in-the-way"));
        StringWriter told = new StringWriter();

        int code =
                run(told, "run", "--workspace", town.toString(), "--metrics", metrics.toString());

        assertThat(code).isEqualTo(2);
        assertThat(told.toString())
                .contains("config/wattpeil.yaml:1: this is \"1\", expected keys with values")
                .contains(metrics.toString());
    }

    private static int run(String... arguments) {
        return run(new StringWriter(), arguments);
    }

    private static int run(StringWriter told, String... arguments) {
        PrintWriter unread = new PrintWriter(new StringWriter());
        return CommandLineInterface.run(unread, new PrintWriter(told), arguments);
    }
}
