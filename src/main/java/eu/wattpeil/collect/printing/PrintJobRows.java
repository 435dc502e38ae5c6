package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.bytes.LogLines;
import eu.wattpeil.collect.printing.ParsedLine.Entry;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.util.HashMap;
import java.util.Map;

/** Puts finished jobs into the rows of {@code print_jobs}. */
final class PrintJobRows {

    private final Records records;
    private final Map<String, Text> departments;
    private final Map<String, Text> texts = new HashMap<>();
    private final int printedAt;
    private final int printerId;
    private final int jobId;
    private final int departmentId;
    private final int userKey;
    private final int impressions;
    private final int sheets;
    private final int copies;
    private final int isDuplex;
    private final int paper;

    PrintJobRows(FormatContext context, Map<String, Text> departments, Records records) {
        this.records = records;
        this.departments = departments;
        Dataset dataset = context.dataset();
        printedAt = dataset.index("printed_at");
        printerId = dataset.index("printer_id");
        jobId = dataset.index("job_id");
        departmentId = dataset.index("department_id");
        userKey = dataset.index("user_key");
        impressions = dataset.index("impressions");
        sheets = dataset.index("sheets");
        copies = dataset.index("copies");
        isDuplex = dataset.index("is_duplex");
        paper = dataset.index("paper");
    }

    /** Adds the row of a job, unless nothing was printed. */
    void put(PrintJob job) {
        if (job.impressions() == 0) {
            return;
        }
        Entry first = job.first();
        RowBlock row = records.rows();
        row.set(printedAt, first.loggedAtMicros());
        row.set(printerId, text(first.printer()));
        row.set(jobId, first.jobId());
        row.set(departmentId, departments.get(first.billing()));
        if (!first.user().isEmpty()) {
            // Whoever keeps the row puts a pseudonym in its place.
            row.set(userKey, text(first.user()));
        }
        row.set(impressions, job.impressions());
        job.sheets().ifPresent(count -> row.set(sheets, count));
        job.copies().ifPresent(count -> row.set(copies, count));
        if (job.sides() != Sides.UNKNOWN) {
            row.set(isDuplex, job.sides() == Sides.TWO_SIDED ? 1 : 0);
        }
        String size = job.paper();
        if (size != null) {
            row.set(paper, text(size));
        }
        records.accept(job.line());
    }

    private Text text(String bytewise) {
        return texts.computeIfAbsent(bytewise, bytes -> Text.of(LogLines.decoded(bytes)));
    }
}
