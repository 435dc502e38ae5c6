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

    private static int run(String... arguments) {
        PrintWriter unread = new PrintWriter(new StringWriter());
        return CommandLineInterface.run(unread, unread, arguments);
    }
}
