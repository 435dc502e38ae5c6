package eu.wattpeil.collect;

import java.time.Instant;
import java.util.Set;

/** A table of print jobs, which holds personal data. */
final class DelimitedPrintJobsExamTest extends FormatExam {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "delimited",
                "print_jobs",
                "columns: {printed_at: Time, printer_id: Printer, job_id: Job, impressions: Pages,"
                        + " user_key: User, department_id: Department, paper: Paper}\n",
                "Time;Printer;Job;Pages;User;Department;Paper;Title",
                row ->
                        START.plusSeconds(row)
                                + ";mfp;"
                                + row
                                + ";2;Kanarie"
                                + row
                                + ";ict;A4;Kanarie",
                Set.of(';'));
    }
}
