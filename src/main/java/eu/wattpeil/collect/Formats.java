package eu.wattpeil.collect;

import eu.wattpeil.collect.delimited.DelimitedFormat;
import eu.wattpeil.collect.inventory.GlpiInventoryFormat;
import eu.wattpeil.collect.inventory.GlpiPageCountersFormat;
import eu.wattpeil.collect.json.JsonFormat;
import eu.wattpeil.collect.lines.LinesFormat;
import eu.wattpeil.collect.metering.DsmrFormat;
import eu.wattpeil.collect.metering.FluviusFormat;
import eu.wattpeil.collect.metering.GreenButtonFormat;
import eu.wattpeil.collect.metering.InfluxAnnotatedFormat;
import eu.wattpeil.collect.metering.InfluxFormat;
import eu.wattpeil.collect.metering.IpmiFormat;
import eu.wattpeil.collect.nem12.Nem12Format;
import eu.wattpeil.collect.printing.CupsPageLogFormat;
import eu.wattpeil.collect.printing.WindowsPrintEventFormat;
import eu.wattpeil.collect.snmp.SnmpPollFormat;
import eu.wattpeil.collect.xlsx.XlsxFormat;
import eu.wattpeil.collect.xml.XmlFormat;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Presets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The readers by name: the formats that are written in Java, which presets are made of. One entry
 * here adds one.
 */
public final class Formats {

    private static final Map<String, Kind> KINDS =
            Stream.of(
                            new Kind(
                                    "cups-page-log",
                                    "the `page_log` of a CUPS print server, old and new, in its own"
                                            + " format or another, also in a system log",
                                    Set.of("print_jobs"),
                                    CupsPageLogFormat.OPTIONS,
                                    CupsPageLogFormat.EXAMPLE,
                                    CupsPageLogFormat::of),
                            new Kind(
                                    "delimited",
                                    "any delimited text, by the mapping in its definition",
                                    Set.of(),
                                    DelimitedFormat.OPTIONS,
                                    DelimitedFormat.EXAMPLE,
                                    DelimitedFormat::of),
                            new Kind(
                                    "dsmr",
                                    "telegrams of the P1 port of smart meters, one or many in a"
                                            + " file, with gas, heat and water",
                                    Set.of("meter_readings"),
                                    DsmrFormat.OPTIONS,
                                    DsmrFormat.EXAMPLE,
                                    DsmrFormat::of),
                            new Kind(
                                    "fluvius",
                                    "quarter-hour, hourly and daily exports of the Flemish grid operator,"
                                            + " Dutch or English, electricity and gas",
                                    Set.of("meter_readings"),
                                    FluviusFormat.OPTIONS,
                                    FluviusFormat.EXAMPLE,
                                    FluviusFormat::of),
                            new Kind(
                                    "lines",
                                    "any text whose lines regular expressions tell, by the mapping in"
                                            + " its definition",
                                    Set.of(),
                                    LinesFormat.OPTIONS,
                                    LinesFormat.EXAMPLE,
                                    LinesFormat::of),
                            new Kind(
                                    "glpi-inventory",
                                    "what agents of GLPI, FusionInventory and OCS tell of a device,"
                                            + " JSON or XML",
                                    Set.of("devices"),
                                    GlpiInventoryFormat.OPTIONS,
                                    GlpiInventoryFormat.EXAMPLE,
                                    GlpiInventoryFormat::of),
                            new Kind(
                                    "glpi-page-counters",
                                    "page counters of printers, as agents of GLPI and"
                                            + " FusionInventory tell them, JSON or XML",
                                    Set.of("printer_counters"),
                                    GlpiPageCountersFormat.OPTIONS,
                                    GlpiPageCountersFormat.EXAMPLE,
                                    GlpiPageCountersFormat::of),
                            new Kind(
                                    "green-button",
                                    "Green Button (ESPI): energy of electricity per interval, of one"
                                            + " meter or several",
                                    Set.of("meter_readings"),
                                    GreenButtonFormat.OPTIONS,
                                    GreenButtonFormat.EXAMPLE,
                                    GreenButtonFormat::of),
                            new Kind(
                                    "influx",
                                    "line protocol of InfluxDB and Telegraf, by the mapping in its"
                                            + " definition",
                                    Set.of(),
                                    InfluxFormat.OPTIONS,
                                    InfluxFormat.EXAMPLE,
                                    InfluxFormat::of),
                            new Kind(
                                    "influx-annotated",
                                    "annotated CSV, as InfluxDB answers queries in Flux, by the"
                                            + " mapping in its definition",
                                    Set.of(),
                                    InfluxAnnotatedFormat.OPTIONS,
                                    InfluxAnnotatedFormat.EXAMPLE,
                                    InfluxAnnotatedFormat::of),
                            new Kind(
                                    "ipmi-dcmi",
                                    "power of servers, as ipmitool dcmi and FreeIPMI print it",
                                    Set.of("meter_readings"),
                                    IpmiFormat.OPTIONS,
                                    IpmiFormat.EXAMPLE,
                                    IpmiFormat::of),
                            new Kind(
                                    "json",
                                    "any JSON, a value or one in each line, by the mapping in its"
                                            + " definition",
                                    Set.of(),
                                    JsonFormat.OPTIONS,
                                    JsonFormat.EXAMPLE,
                                    JsonFormat::of),
                            new Kind(
                                    "nem12",
                                    "NEM12, interval data of Australian meters: a row per day"
                                            + " and channel",
                                    Set.of("meter_readings"),
                                    Nem12Format.OPTIONS,
                                    Nem12Format.EXAMPLE,
                                    Nem12Format::of),
                            new Kind(
                                    "snmp-poll",
                                    "what the source `snmp` puts down: values of UPS, rack PDUs and"
                                            + " printers, read as the files of `jobs/snmp` say",
                                    Set.of("meter_readings", "printer_counters"),
                                    SnmpPollFormat.OPTIONS,
                                    SnmpPollFormat.EXAMPLE,
                                    SnmpPollFormat::of),
                            new Kind(
                                    "windows-print-event",
                                    "events 307 and 805 of a Windows print server in XML, of Event"
                                            + " Viewer or wevtutil",
                                    Set.of("print_jobs"),
                                    WindowsPrintEventFormat.OPTIONS,
                                    WindowsPrintEventFormat.EXAMPLE,
                                    WindowsPrintEventFormat::of),
                            new Kind(
                                    "xlsx",
                                    "a table in a sheet of an Excel workbook, by the mapping in its"
                                            + " definition",
                                    Set.of(),
                                    XlsxFormat.OPTIONS,
                                    XlsxFormat.EXAMPLE,
                                    XlsxFormat::of),
                            new Kind(
                                    "xml",
                                    "any XML, with one root or several, by the mapping in its"
                                            + " definition",
                                    Set.of(),
                                    XmlFormat.OPTIONS,
                                    XmlFormat.EXAMPLE,
                                    XmlFormat::of))
                    .collect(
                            Collectors.toMap(
                                    Kind::name, Function.identity(), (a, b) -> b, TreeMap::new));

