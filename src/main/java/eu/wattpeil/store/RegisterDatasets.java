package eu.wattpeil.store;

import static eu.wattpeil.store.Column.optional;
import static eu.wattpeil.store.Column.required;
import static eu.wattpeil.store.ColumnType.BOOLEAN;
import static eu.wattpeil.store.ColumnType.DATE;
import static eu.wattpeil.store.ColumnType.DECIMAL;
import static eu.wattpeil.store.ColumnType.FINE_DECIMAL;
import static eu.wattpeil.store.ColumnType.INTEGER;
import static eu.wattpeil.store.ColumnType.TEXT;

/** What an organisation writes down itself: registers, and figures of its own. */
final class RegisterDatasets {

    private static final String CATEGORY =
            "category_id of config/device-profiles.csv, or another kind of goods";

    /** Days at the office and at home: sums of a department, never of a person. */
    static final Dataset WORKDAYS =
            Datasets.fromPeople(
                    "workdays",
                    "day_on",
                    required("day_on", DATE, "the day, or for a month its first day"),
                    optional("department_id", TEXT, "department; null for the organisation"),
                    optional("mode", TEXT, "how these people travel to the office")
                            .oneOf(
                                    "car",
                                    "electric_car",
                                    "motorcycle",
                                    "bus",
                                    "tram",
                                    "train",
                                    "electric_bike",
                                    "bike",
                                    "foot"),
                    optional("office_days", DECIMAL, "days worked at the office").in("days"),
                    optional("home_days", DECIMAL, "days worked at home").in("days"),
                    optional("leave_days", DECIMAL, "days not worked").in("days"),
                    optional("home_hours", DECIMAL, "hours worked at home").in("h"),
                    optional(
                                    "commute_km",
                                    DECIMAL,
                                    "way there and back, summed over the days at home")
                            .in("km"));

    /** Order lines or lines of invoices. */
    static final Dataset PURCHASES =
            Datasets.fromDocuments(
                    "purchases",
                    "purchased_on",
                    required("purchased_on", DATE, "day of the order, or of the invoice"),
                    required(
                            "purchase_id",
                            TEXT,
                            "order or line; an order that comes again replaces all its lines"),
                    optional("category", TEXT, CATEGORY + ", such as paper or toner"),
                    optional("product_group", TEXT, "product group of the organisation's rules"),
                    optional("manufacturer", TEXT, "maker"),
                    optional("model", TEXT, "model name"),
                    optional("supplier", TEXT, "supplier"),
                    optional("contract_id", TEXT, "contract that it is bought under"),
                    optional("is_ict", BOOLEAN, "whether it is ICT"),
                    optional("quantity", INTEGER, "pieces; null where the line does not count"),
                    optional("sheets", INTEGER, "sheets of paper, in A4"),
                    optional("amount_eur", DECIMAL, "price of the line without VAT").in("EUR"),
                    optional("mass_kg", DECIMAL, "mass of the line").in("kg"),
                    optional(
                                    "secondary_kg",
                                    DECIMAL,
                                    "of the mass what is reused or recycled; of paper, recycled")
                            .in("kg"),
                    optional("condition", TEXT, "as bought")
                            .oneOf("new", "refurbished", "remanufactured", "refilled"),
                    optional("ecolabels", TEXT, "labels, separated by a comma"),
                    optional(
                            "has_type1_label",
                            BOOLEAN,
                            "whether a label of type 1 (ISO 14024) was valid on the day"),
                    optional("label_checked_on", DATE, "day on which the register was looked at"),
                    optional(
                            "is_label_possible",
                            BOOLEAN,
                            "whether its product group has labels of type 1"),
                    optional("criteria", INTEGER, "criteria that apply to its product group"),
                    optional("criteria_met", INTEGER, "of these those that it meets"));

