package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Init;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gives somebody a password for the pages. */
class PasswordCommandTest {

    @TempDir Path folder;

    private Path root;

    @BeforeEach
    void makeWorkspace() throws IOException {
        root = folder.resolve("town");
        Init.write(root);
        Files.writeString(root.resolve("config/pages.yaml"), "passwords: passwords\n");
    }

    @Test
    void writesTheHashOfWhatIsSaidAndPrintsNeither() throws IOException {
        Ended ended = run("pluk de dag, élke dag\n", "els");

        assertThat(ended.printed()).isEqualToIgnoringNewLines(root.resolve("passwords").toString());
        assertThat(ended.code()).isZero();
        assertThat(root.resolve("passwords")).content().startsWith("els:$2a$12$").hasLineCount(1);
    }

    @Test
    void removesSomebody() throws IOException {
        run("pluk de dag, élke dag\n", "els");
        run("pluk de nacht, élke nacht\n", "jan");

        assertThat(run("", "els", "--remove").code()).isZero();
        assertThat(root.resolve("passwords")).content().startsWith("jan:").hasLineCount(1);
        assertThat(run("", "els", "--remove").printed())
                .contains("NAME has no password, expected one that has");
    }

    @Test
    void refusesWhatIsFoundByTrying() {
        assertThat(run("geheim\n", "els").printed())
                .contains("the password is too short, expected 12 characters or more")
                .doesNotContain("geheim");
        assertThat(run("é".repeat(37) + "\n", "els").printed())
                .contains("the password is too long, expected 12 characters or more, and 72 bytes");
        assertThat(run("", "els").code()).isEqualTo(CommandLineInterface.INVALID);
        assertThat(run("pluk de dag, élke dag\n", "e:ls").printed()).contains("NAME has a colon");
        assertThat(root.resolve("passwords")).doesNotExist();
    }

    private record Ended(int code, String printed) {}

    private Ended run(String typed, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        try {
            String[] all = new String[arguments.length + 3];
            all[0] = "password";
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            all[all.length - 2] = "--workspace";
            all[all.length - 1] = root.toString();
            return new Ended(CommandLineInterface.run(out, out, all), printed.toString());
        } finally {
            System.setIn(before);
        }
    }
}
