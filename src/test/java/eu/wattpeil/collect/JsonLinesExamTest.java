package eu.wattpeil.collect;

import java.time.Instant;
import java.util.Set;

/** A value in each line, of print jobs, which hold personal data. */
final class JsonLinesExamTest extends FormatExam {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "json",
                "print_jobs",
                "rows: /\n"
                        + "columns: {printed_at: time, printer_id: printer, job_id: job,"
                        + " impressions: pages, user_key: user, department_id: department, paper:"
                        + " paper}\n",
                "",
                row ->
                        "{\"time\": \""
                                + START.plusSeconds(row)
                                + "\", \"printer\": \"mfp\", \"job\": "
                                + row
                                + ", \"pages\": 2, \"user\": \"Kanarie"
                                + row
                                + "\", \"department\": \"ict\", \"paper\": \"A4\", \"title\":"
                                + " \"Kanarie\"}",
                Set.of());
    }

    /** What is left of a single line is a document of its own, whose values are numbered. */
    @Override
    long lines(byte[] document) {
        return Math.max(ROWS, super.lines(document));
    }
}
