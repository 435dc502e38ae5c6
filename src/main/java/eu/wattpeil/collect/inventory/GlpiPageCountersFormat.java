package eu.wattpeil.collect.inventory;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page counters of printers that agents of GLPI and FusionInventory asked over the network, in
 * JSON or in the older XML; dataset {@code printer_counters}.
 *
 * <p>Counters of sheets with two sides are not read: makers count sheets or sides in them, and do
 * not say which.
 */
public final class GlpiPageCountersFormat implements Format {

    private static final Option<Map<String, String>> PRINTERS =
            new Option<>(
                    "printers",
                    OptionType.namedTexts("serial numbers with the printer of each"),
                    "by which names print logs know printers; one without is known by the hash of"
                            + " its serial number",
                    "");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS = List.of(PRINTERS);

    /** A definition that works. */
    public static final String EXAMPLE =
            """
            dataset: printer_counters
            format: glpi-page-counters
            source: {files: "inbox/glpi/**/*.json"}
            options:
              printers: {PHB1234567: mfp-1}
            """;

    private final Dataset dataset;
    private final FormatContext context;
    private final Map<String, String> printers;

    private GlpiPageCountersFormat(FormatContext context, Map<String, String> printers) {
        this.dataset = context.dataset();
        this.context = context;
        this.printers = printers;
    }

    /** Makes the format; what is wrong with the options is noted as a problem. */
    public static GlpiPageCountersFormat of(FormatContext context) {
        return new GlpiPageCountersFormat(
                context, PRINTERS.read(context.options()).orElse(Map.of()));
    }

    @Override
    public List<Piece> pieces(Document document) throws IOException {
        ReportTime time = ReportTime.of(document, context.zone());
        return List.of(
                records ->
                        AgentReports.read(
                                document,
                                records,
                                (report, rows, line) -> fill(report, rows, line, time)));
    }

    private @Nullable Reject fill(AgentReport report, RowBlock rows, long line, ReportTime time) {
        Optional<Instant> at = time.at(report);
        if (at.isEmpty()) {
            return missing(
                    line,
                    "accesslog/logdate",
                    "the time of the report, here or in the name of the document or its folder, such"
                            + " as inbox/2026-01-31/1.json");
        }
        Optional<String> printer = report.serial().map(printers::get).or(report::identity);
        if (printer.isEmpty()) {
            return missing(
                    line,
                    "network_device/serial",
                    "a serial number, because printer_counters needs printer_id");
        }
        if (report.anyOf("pagecounters/total", "pagecounters/printtotal").isEmpty()) {
            return missing(line, "pagecounters/total", "a page counter; only printers have them");
        }
        rows.set(dataset.index("printer_id"), Text.of(printer.get()));
        rows.set(dataset.index("read_at"), ChronoUnit.MICROS.between(Instant.EPOCH, at.get()));
        Reject total = set(report, rows, line, "impressions", "pagecounters/total");
        Reject printed =
                total != null
                        ? total
                        : set(report, rows, line, "printed_impressions", "pagecounters/printtotal");
        return printed != null
                ? printed
                : set(
                        report,
                        rows,
                        line,
                        "colour_impressions",
                        report.content("pagecounters/color").isPresent()
                                ? "pagecounters/color"
                                : "pagecounters/printcolor");
    }

    private @Nullable Reject set(
            AgentReport report, RowBlock rows, long line, String column, String place) {
        Optional<String> text = report.content(place);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.get().matches("\\d{1,12}")) {
            return new Reject(
                    line, place, Reason.UNREADABLE_VALUE, "a whole number such as 12", text.get());
        }
        rows.set(dataset.index(column), Long.parseLong(text.get()));
        return null;
    }

    private static Reject missing(long line, String place, String expected) {
        return new Reject(line, place, Reason.MISSING_VALUE, expected, "");
    }
}
