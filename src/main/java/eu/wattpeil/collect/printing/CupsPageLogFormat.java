package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.KnownContent;
import eu.wattpeil.collect.bytes.LogLines;
import eu.wattpeil.store.Text;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page log of CUPS ({@code /var/log/cups/page_log}, also rotated, or as the lines of cupsd in a
 * system log), in its default {@code PageLogFormat}, in that format within quotes, or in the one
 * that option {@code page-log-format} says; dataset {@code print_jobs}.
 *
 * <p>Gives one row per job:
 *
 * <ul>
 *   <li>{@code printed_at} is the time of the job's first line, so that a log that has grown gives
 *       the same rows again; the row's line is that line;
 *   <li>{@code impressions} are the printed sides: the sum of copies over the lines per page where
 *       there are any, else the last {@code total}; a job without any is no row;
 *   <li>{@code sheets} are those of {@code job-media-sheets-completed} where the format has it.
 *       Else they are null where the log does not say on how many sides a sheet was printed; with a
 *       line per page, pages are paired per copy; with only a total it is half the impressions,
 *       rounded up;
 *   <li>{@code is_duplex} is what the job asked for; {@code is_colour} is null, a page log does not
 *       say it;
 *   <li>{@code paper} is the name of the size as logged; null where there is none;
 *   <li>{@code user_key} is the user name as logged, with its domain: it becomes a pseudonym before
 *       the row is kept.
 * </ul>
 *
 * <p>A line belongs to the job of the same printer, number and user whose last line is at most a
 * day away, else a new job starts: job numbers begin anew when a print server is set up again. A
 * job is given when the log is more than a day past its last line, when {@value #MAX_OPEN_JOBS}
 * others were touched since, and at the end; that bounds the memory. Rows therefore come in the
 * order of the last lines. A job that runs across two rotated files gives a row in each, with the
 * pages that file tells.
 *
 * <p>Blank lines and lines of other programs in a system log are passed over. Everything else that
 * is no page log line is a reject, without the text found: titles, hosts and user names stay here.
 * Option {@code department-codes} maps {@code job-billing} to a department; a code that is not in
 * it gives none, for the field is free text.
 *
 * @see <a href="https://www.cups.org/doc/man-cupsd-logs.html">cupsd-logs(5)</a>
 */
public final class CupsPageLogFormat implements Format {

    static final int MAX_OPEN_JOBS = 65_536;

    private static final Option<Section> DEPARTMENT_CODES =
            new Option<>(
                    "department-codes",
                    OptionType.section("billing codes with the department of each"),
                    "which department a job with this `job-billing` is of",
                    "no department");

    private static final Option<PageLogPattern> PAGE_LOG_FORMAT =
            new Option<>(
                    "page-log-format",
                    OptionType.text(
                            "the PageLogFormat of cupsd.conf, with %p, %j, %T, and %P and %C or"
                                    + " %{job-impressions-completed}, each field apart from the next",
                            PageLogPattern::of),
                    "how a line is written, where cupsd.conf says it",
                    "that of CUPS");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS = List.of(DEPARTMENT_CODES, PAGE_LOG_FORMAT);

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: print_jobs
            format: cups-page-log
            source: {files: inbox/print/page_log*}
            options:
              department-codes: {ADM: administration, WORKS: public-works}
              printers: [mfp-1, mfp-2]
            """;

    private final FormatContext context;
    private final Map<String, Text> departments;
    private final Optional<PageLogPattern> pattern;

    private CupsPageLogFormat(
            FormatContext context,
            Map<String, Text> departments,
            Optional<PageLogPattern> pattern) {
        this.context = context;
        this.departments = departments;
        this.pattern = pattern;
    }

    /** Makes the format; what is wrong with the options is noted as a problem. */
    public static CupsPageLogFormat of(FormatContext context) {
        Map<String, Text> departments =
                DEPARTMENT_CODES
                        .read(context.options())
                        .map(codes -> departments(codes, context))
                        .orElse(Map.of());
        return new CupsPageLogFormat(context, departments, PAGE_LOG_FORMAT.read(context.options()));
    }

    private static Map<String, Text> departments(Section codes, FormatContext context) {
        Map<String, Text> departments = new LinkedHashMap<>();
        for (String code : codes.keys()) {
            if (code.isBlank() || code.equals("-")) {
                codes.problem(
                        code,
                        "code of department-codes is \""
                                + code
                                + "\", expected a billing code; CUPS logs - where there is none");
            }
            Optional<String> department = codes.optionalText(code);
            if (department.isEmpty() && !codes.has(code)) {
                codes.problem(code, "department of " + code + " is empty, expected its id");
            }
            department.ifPresent(
                    id -> {
                        if (!context.departmentIds().contains(id)) {
                            codes.problem(
                                    code,
                                    "department of "
                                            + code
                                            + " is \""
                                            + id
                                            + "\""
                                            + Spelling.hint(id, context.departmentIds()));
                        }
                        departments.put(LogLines.bytewise(code), Text.of(id));
                    });
        }
        return departments;
    }

    @Override
    public List<Piece> pieces(Document document) {
        return List.of(records -> read(document, records));
    }

    private void read(Document document, Records records) throws IOException {
        try (InputStream bytes = document.open()) {
            PageLogReader reader =
                    new PageLogReader(context, parser(), departments, new LogLines(bytes), records);
            reader.read();
            if (!reader.isPageLog()) {
                records.reject(notAPageLog(document, reader.hasLines()));
            }
        }
    }

    private LineParser parser() {
        return pattern.<LineParser>map(PatternLineParser::new)
                .orElseGet(() -> new PageLogParser(departments.keySet()));
    }

    private Reject notAPageLog(Document document, boolean hasLines) throws IOException {
        if (!hasLines) {
            return Reject.document(
                    Reason.EMPTY_DOCUMENT,
                    "lines of a CUPS page log; page logging may be off (PageLogFormat in"
                            + " cupsd.conf)",
                    "");
        }
        return Reject.document(
                Reason.NOT_THIS_FORMAT,
                (pattern.isPresent()
                                ? "lines of a CUPS page log in the page-log-format of the definition"
                                : "lines of a CUPS page log: printer, user, job number, a time such"
                                        + " as [21/Nov/2026:21:24:35 +0100], page, copies, billing,"
                                        + " host; option page-log-format tells another order")
                        + known(document).map(words -> "; this is " + words).orElse(""),
                "");
    }

    private static Optional<String> known(Document document) throws IOException {
        try (InputStream bytes = document.open()) {
            byte[] head = bytes.readNBytes(KnownContent.HEAD_BYTES);
            return KnownContent.of(head, StandardCharsets.UTF_8);
        }
    }
}
