package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinesExamTest extends FormatExam {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final String MAPPING =
            "columns:\n"
                    + "  meter_key: meter\n"
                    + "  measured_at: time\n"
                    + "  value: {column: reading, unit: kWh, kind: counter}\n"
                    + "constants: {quantity: electricity}\n";

    @TempDir private Path folder;

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "lines",
                "meter_readings",
                "expressions: '^\\S+ (?<meter>\\S+) (?<time>\\S+) reads (?<reading>\\S+) kWh'\n"
                        + MAPPING,
                "",
                row ->
                        "Kanarie m"
                                + row / 5000
                                + ' '
                                + START.plusSeconds(row % 5000 * 900L)
                                + " reads "
                                + row % 5000
                                + ".25 kWh Kanarie"
                                + row,
                Set.of(' '));
    }

    /** Expressions take their time. */
    @Override
    int many() {
        return 100_000;
    }

    @Test
    void anExpressionThatWouldTryAllWaysEnds() throws IOException {
        FormatWorkbench bench = new FormatWorkbench(folder);
        Format format =
                bench.format(
                        "lines",
                        "meter_readings",
                        "expressions: '^(?<meter>(a|a)*)+(?<time>b)(?<reading>c)'\n" + MAPPING);
        Document document = bench.document("a".repeat(100_000) + "\n");

        MemoryRecords records =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> bench.read(format, "meter_readings", document));

        assertThat(records.rejects()).hasSize(1);
    }
}
