package eu.wattpeil.collect.printing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.FormatCases;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.MemoryRecords;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.bytes.LogLines;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLinesTest {

    private static final String GOOD =
            "lp1 anna 7 [11/Oct/2025:00:01:01 +0200] 1 1 - host title A4 -";

    @TempDir private Path folder;

    @Test
    void aLineBeyondTheLimitIsOneRejectAndTheNextIsRead() throws IOException {
        Path file = folder.resolve("page_log");
        String tooLong = GOOD + "x".repeat(LogLines.MAX_LINE_BYTES);
        Files.writeString(file, String.join("\n", GOOD, tooLong, GOOD.replace(" 7 ", " 8 "), ""));
        MemoryRecords records = new MemoryRecords(Datasets.PRINT_JOBS);

        CupsPageLogFormat.of(
                        new FormatContext(
                                Section.empty("print.yaml", new Problems()),
                                Datasets.PRINT_JOBS,
                                ZoneId.of("Europe/Brussels"),
                                Set.of()))
                .pieces(FormatCases.document("page_log", file))
                .get(0)
                .read(records);

        assertThat(records.accepted()).extracting(row -> row.get("line")).containsExactly("1", "3");
        assertThat(records.rejects())
                .containsExactly(
                        new Reject(
                                2,
                                "",
                                Reject.Reason.MALFORMED_ROW,
                                "a line of at most 16384 bytes; CUPS writes none that is longer",
                                ""));
    }

    @Test
    void aLineFourTimesAsLongTakesFourTimesAsLong() throws IOException {
        byte[] once = "x".repeat(8 << 20).getBytes(StandardCharsets.US_ASCII);
        byte[] fourTimes = "x".repeat(32 << 20).getBytes(StandardCharsets.US_ASCII);
        long onceNanos = Long.MAX_VALUE;
        long fourTimesNanos = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            onceNanos = Math.min(onceNanos, nanos(once));
            fourTimesNanos = Math.min(fourTimesNanos, nanos(fourTimes));
        }

        assertThat((double) fourTimesNanos / onceNanos).isLessThan(10);
    }

    private static long nanos(byte[] bytes) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        InputStream in = new ByteArrayInputStream(bytes);
        LogLines lines = new LogLines(in);
        assertThat(lines.next()).hasSize(LogLines.MAX_LINE_BYTES);
        assertThat(lines.isTooLong()).isTrue();
        assertThat(lines.next()).isNull();
        return threads.getCurrentThreadCpuTime() - start;
    }
}
