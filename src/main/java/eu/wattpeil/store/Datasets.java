package eu.wattpeil.store;

import static eu.wattpeil.store.Column.optional;
import static eu.wattpeil.store.Column.required;
import static eu.wattpeil.store.ColumnType.BOOLEAN;
import static eu.wattpeil.store.ColumnType.DATE;
import static eu.wattpeil.store.ColumnType.DECIMAL;
import static eu.wattpeil.store.ColumnType.INTEGER;
import static eu.wattpeil.store.ColumnType.TEXT;
import static eu.wattpeil.store.ColumnType.TIMESTAMP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The datasets that documents are read into, and the store's own two tables. */
public final class Datasets {

    /** What meters say, in base units: W, Wh, L, thousandths of a degree Celsius. */
    public static final Dataset METER_READINGS =
            fromDocuments(
                            "meter_readings",
                            "measured_at",
                            "started_at",
                            false,
                            required("meter_key", TEXT, "the meter as its source names it"),
                            required("quantity", TEXT, "what is measured")
                                    .oneOf(
                                            "electricity",
                                            "heat",
                                            "gas",
                                            "water",
                                            "temperature",
                                            "diesel",
                                            "natural_gas"),
                            required("kind", TEXT, "what the value is")
                                    .oneOf("power", "counter", "interval"),
                            optional(
                                    "started_at",
                                    TIMESTAMP,
                                    "start of the interval; null for others"),
                            required(
                                    "measured_at",
                                    TIMESTAMP,
                                    "instant of the reading, end of interval"),
                            required(
                                            "value",
                                            DECIMAL,
                                            "the reading; the unit follows quantity and kind")
                                    .in("W, Wh, L or m°C"),
                            optional("quality", TEXT, "null where the source does not say")
                                    .oneOf("measured", "estimated", "unvalidated"))
                    .inSeries("meter_key", "quantity", "kind");

    /** Snapshots of the inventory: one row per device and day of observation; never a user. */
    public static final Dataset DEVICES =
            fromDocuments(
                    "devices",
                    "observed_on",
                    "",
                    false,
                    required("observed_on", DATE, "day of the snapshot"),
                    required(
                            "device_id",
                            TEXT,
                            "asset number, of a device or of a group of alike ones"),
                    optional("category", TEXT, "category_id of config/device-profiles.csv"),
                    optional("manufacturer", TEXT, "maker"),
                    optional("model", TEXT, "model name"),
                    optional(
                            "has_serial",
                            BOOLEAN,
                            "whether a serial number is on record; it is that of one device, so"
                                    + " for a group it says nothing"),
                    optional("status", TEXT, "where the device is in its life")
                            .oneOf("ordered", "in_stock", "in_use", "in_repair", "disposed"),
                    optional("site_id", TEXT, "site"),
                    optional("room_id", TEXT, "room, where it stands in a metered one"),
                    optional("department_id", TEXT, "department"),
                    optional("first_used_on", DATE, "first day of use here"),
                    optional("purchased_on", DATE, "day of purchase"),
                    optional("condition", TEXT, "as bought").oneOf("new", "refurbished"),
                    optional("price_eur", DECIMAL, "price paid").in("EUR"),
                    optional("ecolabels", TEXT, "labels, separated by a comma"),
                    optional("supplier", TEXT, "supplier"),
                    optional("support_until", DATE, "last day of security updates"),
                    optional("declared_kwh_per_year", DECIMAL, "maker's figure").in("kWh per year"),
                    optional("rated_w", DECIMAL, "power on the name plate").in("W"),
                    optional("disposed_on", DATE, "day of disposal"),
                    optional("disposal_route", TEXT, "way of disposal").oneOf(disposalRoutes()),
                    optional(
                            "quantity",
                            INTEGER,
                            "how many alike devices the row stands for, each with these figures;"
                                    + " null for one"),
                    optional(
                            "construction",
                            TEXT,
                            "kind within the category, such as online or line_interactive of a UPS,"
                                    + " direct_expansion or free_cooling of a cooling unit"),
                    optional("manufactured_on", DATE, "day of making, of a refurbished device"),
                    optional(
                            "is_own_report",
                            BOOLEAN,
                            "whether the device speaks for itself, as an agent's report does, so"
                                    + " that its day says nothing of others; null for a snapshot"));

