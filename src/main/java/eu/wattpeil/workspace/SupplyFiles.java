package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code config/energy-contracts.csv} and {@code config/refills.csv}. */
final class SupplyFiles {

    static final String CONTRACTS = "config/energy-contracts.csv";
    static final String REFILLS = "config/refills.csv";

    private static final String ELECTRICITY = "kWh";
    private static final int DECIMALS = 6;
    private static final Columns CONTRACT_COLUMNS =
            new Columns(
                    List.of(
                            "contract_id",
                            "site_id",
                            "kind",
                            "share",
                            "kwh_per_year",
                            "series",
                            "valid_from",
                            "valid_to"),
                    List.of("supplier", "statement", "evidence"));
    private static final Columns REFILL_COLUMNS =
            new Columns(
                    List.of(
                            "happened_on",
                            "site_id",
                            "kind",
                            "substance",
                            "amount",
                            "unit",
                            "series",
                            "is_first_fill"),
                    List.of("room_id", "evidence"));

    private final CsvTable contractRows;
    private final CsvTable refillRows;
    private final ValueType<String> site;
    private final ValueType<String> room;
    private final ValueType<String> series;
    private final Map<String, String> units;

    /**
     * @param sites that meters name
     * @param rooms that meters name
     * @param units of the series of factors, by name
     */
    SupplyFiles(
            WorkspaceFiles files,
            Set<String> sites,
            Set<String> rooms,
            Map<String, String> units,
            Problems problems) {
        this.contractRows = table(files, CONTRACTS, CONTRACT_COLUMNS, problems);
        this.refillRows = table(files, REFILLS, REFILL_COLUMNS, problems);
        this.site = ValueType.reference(sites, "a site_id of " + MeterFiles.METERS);
        this.room = ValueType.reference(rooms, "a room_id of " + MeterFiles.METERS);
        this.series = ValueType.reference(units.keySet(), "a series of config/factors*.csv");
        this.units = units;
    }

    private static CsvTable table(
            WorkspaceFiles files, String path, Columns columns, Problems problems) {
        return files.find(path)
                .map(file -> CsvTable.read(file, columns, problems))
                .orElseGet(CsvTable::empty);
    }

    Supplies supplies() {
        return new Supplies(contracts(), refills());
    }

    /** A contract with the row it was read from. */
    private record Row(CsvRow csv, EnergyContract contract) {}

    private List<EnergyContract> contracts() {
        List<Row> rows = new ArrayList<>();
        for (CsvRow csv : contractRows.rows()) {
            contract(csv)
                    .ifPresent(
                            contract -> {
                                Row row = new Row(csv, contract);
                                rejectSecond(row, rows);
                                rejectMoreThanAll(row, rows);
                                rows.add(row);
                            });
        }
        return rows.stream().map(Row::contract).toList();
    }

    private Optional<EnergyContract> contract(CsvRow row) {
        Optional<String> contractId = row.required("contract_id", ValueType.ID);
        Optional<String> siteId = row.required("site_id", site);
        Optional<EnergyContract.Kind> kind =
                row.required("kind", ValueType.oneOf(EnergyContract.Kind.class));
        Optional<BigDecimal> share =
                row.optional("share", ValueType.SHARE)
                        .map(BigDecimal::valueOf)
                        .map(it -> it.stripTrailingZeros());
        Optional<BigDecimal> kwhPerYear =
                row.optional("kwh_per_year", ValueType.aboveZero(DECIMALS));
        Optional<String> factors = series(row, ELECTRICITY);
        Optional<LocalDate> validFrom = row.required("valid_from", ValueType.DAY);
        Optional<LocalDate> validTo = row.optional("valid_to", ValueType.DAY);
        return row.make(
                () ->
                        new EnergyContract(
                                contractId.orElseThrow(),
                                siteId.orElseThrow(),
                                kind.orElseThrow(),
                                row.raw("supplier"),
                                share,
                                kwhPerYear,
                                factors.orElseThrow(),
                                validFrom.orElseThrow(),
                                validTo,
                                row.raw("statement"),
                                row.raw("evidence")));
    }

    /** A series whose factors are per that unit: another one would be of another thing. */
    private Optional<String> series(CsvRow row, String unit) {
        Optional<String> named = row.required("series", series);
        String expected = "kgCO2e/" + unit;
        Optional<String> found = named.map(units::get).filter(it -> !it.equals(expected));
        found.ifPresent(
                it ->
                        row.problem(
                                "series is \""
                                        + named.orElseThrow()
                                        + "\" in "
                                        + it
                                        + ", expected one in "
                                        + expected));
        return named.filter(it -> found.isEmpty());
    }

    private static void rejectSecond(Row row, List<Row> before) {
        before.stream()
                .filter(it -> it.contract().contractId().equals(row.contract().contractId()))
                .filter(it -> it.contract().isValidWith(row.contract()))
                .findFirst()
                .ifPresent(
                        it ->
                                row.csv()
                                        .problem(
                                                "contract_id \""
                                                        + row.contract().contractId()
                                                        + "\" is valid in the same months as in "
                                                        + it.csv().place()
                                                        + ", expected one row at a time"));
    }

    /** The same kWh would count twice. */
    private static void rejectMoreThanAll(Row row, List<Row> before) {
        if (row.contract().share().isEmpty()) {
            return;
        }
        List<Row> others =
                before.stream()
                        .filter(it -> it.contract().share().isPresent())
                        .filter(it -> it.contract().siteId().equals(row.contract().siteId()))
                        .filter(it -> it.contract().isValidWith(row.contract()))
                        .toList();
        BigDecimal total = row.contract().share().orElseThrow();
        for (Row other : others) {
            total = total.add(other.contract().share().orElseThrow());
        }
        if (total.compareTo(BigDecimal.ONE) > 0) {
            row.csv()
                    .problem(
                            "shares of site \""
                                    + row.contract().siteId()
                                    + "\" add up to "
                                    + total.stripTrailingZeros().toPlainString()
                                    + (others.isEmpty()
                                            ? ""
                                            : " with " + others.get(0).csv().place())
                                    + ", expected 1 at most");
        }
    }

    private List<Refill> refills() {
        List<Refill> refills = new ArrayList<>();
        for (CsvRow row : refillRows.rows()) {
            Optional<LocalDate> happenedOn = row.required("happened_on", ValueType.DAY);
            Optional<String> siteId = row.required("site_id", site);
            Optional<String> roomId = row.optional("room_id", room);
            Optional<Refill.Kind> kind = row.required("kind", ValueType.oneOf(Refill.Kind.class));
            String substance = row.text("substance");
            Optional<BigDecimal> amount = row.required("amount", ValueType.fromZero(DECIMALS));
            String unit = row.text("unit");
            Optional<String> factors = series(row, unit);
            Optional<Boolean> isFirstFill = row.required("is_first_fill", ValueType.BOOLEAN);
            row.make(
                            () ->
                                    new Refill(
                                            happenedOn.orElseThrow(),
                                            siteId.orElseThrow(),
                                            roomId.orElse(""),
                                            kind.orElseThrow(),
                                            substance,
                                            amount.orElseThrow(),
                                            unit,
                                            factors.orElseThrow(),
                                            isFirstFill.orElseThrow()))
                    .ifPresent(refills::add);
        }
        return List.copyOf(refills);
    }
}
