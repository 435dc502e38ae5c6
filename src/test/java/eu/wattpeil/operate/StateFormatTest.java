package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.failure.ExplainedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace in which a newer program ran is not used, and that is said. */
class StateFormatTest {

    @TempDir Path root;

    private Path format;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        Files.createDirectories(root.resolve("config"));
        Files.writeString(
                root.resolve("config/wattpeil.yaml"),
                "organisation: {name: T, zone: Europe/Brussels, languages: [en]}\n");
        format = Setup.stateFolder(root).resolve(".format");
    }

    @Test
    void isTakenWithoutANumberAndNotesItOnce() throws IOException {
        Setup.readWorkspace(root);

        StateFormat.note(Setup.stateFolder(root));
        StateFormat.note(Setup.stateFolder(root));

        assertThat(format).hasContent("1");
        assertThat(Setup.readWorkspace(root).root()).isEqualTo(root);
    }

    @Test
    void isRefusedWhereANewerVersionMadeIt() throws IOException {
        Files.createDirectories(format.getParent());
        Files.writeString(format, "2\n");

        assertThatThrownBy(() -> Setup.readWorkspace(root))
                .isInstanceOf(ExplainedException.class)
                .hasMessage(
                        format
                                + ": the workspace is of format 2, made by a newer version of"
                                + " Wattpeil, expected format 1 or older; run that version, or"
                                + " move "
                                + format.getParent()
                                + " away: a run makes a new one from the store");
        assertThat(format).hasContent("2");
    }

    @Test
    void isRefusedWithANumberThatIsNone() throws IOException {
        Files.createDirectories(format.getParent());
        Files.writeString(format, "x");

        assertThatThrownBy(() -> Setup.load(root))
                .isInstanceOf(ExplainedException.class)
                .hasMessageStartingWith(format + ": the file is damaged, expected the number");
    }
}
