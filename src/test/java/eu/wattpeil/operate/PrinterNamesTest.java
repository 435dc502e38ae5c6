package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.operate.PrinterNames.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterNamesTest {

    private static final String DEFINITION = "jobs/collect/print.yaml";

    @TempDir private Path root;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        write(
                "config/wattpeil.yaml",
                "organisation: {name: T, zone: Europe/Brussels, languages: [en]}\n");
        write(
                DEFINITION,
                "dataset: print_jobs\nformat: cups-page-log\nsource: {files: inbox/page_log}\n");
        write(
                "inbox/page_log",
                "mfp u 1 [11/Oct/2025:00:01:01 +0200] total 2 - host title\n"
                        + "mfp u 2 [11/Oct/2025:00:01:01 +0200] total 2 - host title\n"
                        + "hal u 3 [11/Oct/2025:00:01:01 +0200] total 2 - host title\n");
    }

    @Test
    void showsThePrintersOfALogBeforeAnyIsKnown() throws IOException {
        assertThat(PrinterNames.unknown(root, DEFINITION, Clock.systemUTC()))
                .containsExactly(new Seen("mfp", 2), new Seen("hal", 1));
    }

    @Test
    void leavesOutThoseThatAreKnown() throws IOException {
        write("config/printers.csv", "printer_id,note\nmfp,2 jobs\n");

        assertThat(PrinterNames.unknown(root, DEFINITION, Clock.systemUTC()))
                .containsExactly(new Seen("hal", 1));
    }

    @Test
    void namesTheDefinitionsThatThereAre() {
        assertThatThrownBy(
                        () ->
                                PrinterNames.unknown(
                                        root, "jobs/collect/prnt.yaml", Clock.systemUTC()))
                .hasMessage(
                        "the definition is \"jobs/collect/prnt.yaml\", did you mean"
                                + " \"jobs/collect/print.yaml\"?");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