    /** Snapshots of the register of contracts, as of the inventory. */
    static final Dataset CONTRACTS =
            Datasets.fromDocuments(
                    "contracts",
                    "observed_on",
                    required("observed_on", DATE, "day of the snapshot"),
                    required("contract_id", TEXT, "contract"),
                    optional("supplier", TEXT, "supplier"),
                    optional("product_group", TEXT, "product group of the organisation's rules"),
                    optional("is_ict_hardware", BOOLEAN, "whether it is of ICT hardware"),
                    optional("starts_on", DATE, "first day"),
                    optional("ends_on", DATE, "last day"),
                    optional("amount_eur", DECIMAL, "value without VAT").in("EUR"),
                    optional("has_human_rights_clause", BOOLEAN, "has a clause on human rights"),
                    optional(
                            "has_electronics_watch_terms",
                            BOOLEAN,
                            "has the terms of Electronics Watch"),
                    optional("affiliated_from_on", DATE, "first day of the affiliation to it"),
                    optional("affiliated_until_on", DATE, "last day of the affiliation"),
                    optional("factories_disclosed_on", DATE, "day of the last list of factories"),
                    optional("factory_tier", INTEGER, "how deep that list goes; 1 is assembly"),
                    optional(
                            "findings_due",
                            INTEGER,
                            "findings on labour whose term ended in the twelve months before"),
                    optional("findings_closed", INTEGER, "of these those closed in time"),
                    optional("has_take_back", BOOLEAN, "clause: the supplier takes back"),
                    optional("has_repair", BOOLEAN, "clause: repair"),
                    optional("spare_parts_years", DECIMAL, "clause: spare parts").in("years"),
                    optional("has_battery_swap", BOOLEAN, "clause: batteries can be swapped"),
                    optional("has_refurbished_option", BOOLEAN, "clause: refurbished on offer"),
                    optional("has_packaging", BOOLEAN, "clause: packaging"));

    /** Tickets of the service desk about devices: never who asked, nor what was written. */
    static final Dataset TICKETS =
            Datasets.fromPeople(
                    "tickets",
                    "opened_on",
                    required("opened_on", DATE, "day on which it was opened"),
                    required("ticket_id", TEXT, "number of the ticket"),
                    optional("closed_on", DATE, "day on which it was closed; null while open"),
                    optional("subject", TEXT, "what it is about")
                            .oneOf("fault", "request", "handover"),
                    optional("outcome", TEXT, "what came of it")
                            .oneOf(
                                    "repaired",
                                    "replaced",
                                    "redeployed",
                                    "bought_new",
                                    "bought_refurbished",
                                    "lent",
                                    "met_otherwise",
                                    "refused"),
                    optional("device_id", TEXT, "device, as the inventory names it"),
                    optional("category", TEXT, CATEGORY),
                    optional("quantity", INTEGER, "devices; null for one"),
                    optional("is_for_home", BOOLEAN, "for working at home"),
                    optional("repair_eur", DECIMAL, "cost of the repair").in("EUR"),
                    optional("replacement_eur", DECIMAL, "cost of a new one").in("EUR"));

    /** What left, and what recyclers state of it. */
    static final Dataset DISPOSALS =
            Datasets.fromDocuments(
                    "disposals",
                    "disposed_on",
                    required("disposed_on", DATE, "day of leaving, or of the statement"),
                    required(
                            "disposal_id",
                            TEXT,
                            "entry of the log; one that comes again replaces all its lines"),
                    optional(
                                    "entry",
                                    TEXT,
                                    "an exit, or a recycler's statement of a mass that left"
                                            + " before; null for an exit")
                            .oneOf("exit", "statement"),
                    optional("device_id", TEXT, "device, as the inventory names it"),
                    optional("category", TEXT, CATEGORY),
                    optional("quantity", INTEGER, "devices; null for one"),
                    optional("mass_kg", DECIMAL, "mass of the line").in("kg"),
                    optional("route", TEXT, "way of disposal; null where it is not known")
                            .oneOf(Datasets.disposalRoutes()),
                    optional("first_used_on", DATE, "first day of use here"),
                    optional("is_fit_for_reuse", BOOLEAN, "whether it could be used on"),
                    optional("has_wiping_certificate", BOOLEAN, "its data were wiped, on paper"),
                    optional("has_recycling_certificate", BOOLEAN, "it was recycled, on paper"),
                    optional("receiver_country", TEXT, "ISO 3166 code, such as BE"),
                    optional("prepared_kg", DECIMAL, "of the mass: prepared for reuse").in("kg"),
                    optional("recycled_kg", DECIMAL, "of the mass: recycled").in("kg"),
                    optional("recovered_kg", DECIMAL, "of the mass: burnt for energy").in("kg"));

    /** Figures of the organisation's own: prices, set-points, meeting hours … */
    static final Dataset INDICATORS =
            Datasets.fromDocuments(
                    "indicators",
                    "day_on",
                    required("day_on", DATE, "the day, or for a month its first day"),
                    required(
                            "indicator_id",
                            TEXT,
                            "what it is, such as electricity_price, paper_price, set_point"),
                    optional("scope_kind", TEXT, "of what; null for the organisation")
                            .oneOf("organisation", "site", "room", "department"),
                    optional("scope_id", TEXT, "which one; null for the organisation"),
                    required("value", FINE_DECIMAL, "the figure, in its unit"),
                    required("unit", TEXT, "its unit, such as EUR/kWh, EUR/sheet, °C"));

    private RegisterDatasets() {}
}
