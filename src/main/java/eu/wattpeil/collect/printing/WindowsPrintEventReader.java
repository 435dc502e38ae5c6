package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.printing.PrintEvent.Printed;
import eu.wattpeil.collect.printing.PrintEvent.Rendered;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** One reading of the events of one document. */
final class WindowsPrintEventReader {

    /** So many events are taken apart at once, which is much faster than one by one. */
    private static final int BATCH_EVENTS = 200;

    private static final int MAX_KNOWN = 10_000;

    private final EventScanner scanner;
    private final Records records;
    private final EventJobs jobs = new EventJobs(this::put);
    private final TimeText times = TimeText.of("iso");
    private final XMLInputFactory factory = EventElement.factory();
    private final Map<String, Text> texts = new HashMap<>();
    private final List<String> batch = new ArrayList<>();
    private final List<Long> batchLines = new ArrayList<>();
    private boolean hasPrintEvents;
    private final List<Reject> brokenBeforeFirst = new ArrayList<>();

    private final int printedAt;
    private final int printerId;
    private final int jobId;
    private final int userKey;
    private final int impressions;
    private final int copies;

    WindowsPrintEventReader(EventScanner scanner, Dataset dataset, Records records) {
        this.scanner = scanner;
        this.records = records;
        printedAt = dataset.index("printed_at");
        printerId = dataset.index("printer_id");
        jobId = dataset.index("job_id");
        userKey = dataset.index("user_key");
        impressions = dataset.index("impressions");
        copies = dataset.index("copies");
    }

    /** Reads all; whether there were events of the print service. */
    boolean read() throws IOException {
        while (scanner.next()) {
            switch (scanner.state()) {
                case WHOLE -> addToBatch();
                case WITHOUT_END ->
                        reject(
                                scanner.firstLine(),
                                "",
                                Reason.MALFORMED_ROW,
                                "an event with its end; it is cut off");
                case TOO_LONG ->
                        reject(
                                scanner.firstLine(),
                                "",
                                Reason.MALFORMED_ROW,
                                "an event of at most " + EventScanner.MAX_BYTES + " bytes");
            }
        }
        readBatch();
        jobs.close();
        return hasPrintEvents;
    }

    private void addToBatch() {
        batch.add(scanner.text());
        batchLines.add(scanner.firstLine());
        if (batch.size() == BATCH_EVENTS) {
            readBatch();
        }
    }

    private void readBatch() {
        try {
            List<EventElement> events = EventElement.all(factory, String.join("", batch));
            for (int i = 0; i < events.size(); i++) {
                read(events.get(i), batchLines.get(i));
            }
        } catch (XMLStreamException noXml) {
            readOneByOne();
        }
        batch.clear();
        batchLines.clear();
    }

    private void readOneByOne() {
        for (int i = 0; i < batch.size(); i++) {
            try {
                for (EventElement event : EventElement.all(factory, batch.get(i))) {
                    read(event, batchLines.get(i));
                }
            } catch (XMLStreamException noXml) {
                reject(batchLines.get(i), "", Reason.MALFORMED_ROW, "an event in XML");
            }
        }
    }

    private void read(EventElement event, long line) {
        boolean isPrinted = event.kind().equals("DocumentPrinted");
        boolean isRendered = event.kind().equals("RenderJobDiag");
        if (event.isOfPrinting() || isPrinted || isRendered) {
            if (!hasPrintEvents) {
                hasPrintEvents = true;
                brokenBeforeFirst.forEach(records::reject);
            }
        }
        if (!isPrinted && !isRendered) {
            return;
        }
        byte[] time = event.text("SystemTime").getBytes(StandardCharsets.UTF_8);
        long loggedAt = times.read(time, 0, time.length);
        if (loggedAt == NoValue.UNREADABLE || times.offset() == NoValue.NO_OFFSET) {
            reject(
                    line,
                    "SystemTime",
                    Reason.UNREADABLE_VALUE,
                    "a time in UTC such as 2026-01-05T08:30:00.1234567Z");
            return;
        }
        loggedAt -= times.offset();
        if (isPrinted) {
            readPrinted(event, loggedAt, line);
            return;
        }
        long number = PageLogParser.number(event.text("JobId"));
        long told = PageLogParser.number(event.text("Copies"));
        // Without both it tells nothing, and the document counts once.
        if (number >= 0 && told > 0) {
            jobs.add(new Rendered(event.text("Computer"), number, loggedAt, told));
        }
    }

    private void readPrinted(EventElement event, long loggedAt, long line) {
        long number = PageLogParser.number(event.text("Param1"));
        long pages = PageLogParser.number(event.text("Param8"));
        String printer = event.text("Param5");
        if (number < 0) {
            reject(line, "Param1", Reason.UNREADABLE_VALUE, "the number of the job");
        } else if (printer.isEmpty()) {
            reject(line, "Param5", Reason.MISSING_VALUE, "the printer");
        } else if (pages < 0) {
            reject(line, "Param8", Reason.UNREADABLE_VALUE, "the number of pages");
        } else if (pages == 0) {
            reject(
                    line,
                    "Param8",
                    Reason.MISSING_VALUE,
                    "the pages of the job; 0 says that the driver of its printer does not count"
                            + " them");
        } else {
            jobs.add(
                    new Printed(
                            event.text("Computer"),
                            number,
                            loggedAt,
                            line,
                            printer,
                            event.text("Param3"),
                            pages));
        }
    }

    private void put(Printed job, OptionalLong told) {
        RowBlock row = records.rows();
        row.set(printedAt, job.loggedAtMicros());
        row.set(printerId, text(job.printer()));
        row.set(jobId, job.jobId());
        if (!job.user().isEmpty()) {
            // Whoever keeps the row puts a pseudonym in its place.
            row.set(userKey, text(job.user()));
        }
        row.set(impressions, job.pages() * told.orElse(1));
        told.ifPresent(count -> row.set(copies, count));
        records.accept(job.line());
    }

    private Text text(String text) {
        if (texts.size() > MAX_KNOWN) {
            texts.clear();
        }
        return texts.computeIfAbsent(text, Text::of);
    }

    private void reject(long line, String field, Reason reason, String expected) {
        Reject reject = new Reject(line, field, reason, expected, "");
        if (hasPrintEvents) {
            records.reject(reject);
        } else if (brokenBeforeFirst.size() < Reject.MOST_KEPT) {
            brokenBeforeFirst.add(reject);
        }
    }
}