    /** Finished print jobs: one row per job; never a title, a host or a user name. */
    public static final Dataset PRINT_JOBS =
            fromDocuments(
                    "print_jobs",
                    "printed_at",
                    "",
                    true,
                    required("printed_at", TIMESTAMP, "instant of the job's first log line"),
                    required("printer_id", TEXT, "print queue"),
                    optional(
                            "job_id",
                            INTEGER,
                            "number of the job, where the source says it; print servers start"
                                    + " anew"),
                    optional("department_id", TEXT, "department, where the source says it"),
                    optional("user_key", TEXT, "keyed pseudonym; null without a key"),
                    required("impressions", INTEGER, "printed sides"),
                    optional("sheets", INTEGER, "sheets of paper; null where sides are unknown"),
                    optional("copies", INTEGER, "copies, where the source says it"),
                    optional("is_duplex", BOOLEAN, "printed on both sides"),
                    optional("is_colour", BOOLEAN, "printed in colour"),
                    optional("paper", TEXT, "paper size as the source names it"));

    /** The ledger: a document is in the store exactly when its row is here. */
    public static final Dataset DOCUMENTS =
            new Dataset(
                    "documents",
                    List.of(
                            required("document_id", TEXT, "identity of document and definition"),
                            required("batch", INTEGER, "order of arrival, from 1"),
                            required("definition", TEXT, "name of the file in jobs/collect"),
                            required("reading", TEXT, "fingerprint of how it was read"),
                            required("dataset", TEXT, "the table its rows are in"),
                            required("name", TEXT, "path of the document in the workspace"),
                            required("sha256", TEXT, "of its bytes, unpacked"),
                            required("bytes", INTEGER, "size, unpacked").in("bytes"),
                            required("records", INTEGER, "rows read"),
                            required("rejects", INTEGER, "rows that could not be used"),
                            optional("first_at", TIMESTAMP, "earliest instant of its rows"),
                            optional("last_at", TIMESTAMP, "latest instant of its rows"),
                            optional("files", TEXT, "its files: name, bytes and CRC-32C a line")),
                    "",
                    "",
                    false);

    /** Rows, or whole documents (line 0), that could not be used, and why. */
    public static final Dataset REJECTS =
            fromDocuments(
                    "rejects",
                    "",
                    "",
                    false,
                    optional("field", TEXT, "column of the document; null for a whole row"),
                    required("reason", TEXT, "reason code"),
                    required("expected", TEXT, "what would have been read"),
                    optional("found", TEXT, "what was there; null for personal data"));

    /** The log of runs that did something or failed: when, not what; no figure depends on it. */
    public static final Dataset RUNS =
            new Dataset(
                    "runs",
                    List.of(
                            required("started_at", TIMESTAMP, "start of the run"),
                            required("ended_at", TIMESTAMP, "end of the run"),
                            required("outcome", TEXT, "how it ended").oneOf("done", "failed"),
                            required("documents", INTEGER, "documents read"),
                            required("records", INTEGER, "rows read"),
                            required("rejects", INTEGER, "rows that could not be used"),
                            required("months", INTEGER, "months computed"),
                            required("reports", INTEGER, "reports published"),
                            optional("message", TEXT, "first line of what went wrong")),
                    "",
                    "",
                    false);

    private static final List<Dataset> COLLECTED =
            List.of(
                    METER_READINGS,
                    DEVICES,
                    PRINT_JOBS,
                    MachineDatasets.PRINTER_COUNTERS,
                    MachineDatasets.SERVER_METRICS,
                    RegisterDatasets.WORKDAYS,
                    RegisterDatasets.PURCHASES,
                    RegisterDatasets.CONTRACTS,
                    RegisterDatasets.TICKETS,
                    RegisterDatasets.DISPOSALS,
                    RegisterDatasets.INDICATORS);

    private Datasets() {}

    /** The datasets a definition in {@code jobs/collect} can fill. */
    public static List<Dataset> collected() {
        return COLLECTED;
    }

    /** The dataset of that name that a definition can fill. */
    public static Optional<Dataset> named(String name) {
        return COLLECTED.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
    }

    static String[] disposalRoutes() {
        return new String[] {
            "internal_reuse",
            "donation",
            "sale_for_reuse",
            "return_to_supplier",
            "parts_harvest",
            "recycling",
            "energy_recovery",
            "landfill",
            "lost"
        };
    }

    /** A dataset whose rows say which document and line they are from, none of it personal. */
    static Dataset fromDocuments(String name, String timeColumn, Column... columns) {
        return fromDocuments(name, timeColumn, "", false, columns);
    }

    /** A dataset whose sources say who did something, which it does not keep. */
    static Dataset fromPeople(String name, String timeColumn, Column... columns) {
        return fromDocuments(name, timeColumn, "", true, columns);
    }

    private static Dataset fromDocuments(
            String name,
            String timeColumn,
            String startColumn,
            boolean isPersonal,
            Column... columns) {
        List<Column> all = new ArrayList<>(List.of(columns));
        all.add(required("document_id", TEXT, "the document it was read from"));
        all.add(required("line", INTEGER, "the line in that document, from 1"));
        return new Dataset(name, all, timeColumn, startColumn, isPersonal);
    }
}
