package eu.wattpeil.collect.printing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.FormatCases;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.MemoryRecords;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a log holds, no user, host or title comes out, and no document is beyond reading. */
final class CupsPageLogPrivacyTest {

    /** In every personal field, and in none that may be kept. */
    private static final String SECRET = "Geheim";

    private static final List<String> TITLES =
            List.of(
                    SECRET,
                    SECRET + " A4",
                    "brief aan " + SECRET + " - -",
                    SECRET + " [03/Mar/2026:09:15:00 +0100] " + SECRET,
                    "\"" + SECRET + "\"",
                    SECRET + ": " + SECRET + "  ",
                    (SECRET + " ").repeat(400));
    private static final List<String> ENDINGS =
            List.of(" A4 one-sided", "  two-sided-long-edge", " - -", "", " " + SECRET, " ??? ???");

    @TempDir private Path folder;

    @RepeatedTest(30)
    void keepsNothingPersonal(RepetitionInfo repetition) throws IOException {
        long seed = 1000L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            lines.add(cutSomewhere(line(i, random), random));
        }

        MemoryRecords records = read(lines);

        assertThat(records.accepted()).as("seed %d", seed).isNotEmpty();
        assertThat(records.rejects()).as("seed %d", seed).isNotEmpty();
        assertThat(records.accepted().toString() + records.rejects())
                .as("seed %d", seed)
                .doesNotContain(SECRET);
    }

    @Test
    void hasNoUserKeyWithoutAPseudonymKey() throws IOException {
        MemoryRecords records =
                read(
                        List.of(
                                "balie-mfp gebruiker1 1 [03/Mar/2026:09:15:00 +0100] total 1 -"
                                        + " pc17.invalid a A4 one-sided"));

        assertThat(records.accepted()).hasSize(1);
        assertThat(records.accepted().get(0)).containsEntry("user_key", "");
    }

    private static String line(int job, Random random) {
        String user =
                random.nextBoolean() ? SECRET : "WATERDAM\\" + SECRET + "-" + random.nextInt(9);
        String counted = random.nextBoolean() ? "total " + random.nextInt(9) : "1 1";
        String message =
                "mfp-%d %s %d [03/Mar/2026:09:15:%02d +0100] %s - %s.invalid %s%s"
                        .formatted(
                                random.nextInt(3),
                                user,
                                job / 2,
                                random.nextInt(60),
                                counted,
                                SECRET,
                                TITLES.get(random.nextInt(TITLES.size())),
                                ENDINGS.get(random.nextInt(ENDINGS.size())));
        return random.nextInt(4) == 0
                ? "Mar 03 09:15:00 " + SECRET + " cupsd[8]: " + message
                : message;
    }

    /** Every fourth line is cut at its end, as when the disk was full. */
    private static String cutSomewhere(String line, Random random) {
        return random.nextInt(4) == 0 ? line.substring(0, random.nextInt(line.length())) : line;
    }

    private MemoryRecords read(List<String> lines) throws IOException {
        Path file = folder.resolve("page_log");
        Files.write(file, lines);
        Section options = Section.empty("jobs/collect/print.yaml", new Problems());
        CupsPageLogFormat format =
                CupsPageLogFormat.of(
                        new FormatContext(
                                options,
                                Datasets.PRINT_JOBS,
                                ZoneId.of("Europe/Brussels"),
                                Set.of()));
        return FormatCases.read(
                format, FormatCases.document("page_log", file), Datasets.PRINT_JOBS);
    }
}
