package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The page_log of the print server, cut by month: until it was replaced a line per page and a total
 * that is sometimes wrong, afterwards one line per job.
 */
final class PageLog {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("'['dd/MMM/yyyy:HH:mm:ss Z']'", Locale.ENGLISH);
    private static final DateTimeFormatter IN_NAME = DateTimeFormatter.ofPattern("yyyyMM");

    /** Lines that were cut off or garbled, by the instant near which they stand. */
    private static final Map<String, String> BROKEN_LINES =
            Map.of(
                    "2025-10-14T10:31:20", "SH-MFP-04 u1131 59480 [14/Oct/2025:10:3",
                    "2025-12-03T15:02:11", "70 total",
                    "2026-02-25T09:12:44",
                            "SH-MFP-03 u1044 26377 [31/Feb/2026:09:12:44 +0100] total 4"
                                    + " AFD-BUR localhost Attest van woonst A4 one-sided",
                    "2026-05-20T09:41:07", "SH-MFP-11 u1204 46102 [20/May/2026:09:41:07 +0200] to",
                    "2026-06-11T11:20:03",
                            "SH-MFP-16 u1290 51340 [11/Jun/2026:11:20:03 +0200] total x"
                                    + " AFD-WEL pc390 Sociaal verslag 12.docx A4 one-sided",
                    "2026-10-06T14:05:52", "SH-MFP-09 u1");

    private final SamplePeriod period;
    private final Map<YearMonth, List<PrintJob>> jobs;
    private final SampleRandom random;
    private final Truth truth;

    PageLog(
            SamplePeriod period,
            Map<YearMonth, List<PrintJob>> jobs,
            SampleRandom random,
            Truth truth) {
        this.period = period;
        this.jobs = jobs;
        this.random = random;
        this.truth = truth;
    }

    void writeTo(Path folder) {
        for (YearMonth month : period.months()) {
            List<PrintJob> jobsOfMonth = jobs.get(month);
            List<Line> lines = new ArrayList<>();
            jobsOfMonth.forEach(job -> lines.addAll(linesOf(job, month)));
            List<Line> broken = brokenLinesOf(month);
            lines.addAll(broken);
            lines.sort(Comparator.comparing(Line::writtenAt));
            SampleFile file = new SampleFile(UTF_8, "\n");
            lines.forEach(line -> file.add(line.text()));
            file.writeTo(folder.resolve("page_log." + IN_NAME.format(month) + ".gz"));
            count(month, jobsOfMonth);
            truth.set(month, "print_rejects", broken.size());
        }
    }

    private List<Line> linesOf(PrintJob job, YearMonth month) {
        if (month.isBefore(PrintServer.NEW_SERVER)) {
            return linesByPage(job);
        }
        return List.of(line(job, job.printedAt(), "total " + job.impressions()));
    }

    /** The old server: page and copies, three seconds for two sides; one total in 25 is wrong. */
    private List<Line> linesByPage(PrintJob job) {
        List<Line> lines = new ArrayList<>();
        for (int page = 1; page <= job.pages(); page++) {
            Instant printedAt = job.printedAt().plusSeconds((page - 1) * 3L / 2);
            lines.add(line(job, printedAt, page + " " + job.copies()));
        }
        int total = random.chance(0.04) ? 0 : job.impressions();
        lines.add(line(job, job.printedAt().plusSeconds(job.pages() * 3L / 2), "total " + total));
        return lines;
    }

    private Line line(PrintJob job, Instant writtenAt, String count) {
        String text =
                String.join(
                        " ",
                        job.printer(),
                        job.user(),
                        String.valueOf(job.id()),
                        TIME.format(writtenAt.atZone(period.zone())),
                        count,
                        job.billing(),
                        job.host(),
                        job.title(),
                        job.media(),
                        job.sides());
        return new Line(writtenAt, text);
    }

    private List<Line> brokenLinesOf(YearMonth month) {
        return BROKEN_LINES.entrySet().stream()
                .map(entry -> new Line(period.instantOf(entry.getKey()), entry.getValue()))
                .filter(
                        line ->
                                YearMonth.from(line.writtenAt().atZone(period.zone()))
                                        .equals(month))
                .toList();
    }

    private void count(YearMonth month, List<PrintJob> jobs) {
        truth.set(month, "print_jobs", jobs.size());
        truth.set(
                month,
                "print_jobs_cancelled",
                jobs.stream().filter(job -> job.impressions() == 0).count());
        truth.set(
                month,
                "print_jobs_two_sided",
                jobs.stream().filter(job -> job.impressions() > 0 && job.isTwoSided()).count());
        truth.set(month, "impressions", sum(jobs, PrintJob::impressions));
        truth.set(month, "sheets", sum(jobs, PrintJob::sheets));
        truth.set(month, "a4_sheets", sum(jobs, PrintJob::a4Sheets));
        truth.set(month, "duplex_impressions", sum(jobs, PrintJob::duplexImpressions));
        List<PrintJob> duplexable = jobs.stream().filter(job -> job.pages() > 1).toList();
        truth.set(month, "duplexable_impressions", sum(duplexable, PrintJob::impressions));
    }

    private static long sum(List<PrintJob> jobs, ToIntFunction<PrintJob> figure) {
        return jobs.stream().mapToLong(figure::applyAsInt).sum();
    }

    /** A line and the instant by which the log is in order. */
    private record Line(Instant writtenAt, String text) {}
}
