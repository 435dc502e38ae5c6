package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.TextDocument;
import eu.wattpeil.store.Dataset;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Events of a Windows print server in XML ({@code Microsoft-Windows-PrintService/Operational}), as
 * Event Viewer saves them, as {@code wevtutil qe … /f:xml} prints them, or as scripts write one
 * after the other; dataset {@code print_jobs}.
 *
 * <p>Gives one row per event 307, a printed document:
 *
 * <ul>
 *   <li>{@code printed_at} is the time of the event, which is in UTC whatever the server's zone;
 *   <li>{@code copies} are those of event 805 of the same job, which the computer that renders the
 *       document logs before; null where there is none, as on a server whose clients render;
 *   <li>{@code impressions} are the pages of the document (MS-RPRN, {@code TotalPages}) times the
 *       copies; the pages alone where the copies are not known;
 *   <li>{@code sheets}, {@code is_duplex} and {@code is_colour} are null: the event does not say
 *       them. That of 805 is the colour setting, which printers without colour have as well;
 *   <li>{@code user_key} is the user name as logged: it becomes a pseudonym before the row is kept.
 * </ul>
 *
 * <p>An event 307 with 0 pages is a reject: the driver did not count them, and nobody prints
 * nothing. Other events are passed over. Rejects come without the text found: titles, hosts and
 * user names stay here.
 *
 * @see <a
 *     href="https://learn.microsoft.com/openspecs/windows_protocols/ms-rprn/b4a22048-7837-460e-b1bd-8d34f4270f29">MS-RPRN
 *     2.2.1.15.5</a>
 */
public final class WindowsPrintEventFormat implements Format {

    private static final Option<Charset> CHARSET =
            new Option<>(
                    "charset",
                    OptionType.text(
                            "a charset such as UTF-8, UTF-16LE or windows-1252", Charset::forName),
                    "how the text is encoded; a byte order mark always wins. What wevtutil prints"
                            + " into a file is in that of the console, such as IBM850",
                    "UTF-8");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS = List.of(CHARSET);

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: print_jobs
            format: windows-print-event
            source: {files: inbox/print/*.xml}
            options:
              printers: [mfp-1, mfp-2]
            """;

    private static final String EXPECTED =
            "events of Microsoft-Windows-PrintService/Operational in XML: in Event Viewer, Save All"
                    + " Events As, type XML; or wevtutil qe Microsoft-Windows-PrintService/Operational"
                    + " /f:xml. A CSV of Event Viewer has texts in the language of the server and"
                    + " times without a zone; one that a script made is read by format delimited";

    private final Dataset dataset;
    private final Charset charset;

    private WindowsPrintEventFormat(Dataset dataset, Charset charset) {
        this.dataset = dataset;
        this.charset = charset;
    }

    /** Makes the format; what is wrong with the options is noted as a problem. */
    public static WindowsPrintEventFormat of(FormatContext context) {
        return new WindowsPrintEventFormat(
                context.dataset(), CHARSET.read(context.options()).orElse(StandardCharsets.UTF_8));
    }

    @Override
    public List<Piece> pieces(Document document) {
        return List.of(records -> read(document, records));
    }

    private void read(Document document, Records records) throws IOException {
        try (TextDocument text = TextDocument.open(document, charset)) {
            EventScanner scanner = new EventScanner(text.stream(), text.charset());
            if (!new WindowsPrintEventReader(scanner, dataset, records).read()) {
                records.reject(
                        text.flaw()
                                .map(flaw -> notPrintEvents(flaw.reason(), flaw.found()))
                                .orElseGet(() -> notPrintEvents(Reason.NOT_THIS_FORMAT, "")));
            }
        }
    }

    private static Reject notPrintEvents(Reason reason, String found) {
        return Reject.document(
                reason,
                found.isEmpty() || reason == Reason.EMPTY_DOCUMENT
                        ? EXPECTED
                        : EXPECTED + "; this is " + found,
                "");
    }
}