    /** The readers whose files are named after the hosts that they are of, and tell their users. */
    private static final Set<String> OF_HOSTS = Set.of("glpi-inventory", "glpi-page-counters");

    private Formats() {}

    /**
     * A reader.
     *
     * @param title what files it reads, in one line of English
     * @param datasets the datasets it can fill; empty for all
     * @param options that it reads
     * @param example a whole definition, in YAML
     * @param maker makes it from its options
     */
    record Kind(
            String name,
            String title,
            Set<String> datasets,
            List<Option<?>> options,
            String example,
            Maker maker) {

        boolean fills(Dataset dataset) {
            return datasets.isEmpty() || datasets.contains(dataset.name());
        }
    }

    /** Makes a format from its options. */
    interface Maker {
        Format make(FormatContext context);
    }

    /** The reader of a name. */
    static Optional<Kind> named(String reader) {
        return Optional.ofNullable(KINDS.get(reader));
    }

    /** Whether the files of a reader are named after hosts, and tell who uses them. */
    static boolean areOfHosts(String reader) {
        return OF_HOSTS.contains(reader);
    }

    /** All readers, by name. */
    public static Set<String> names() {
        return KINDS.keySet();
    }

    /** The presets for a workspace's folder: those that come with Wattpeil, and its own. */
    public static Presets presets(WorkspaceFiles files, Problems problems) {
        Set<String> datasets =
                Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet());
        return new Presets(files, datasets, problems);
    }

    /** What a definition can name as its format: readers and presets, by name. */
    public static Set<String> names(Presets presets) {
        Set<String> names = new TreeSet<>(names());
        names.addAll(presets.names());
        return names;
    }

    /** The options of a reader that there is, in the order in which they are best read. */
    public static List<Option<?>> options(String reader) {
        Kind kind = named(reader).orElseThrow();
        List<Option<?>> options = new ArrayList<>(kind.options());
        if (kind.fills(Datasets.PRINT_JOBS)) {
            options.add(PersonalTexts.PRINTERS);
        }
        return options;
    }
}
