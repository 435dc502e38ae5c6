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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What agents of GLPI, FusionInventory and OCS tell of a device, in JSON or in the older XML;
 * dataset {@code devices}.
 *
 * <p>A device speaks for itself ({@code is_own_report}), is in use, and is known by the hash of its
 * serial number, or else of its UUID: names of hosts and users, and what holds them such as {@code
 * deviceid}, are not read. {@code rated_w} is the sum over its power supplies, as on their name
 * plates. A virtual machine is no device and gives no row.
 */
public final class GlpiInventoryFormat implements Format {

    private static final Option<String> DEVICE_ID =
            new Option<>(
                    "device-id",
                    OptionType.choice("serial", "asset-tag"),
                    "what tells devices apart: a hash of the serial number or else of the UUID, or"
                            + " the asset tag where there is one",
                    "`serial`");

    private static final Option<Map<String, String>> CATEGORIES =
            new Option<>(
                    "categories",
                    OptionType.namedTexts("types of chassis with the category of each"),
                    "what types of chassis mean, beside `known_as` of config/device-profiles.csv",
                    "");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS = List.of(DEVICE_ID, CATEGORIES);

    /** A definition that works. */
    public static final String EXAMPLE =
            """
            dataset: devices
            format: glpi-inventory
            source: {files: "inbox/glpi/**/*.json"}
            """;

    private static final Set<String> UNTOLD = Set.of("other", "unknown", "computer", "unmanaged");
    private static final int DECIMALS = 3;

    private final Dataset dataset;
    private final FormatContext context;
    private final boolean isByTag;
    private final Map<String, String> categories;

    private GlpiInventoryFormat(
            FormatContext context, boolean isByTag, Map<String, String> categories) {
        this.dataset = context.dataset();
        this.context = context;
        this.isByTag = isByTag;
        this.categories = categories;
    }

    /** Makes the format; what is wrong with the options is noted as a problem. */
    public static GlpiInventoryFormat of(FormatContext context) {
        boolean isByTag = DEVICE_ID.read(context.options()).filter("asset-tag"::equals).isPresent();
        Map<String, String> categories = new HashMap<>(context.categories());
        CATEGORIES
                .read(context.options())
                .ifPresent(
                        own ->
                                own.forEach(
                                        (text, category) ->
                                                categories.put(
                                                        text.toLowerCase(Locale.ROOT), category)));
        return new GlpiInventoryFormat(context, isByTag, categories);
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
        Optional<LocalDate> day = time.on(report);
        if (day.isEmpty()) {
            return new Reject(
                    line,
                    "accesslog/logdate",
                    Reason.MISSING_VALUE,
                    "the day of the report, here or in the name of the document or its folder, such"
                            + " as inbox/2026-01-31/1.json",
                    "");
        }
        Optional<String> id = report.identity();
        if (isByTag && report.assetTag().isPresent()) {
            id = report.assetTag();
        }
        if (id.isEmpty()) {
            return new Reject(
                    line,
                    "bios/ssn",
                    Reason.MISSING_VALUE,
                    "a serial number or a UUID, because devices needs device_id",
                    "");
        }
        String type = type(report);
        String category = categories.get(type);
        if (category == null && !type.isEmpty() && !UNTOLD.contains(type)) {
            return new Reject(
                    line,
                    report.isOfNetworkDevice() ? "network_device/type" : "hardware/chassis_type",
                    Reason.UNKNOWN_CODE,
                    "a type of known_as in config/device-profiles.csv or of the option categories",
                    type);
        }
        rows.set(dataset.index("observed_on"), day.get().toEpochDay());
        set(rows, "device_id", id);
        set(rows, "category", Optional.ofNullable(category).filter(it -> !it.isEmpty()));
        set(
                rows,
                "manufacturer",
                report.anyOf(
                        "network_device/manufacturer", "bios/smanufacturer", "bios/mmanufacturer"));
        set(rows, "model", report.anyOf("network_device/model", "bios/smodel", "bios/mmodel"));
        rows.set(dataset.index("has_serial"), report.serial().isPresent() ? 1 : 0);
        set(rows, "status", Optional.of("in_use"));
        rows.set(dataset.index("is_own_report"), 1);
        report.ratedW().ifPresent(watts -> rows.set(dataset.index("rated_w"), thousandths(watts)));
        return null;
    }

    /** The type of the device in lower case; of a computer that of its chassis. */
    private static String type(AgentReport report) {
        Optional<String> type =
                report.isOfNetworkDevice()
                        ? report.content("network_device/type")
                        : report.anyOf("hardware/chassis_type", "bios/type");
        String item = report.itemType();
        boolean isItem = !item.equals("computer") && type.isEmpty();
        return (isItem ? item : type.orElse("")).toLowerCase(Locale.ROOT);
    }

    private void set(RowBlock rows, String column, Optional<String> text) {
        text.ifPresent(it -> rows.set(dataset.index(column), Text.of(it)));
    }

    private static long thousandths(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }
}
