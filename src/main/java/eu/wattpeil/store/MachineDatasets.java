package eu.wattpeil.store;

import static eu.wattpeil.store.Column.optional;
import static eu.wattpeil.store.Column.required;
import static eu.wattpeil.store.ColumnType.FINE_DECIMAL;
import static eu.wattpeil.store.ColumnType.INTEGER;
import static eu.wattpeil.store.ColumnType.TEXT;
import static eu.wattpeil.store.ColumnType.TIMESTAMP;

/** What printers and servers count of themselves. */
final class MachineDatasets {

    /**
     * Lifetime counters of printers (Printer-MIB, RFC 3805: prtMarkerLifeCount, and what the makers
     * add): only differences of them say anything.
     */
    static final Dataset PRINTER_COUNTERS =
            Datasets.fromDocuments(
                            "printer_counters",
                            "read_at",
                            required(
                                    "printer_id",
                                    TEXT,
                                    "printer; by the name of its queue it is compared with the print log"),
                            required("read_at", TIMESTAMP, "instant of the reading"),
                            optional(
                                    "impressions",
                                    INTEGER,
                                    "sides since it was made, of prints, copies and faxes"),
                            optional(
                                    "printed_impressions",
                                    INTEGER,
                                    "of these the sides of print jobs; null where they are not counted"
                                            + " apart"),
                            optional("colour_impressions", INTEGER, "of the sides those in colour"),
                            optional(
                                    "duplex_sheets",
                                    INTEGER,
                                    "sheets with two sides since it was made"))
                    .inSeries("printer_id");

    /** The load of servers: mean and peak of the time up to each row. */
    static final Dataset SERVER_METRICS =
            Datasets.fromDocuments(
                            "server_metrics",
                            "measured_at",
                            required(
                                    "server_id",
                                    TEXT,
                                    "server; as device_id of the inventory names it"),
                            required(
                                    "measured_at",
                                    TIMESTAMP,
                                    "instant, end of the time it speaks of"),
                            optional(
                                    "cpu_share",
                                    FINE_DECIMAL,
                                    "mean load of all processors, 0 to 1"),
                            optional(
                                    "cpu_peak_share", FINE_DECIMAL, "highest load of them, 0 to 1"),
                            optional("vm_count", INTEGER, "virtual machines that run on it"),
                            optional("is_standby", ColumnType.BOOLEAN, "kept ready on purpose"))
                    .inSeries("server_id");

    private MachineDatasets() {}
}
