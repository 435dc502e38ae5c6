package eu.wattpeil.collect;

import java.time.Instant;
import java.util.Set;

final class DelimitedExamTest extends FormatExam {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "delimited",
                "meter_readings",
                "columns:\n"
                        + "  meter_key: Meter\n"
                        + "  measured_at: Time\n"
                        + "  value: {column: Reading, unit: kWh, kind: counter}\n"
                        + "constants: {quantity: electricity}\n",
                "Reader;Meter;Time;Reading;Remark",
                row ->
                        "Kanarie;m"
                                + row / 5000
                                + ';'
                                + START.plusSeconds(row % 5000 * 900L)
                                + ';'
                                + row % 5000
                                + ".25;\"Kanarie"
                                + row
                                + '"',
                Set.of(';', '"'));
    }
}
