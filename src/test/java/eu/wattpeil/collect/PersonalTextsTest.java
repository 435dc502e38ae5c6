package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Definition;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a row of personal data only what is known to name no person is kept. */
class PersonalTextsTest {

    private static final PersonalTexts KNOWN =
            new PersonalTexts(
                    Optional.of(Set.of("mfp-1", "balie é")), Set.of("archief"), user -> "key");

    @TempDir private Path folder;

    @Test
    void aUserInThePlaceOfAPrinterIsARejectWithoutItsText() throws IOException {
        MemoryRecords records =
                readLog(
                        "jan.jansen x 7 [11/Oct/2025:00:01:01 +0200] total 2 - host title\n"
                                + "mfp-1 x 8 [11/Oct/2025:00:01:01 +0200] total 2 - host title\n"
                                + "mfp-1 jan 9 [11/Oct/2025:00:02:01 +0200] total 2 - host title\n");

        assertThat(records.accepted())
                .extracting(row -> row.get("job_id"))
                .containsExactly("8", "9");
        assertThat(records.rejects())
                .containsExactly(
                        new Reject(
                                1,
                                "printer_id",
                                Reject.Reason.UNKNOWN_CODE,
                                "a printer of config/printers.csv or of the option printers"
                                        + " (wattpeil suggest printers shows which there are)",
                                ""));
    }

    @Test
    void aTableOfPrintJobsKeepsNoUserNoTitleAndNoOtherText() throws IOException {
        FormatWorkbench bench = new FormatWorkbench(folder);
        Format format =
                bench.format(
                        "delimited",
                        "print_jobs",
                        "columns: {printed_at: T, printer_id: P, job_id: J, impressions: N,"
                                + " user_key: U, department_id: D, paper: S}\n");
        MemoryRecords records =
                FormatCases.read(
                        format,
                        bench.document(
                                "T;P;J;N;U;D;S\n"
                                        + "2026-01-05T10:00;mfp-1;1;2;jan;archief;A4\n"
                                        + "2026-01-05T10:01;mfp-1;2;2;jan;team van jan;brief\n"
                                        + "2026-01-05T10:02;jan;3;2;mfp-1;archief;A4\n"),
                        new MemoryRecords(Datasets.PRINT_JOBS, KNOWN));

        assertThat(records.accepted())
                .extracting(
                        row ->
                                List.of(
                                        row.get("user_key"),
                                        row.get("department_id"),
                                        row.get("paper")))
                .containsExactly(List.of("key", "archief", "A4"), List.of("key", "", ""));
        assertThat(records.rejects()).extracting(Reject::line).containsExactly(4L);
    }

    @Test
    void aDefinitionThatKnowsNoPrinterIsAProblem() throws IOException {
        assertThat(problems("dataset: print_jobs\nformat: cups-page-log\n"))
                .containsExactly(
                        "jobs/collect/print.yaml:1: no printer is known, expected their names in"
                                + " config/printers.csv or in the option printers (wattpeil"
                                + " suggest printers jobs/collect/print.yaml shows which there"
                                + " are), or printers: any");
        assertThat(problems("printers: any\n")).isEmpty();
        assertThat(problems("printers: [mfp-1]\n")).isEmpty();
    }

    private List<String> problems(String options) throws IOException {
        Path file = Files.writeString(folder.resolve("print.yaml"), options);
        Problems problems = new Problems();
        Section section = Sections.read(folder, file, problems);
        Files.createDirectories(folder.resolve("empty"));
        Workspace workspace =
                Workspace.load(folder.resolve("empty"), Set.of(), Map.of(), new Problems());
        Definition definition =
                new Definition(
                        "print",
                        "print_jobs",
                        new Place("jobs/collect/print.yaml", 1),
                        "cups-page-log",
                        new Place("jobs/collect/print.yaml", 2),
                        Optional.empty(),
                        Section.empty("jobs/collect/print.yaml", new Problems()),
                        Optional.empty(),
                        section,
                        0.01);
        PersonalTexts.of(
                workspace, definition, Datasets.PRINT_JOBS, new Pseudonym(Optional.empty()));
        return problems.all().stream().map(Problem::toString).toList();
    }

    private MemoryRecords readLog(String text) throws IOException {
        FormatWorkbench bench = new FormatWorkbench(folder);
        return FormatCases.read(
                bench.format("cups-page-log", "print_jobs", ""),
                bench.document(text),
                new MemoryRecords(Datasets.PRINT_JOBS, KNOWN));
    }
}
