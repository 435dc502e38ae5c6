package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads {@code config/meters.csv} and {@code config/events.csv}. */
final class MeterFiles {

    static final String METERS = "config/meters.csv";
    static final String EVENTS = "config/events.csv";

    private static final Columns METER_COLUMNS =
            new Columns(
                    List.of(
                            "meter_id",
                            "meter_key",
                            "room_id",
                            "site_id",
                            "role",
                            "multiplier",
                            "valid_from"),
                    List.of("register_max", "max_power_w", "valid_to", "parent_meter_id"));
    private static final Columns EVENT_COLUMNS =
            new Columns(
                    List.of("event_id", "kind", "meter_id", "happened_at"),
                    List.of("end_register", "start_register", "note"));

    private static final int REGISTER_DECIMALS = 3;
    private static final int MULTIPLIER_DECIMALS = 6;

    private final CsvTable meterRows;
    private final CsvTable eventRows;

    MeterFiles(WorkspaceFiles files, Problems problems) {
        this.meterRows = table(files, METERS, METER_COLUMNS, problems);
        this.eventRows = table(files, EVENTS, EVENT_COLUMNS, problems);
    }

    private static CsvTable table(
            WorkspaceFiles files, String path, Columns columns, Problems problems) {
        return files.find(path)
                .map(file -> CsvTable.read(file, columns, problems))
                .orElseGet(CsvTable::empty);
    }

    /** What stands in a column of the meters, also in rows with mistakes. */
    Set<String> values(String column) {
        return meterRows.values(column);
    }

    /** A meter with the row it was read from. */
    record Row(CsvRow csv, Meter meter) {}

    List<Meter> meters() {
        ValueType<String> known =
                ValueType.reference(meterRows.values("meter_id"), "a meter_id of " + METERS);
        List<Row> rows = new ArrayList<>();
        for (CsvRow csv : meterRows.rows()) {
            meter(csv, known).ifPresent(meter -> rows.add(new Row(csv, meter)));
        }
        rejectOverlaps(rows, "meter_key", Meter::meterKey);
        rejectOverlaps(rows, "meter_id", Meter::meterId);
        rejectMoves(rows);
        new MeterTree(rows).rejectImpossibleParents();
        return rows.stream().map(Row::meter).toList();
    }

    private static Optional<Meter> meter(CsvRow row, ValueType<String> knownMeter) {
        Optional<String> meterId = row.required("meter_id", ValueType.ID);
        String meterKey = row.text("meter_key");
        Optional<String> roomId = row.optional("room_id", ValueType.ID);
        Optional<String> siteId = row.required("site_id", ValueType.ID);
        Optional<Meter.Role> role = row.required("role", ValueType.oneOf(Meter.Role.class));
        Optional<BigDecimal> multiplier =
                row.required("multiplier", ValueType.aboveZero(MULTIPLIER_DECIMALS));
        Optional<BigDecimal> registerMax =
                row.optional("register_max", ValueType.aboveZero(REGISTER_DECIMALS));
        Optional<BigDecimal> maxPowerW =
                row.optional("max_power_w", ValueType.aboveZero(REGISTER_DECIMALS));
        Optional<LocalDate> validFrom = row.required("valid_from", ValueType.DAY);
        Optional<LocalDate> validTo = row.optional("valid_to", ValueType.DAY);
        Optional<String> parentMeterId = row.optional("parent_meter_id", knownMeter);
        return row.make(
                () ->
                        new Meter(
                                meterId.orElseThrow(),
                                meterKey,
                                roomId.orElse(""),
                                siteId.orElseThrow(),
                                role.orElseThrow(),
                                multiplier.orElseThrow(),
                                registerMax,
                                maxPowerW,
                                validFrom.orElseThrow(),
                                validTo,
                                parentMeterId));
    }

    /** Two rows that hold on one day would count the same energy twice. */
    private static void rejectOverlaps(List<Row> rows, String column, Function<Meter, String> id) {
        Map<String, List<Row>> earlier = new HashMap<>();
        for (Row row : rows) {
            String value = id.apply(row.meter());
            List<Row> same = earlier.computeIfAbsent(value, key -> new ArrayList<>());
            firstOf(same, other -> other.isValidWith(row.meter()))
                    .ifPresent(
                            other ->
                                    row.csv()
                                            .problem(
                                                    column
                                                            + " \""
                                                            + value
                                                            + "\" is valid on the same days as in "
                                                            + other.csv().place()
                                                            + ", expected one row at a time"));
            same.add(row);
        }
    }

    /** A meter that changes its key stays the same meter in the same place. */
    private static void rejectMoves(List<Row> rows) {
        // Of an id, the first row and the first elsewhere: every row differs from one of them, or
        // from none before it.
        Map<String, List<Row>> places = new HashMap<>();
        for (Row row : rows) {
            List<Row> two = places.computeIfAbsent(row.meter().meterId(), id -> new ArrayList<>());
            Optional<Row> elsewhere = firstOf(two, other -> !other.isSamePlace(row.meter()));
            elsewhere.ifPresent(
                    other ->
                            row.csv()
                                    .problem(
                                            "meter_id \""
                                                    + row.meter().meterId()
                                                    + "\" has another room, site or role in "
                                                    + other.csv().place()
                                                    + ", expected a meter_id of its own"));
            if (two.isEmpty() || two.size() == 1 && elsewhere.isPresent()) {
                two.add(row);
            }
        }
    }

    private static Optional<Row> firstOf(List<Row> rows, Predicate<Meter> condition) {
        return rows.stream().filter(row -> condition.test(row.meter())).findFirst();
    }

    /**
     * What happened to meters and printers.
     *
     * @param printerIds of {@code config/printers.csv}
     */
    List<MeterEvent> events(Set<String> printerIds) {
        ValueType<String> meter =
                ValueType.reference(meterRows.values("meter_id"), "a meter_id of " + METERS);
        ValueType<String> printer =
                ValueType.reference(printerIds, "a printer_id of " + PrinterFile.PRINTERS);
        List<MeterEvent> events = new ArrayList<>();
        for (CsvRow row : eventRows.rows()) {
            event(row, meter, printer).ifPresent(events::add);
        }
        CsvTable.rejectRepeated(List.of(eventRows), "event_id");
        return List.copyOf(events);
    }

    private static Optional<MeterEvent> event(
            CsvRow row, ValueType<String> meter, ValueType<String> printer) {
        Optional<String> eventId = row.required("event_id", ValueType.ID);
        Optional<MeterEvent.Kind> kind =
                row.required("kind", ValueType.oneOf(MeterEvent.Kind.class));
        boolean isOfPrinter = kind.filter(MeterEvent.Kind.PRINTER_REPLACEMENT::equals).isPresent();
        Optional<String> meterId = row.required("meter_id", isOfPrinter ? printer : meter);
        Optional<Instant> happenedAt = row.required("happened_at", ValueType.INSTANT);
        Optional<BigDecimal> endRegister =
                row.optional("end_register", ValueType.fromZero(REGISTER_DECIMALS));
        Optional<BigDecimal> startRegister =
                row.optional("start_register", ValueType.fromZero(REGISTER_DECIMALS));
        return row.make(
                () ->
                        new MeterEvent(
                                eventId.orElseThrow(),
                                kind.orElseThrow(),
                                meterId.orElseThrow(),
                                happenedAt.orElseThrow(),
                                endRegister,
                                startRegister,
                                row.raw("note")));
    }
}
