package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.LogLines;
import eu.wattpeil.collect.printing.ParsedLine.Broken;
import eu.wattpeil.collect.printing.ParsedLine.Entry;
import eu.wattpeil.store.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One reading of one page log. */
final class PageLogReader {

    /** So many broken lines before the first good one, and the document is no page log. */
    static final int MAX_BROKEN_BEFORE_FIRST = 100;

    private static final String SHORTER =
            "a line of at most "
                    + LogLines.MAX_LINE_BYTES
                    + " bytes; CUPS writes none that is longer";

    private static final long MAX_IDLE_MICROS = Duration.ofDays(1).toMillis() * 1000;

    private final LineParser parser;
    private final LogLines lines;
    private final Records records;
    private final PrintJobRows rows;

    /** In the order in which they were last touched. */
    private final Map<Key, PrintJob> openJobs = new LinkedHashMap<>(1024, 0.75f, true);

    /** Broken lines, until the first good one shows that this is a page log. */
    private final List<Reject> brokenBeforeFirst = new ArrayList<>();

    private boolean isPageLog;

    private record Key(String printer, long jobId) {}

    PageLogReader(
            FormatContext context,
            LineParser parser,
            Map<String, Text> departments,
            LogLines lines,
            Records records) {
        this.parser = parser;
        this.lines = lines;
        this.records = records;
        this.rows = new PrintJobRows(context, departments, records);
    }

    void read() throws IOException {
        String line = lines.next();
        while (line != null) {
            ParsedLine parsed = parser.parse(line);
            if (lines.isTooLong() && parsed instanceof Entry) {
                parsed = new Broken("", Reason.MALFORMED_ROW, SHORTER);
            }
            if (parsed instanceof Entry entry) {
                add(entry);
            } else if (parsed instanceof Broken broken) {
                reject(broken);
            }
            if (!isPageLog && brokenBeforeFirst.size() >= MAX_BROKEN_BEFORE_FIRST) {
                break;
            }
            line = lines.next();
        }
        openJobs.values().forEach(rows::put);
    }

    /** Whether a line was one of a page log. */
    boolean isPageLog() {
        return isPageLog;
    }

    /** Whether any line was more than blank, and not of another program. */
    boolean hasLines() {
        return isPageLog || !brokenBeforeFirst.isEmpty();
    }

    private void add(Entry entry) {
        if (!isPageLog) {
            isPageLog = true;
            brokenBeforeFirst.forEach(records::reject);
        }
        Key key = new Key(entry.printer(), entry.jobId());
        PrintJob job = openJobs.get(key);
        if (job != null && isOf(job, entry)) {
            job.add(entry);
        } else {
            if (job != null) {
                rows.put(job);
                openJobs.remove(key);
            }
            openJobs.put(key, new PrintJob(lines.number(), entry));
        }
        closeIdleJobs(entry.loggedAtMicros());
    }

    private static boolean isOf(PrintJob job, Entry entry) {
        return job.first().user().equals(entry.user())
                && Math.abs(entry.loggedAtMicros() - job.lastLoggedAt()) <= MAX_IDLE_MICROS;
    }

    private void closeIdleJobs(long now) {
        Iterator<PrintJob> longestIdleFirst = openJobs.values().iterator();
        PrintJob job = longestIdleFirst.next();
        while (now - job.lastLoggedAt() > MAX_IDLE_MICROS
                || openJobs.size() > CupsPageLogFormat.MAX_OPEN_JOBS) {
            rows.put(job);
            longestIdleFirst.remove();
            job = longestIdleFirst.next();
        }
    }

    private void reject(Broken broken) {
        Reject reject =
                new Reject(lines.number(), broken.field(), broken.reason(), broken.expected(), "");
        if (isPageLog) {
            records.reject(reject);
        } else {
            brokenBeforeFirst.add(reject);
        }
    }
}
