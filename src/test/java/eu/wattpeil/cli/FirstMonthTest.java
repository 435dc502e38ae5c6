package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstMonthTest {

    private static final String LEFT_ALONE =
            "1 month (2026-09) is in the store and not computed; first-month: 2026-09 in"
                    + " config/wattpeil.yaml computes all (without it, the last 36 months with"
                    + " data)";

    @TempDir private Path folder;

    @Test
    void isToldWhereItLeavesMonthsAloneAndDeletesNothingThatWasPublished() throws IOException {
        String town = folder.resolve("town").toString();
        run("init", town);
        Path settings = Path.of(town, "config/wattpeil.yaml");
        String unset = Files.readString(settings);
        Path report = Path.of(town, "reports/2026-09");
        Files.writeString(settings, "first-month: 2026-10\n" + unset);

        assertThat(run("run", "--workspace", town)).contains(LEFT_ALONE);
        assertThat(run("status", "--workspace", town)).contains("  " + LEFT_ALONE);
        assertThat(report).doesNotExist();

        Files.writeString(settings, unset);
        assertThat(run("run", "--workspace", town)).doesNotContain("not computed");
        assertThat(report).exists();

        Files.writeString(settings, "first-month: 2026-10\n" + unset);
        assertThat(run("run", "--workspace", town)).contains("nothing to do");
        assertThat(report).exists();
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLineInterface.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments);
        return out.toString();
    }
}
