package eu.wattpeil.collect.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.wattpeil.collect.FormatCases;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.MemoryRecords;
import eu.wattpeil.collect.bytes.LogLines;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CupsPageLogJobsTest {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void givesTheSameJobsAgainWhenTheLogHasGrown() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            lines.add(page(i / 3, i % 3 + 1, i * 600L));
        }

        List<Map<String, String>> first = read(lines.subList(0, 1500)).accepted();
        List<Map<String, String>> grown = read(lines).accepted();

        assertThat(first).hasSize(500);
        assertThat(grown).hasSize(1000);
        assertThat(grown.subList(0, 500)).isEqualTo(first);
    }

    @Test
    void givesEveryJobOnceWhenMoreAreOpenThanItHolds() throws IOException {
        int jobs = CupsPageLogFormat.MAX_OPEN_JOBS + 500;
        List<String> lines = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            lines.add(page(job, 1, job));
        }

        MemoryRecords records = read(lines);

        assertThat(records.rejects()).isEmpty();
        assertThat(records.accepted()).hasSize(jobs);
        assertThat(records.accepted().stream().map(row -> row.get("job_id")).distinct())
                .hasSize(jobs);
    }

    @Test
    void looksForTheTimeOfALineFullOfBracketsInATimeInProportionToItsLength() {
        String brackets = "[".repeat(LogLines.MAX_LINE_BYTES - 1);

        MemoryRecords records =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(30), () -> read(Collections.nCopies(2000, brackets)));

        assertThat(records.accepted()).isEmpty();
        assertThat(records.rejects()).isNotEmpty();
    }

    @Test
    void namesEveryProblemOfDepartmentCodes() throws IOException {
        Path file = folder.resolve("print.yaml");
        Files.writeString(
                file,
                """
                department-codes:
                  AFD-FIN: finacien
                  AFD-ICT: ict
                  "-": ict
                  AFD-BIB:
                """);
        Problems problems = new Problems();

        CupsPageLogFormat.of(context(Sections.read(folder, file, problems)));

        assertThat(problems.all())
                .extracting(Object::toString)
                .containsExactly(
                        "print.yaml:2: department of AFD-FIN is \"finacien\", did you mean"
                                + " \"financien\"?",
                        "print.yaml:4: code of department-codes is \"-\", expected a billing code;"
                                + " CUPS logs - where there is none",
                        "print.yaml:5: department of AFD-BIB is empty, expected its id");
    }

    @Test
    void readsALineThatFitsAFormatInManyWaysInATimeInProportionToItsLength() {
        String bars = "[03/Mar/2026:09:15:00 +0100]" + "|1".repeat(1000);
        String options = "page-log-format: \"%T|%p|%u|%{a}|%{b}|%{c}|%{d}|%j|%{e}|%P|%C|end\"\n";

        MemoryRecords records =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(30),
                        () -> read(options, Collections.nCopies(1000, bars)));

        assertThat(records.accepted()).isEmpty();
        assertThat(records.rejects()).isNotEmpty();
    }

    @Test
    void namesAFormatThatDoesNotTellWhatAJobNeeds() throws IOException {
        Path file = folder.resolve("print.yaml");
        for (String format :
                List.of("%p %u %T %P %C", "%p %j %T", "%p%j %T %P %C", "%p %j %T %P %x", "%{p")) {
            Files.writeString(file, "page-log-format: \"" + format + "\"\n");
            Problems problems = new Problems();

            CupsPageLogFormat.of(context(Sections.read(folder, file, problems)));

            assertThat(problems.all())
                    .extracting(Object::toString)
                    .containsExactly(
                            "print.yaml:1: page-log-format is \""
                                    + format
                                    + "\", expected the PageLogFormat of cupsd.conf, with %p, %j,"
                                    + " %T, and %P and %C or %{job-impressions-completed}, each"
                                    + " field apart from the next");
        }
    }

    private static String page(int job, int page, long second) {
        String time = TIME.format(Instant.parse("2026-03-03T08:00:00Z").plusSeconds(second));
        return "balie-mfp gebruiker1 %d [%s] %d 1 - pc17.invalid nota.odt A4 one-sided"
                .formatted(job, time, page);
    }

    private static FormatContext context(Section options) {
        return new FormatContext(
                options,
                Datasets.PRINT_JOBS,
                ZoneId.of("Europe/Brussels"),
                Set.of("financien", "ict"));
    }

    private MemoryRecords read(List<String> lines) throws IOException {
        return read("department-codes: {}\n", lines);
    }

    private MemoryRecords read(String options, List<String> lines) throws IOException {
        Path file = folder.resolve("page_log");
        Files.write(file, lines);
        Path definition = Files.writeString(folder.resolve("print.yaml"), options);
        Section section = Sections.read(folder, definition, new Problems());
        return FormatCases.read(
                CupsPageLogFormat.of(context(section)),
                FormatCases.document("page_log", file),
                Datasets.PRINT_JOBS);
    }
}
