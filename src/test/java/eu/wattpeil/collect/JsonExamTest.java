package eu.wattpeil.collect;

import eu.wattpeil.collect.ExamPaper.Lines;
import java.time.Instant;
import java.util.Set;

/** One value with a row in each line. */
final class JsonExamTest extends FormatExam {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @Override
    int many() {
        return 200_000;
    }

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "json",
                "meter_readings",
                "rows: /data/*\n"
                        + "columns:\n"
                        + "  meter_key: {columns: [../../room/id, meter]}\n"
                        + "  measured_at: time\n"
                        + "  value: {column: reading/kwh, unit: kWh, kind: counter}\n"
                        + "constants: {quantity: electricity}\n",
                "{\"reader\": \"Kanarie\", \"room\": {\"id\": \"r1\"}, \"data\": [",
                row ->
                        "{\"reader\": \"Kanarie\", \"meter\": \"m"
                                + row / 5000
                                + "\", \"time\": \""
                                + START.plusSeconds(row % 5000 * 900L)
                                + "\", \"reading\": {\"kwh\": "
                                + row % 5000
                                + ".25, \"by\": [\"Kanarie"
                                + row
                                + "\"]}}",
                ",",
                "], \"end\": \"Kanarie\"}",
                Lines.NUMBERS_OF_ROWS,
                Set.of());
    }
}
