package eu.wattpeil;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.cli.CommandLineInterface;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names that stand in every free field of the sources are nowhere afterwards: not in the store, its
 * columns read back, not in reports, not in the state, not in what is printed.
 */
class CanaryTest {

    private static final String CANARY = "Kanarie";
    private static final List<String> TABLES =
            List.of("documents", "rejects", "runs", "meter_readings", "devices", "print_jobs");

    @TempDir private Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void noNameIsAnywhereAfterARun() throws IOException {
        Path root = folder.resolve("town");
        run("init", root.toString());
        write(root, "config/printers.csv", "printer_id\nmfp\n");
        write(
                root,
                "jobs/collect/print.yaml",
                "dataset: print_jobs\nformat: cups-page-log\n"
                        + "source: {files: inbox/print/*}\nrejects: {fail-above-share: 0}\n");
        write(
                root,
                "jobs/collect/assets.yaml",
                "dataset: devices\nformat: delimited\nsource: {files: inbox/assets/*}\noptions:\n"
                        + "  columns: {observed_on: Day, device_id: Id, has_serial:"
                        + " {column: Serial, present: true}}\n"
                        + "rejects: {fail-above-share: 0}\n");
        write(
                root,
                "jobs/collect/jobs.yaml",
                "dataset: print_jobs\nformat: delimited\nsource: {files: inbox/jobs/*}\noptions:\n"
                        + "  columns: {printed_at: Time, printer_id: Printer, job_id: Job,"
                        + " impressions: Pages, user_key: User, department_id: Department,"
                        + " paper: Paper}\n"
                        + "rejects: {fail-above-share: 0}\n");
        write(root, "inbox/print/page_log", pageLog());
        write(root, "inbox/assets/a.csv", assets());
        write(root, "inbox/jobs/j.csv", jobs());

        run("run", "--workspace", root.toString());
        for (String table : TABLES) {
            run("query", "--workspace", root.toString(), "select * from " + table);
        }

        assertThat(printed.toString()).contains("print_jobs").contains("rejected rows");
        assertThat(printed.toString()).doesNotContain(CANARY);
        for (String written : List.of("store", "reports", ".wattpeil")) {
            try (Stream<Path> files = Files.walk(root.resolve(written))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(file.toString()).doesNotContain(CANARY);
                    assertThat(Files.readString(file, ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(CANARY);
                }
            }
        }
    }

    /** User, billing, host and title; the printer missing; lines cut and broken. */
    private static String pageLog() {
        String line =
                "mfp Kanarie-u 1 [11/Oct/2025:00:01:01 +0200] total 2 Kanarie-b Kanarie-h"
                        + " Kanarie-t A4 one-sided\n";
        return line
                + line.replace("mfp ", "").replace("Kanarie-u 1", "Kanarie-u x 2")
                + line.replace("] total 2", "] totaal 2")
                + line.replace("[", "(")
                + line.substring(0, 30)
                + "\nKanarie-only\n";
    }

    /** Columns that the definition does not name, a field too many, a quote that stays open. */
    private static String assets() {
        return "Day;Id;Serial;User;Comment\n"
                + "2025-10-31;pc1;Kanarie-s;Kanarie-u;Kanarie-c\n"
                + "2025-10-31;pc2;x;Kanarie-u;Kanarie;c\n"
                + "2025-10-32;pc3;Kanarie-s;Kanarie-u;Kanarie-c\n"
                + "2025-10-31;\"pc4;Kanarie-s;Kanarie-u\n";
    }

    private static String jobs() {
        return "Time;Printer;Job;Pages;User;Department;Paper;Title\n"
                + "2025-10-11T10:00;mfp;1;2;Kanarie-u;Kanarie-d;Kanarie-p;Kanarie-t\n"
                + "2025-10-11T10:00;Kanarie-u;2;2;mfp;x;A4;Kanarie-t\n"
                + "Kanarie-u;mfp;Kanarie-j;Kanarie-n;x;x;A4;Kanarie-t\n"
                + "2025-10-11T10:00;mfp;3;2;x;x;A4;Kanarie-t;Kanarie\n";
    }

    private void run(String... arguments) {
        PrintWriter writer = new PrintWriter(printed, true);
        CommandLineInterface.run(writer, writer, arguments);
    }

    private static void write(Path root, String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
