package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads every {@code config/factors*.csv}, {@code config/prices.csv} and {@code
 * config/device-profiles.csv}.
 */
final class FactorFiles {

    static final String PROFILES = "config/device-profiles.csv";

    private static final String FACTORS = "config/(factors[^/]*|prices)\\.csv";
    private static final Columns FACTOR_COLUMNS =
            new Columns(
                    List.of(
                            "factor_id",
                            "series",
                            "scope",
                            "basis",
                            "region",
                            "year",
                            "vintage",
                            "valid_from",
                            "valid_to",
                            "value",
                            "unit",
                            "source",
                            "grade",
                            "licence"),
                    List.of("gas", "gwp_set", "published_on", "redistributable"));
    private static final Columns PROFILE_COLUMNS =
            new Columns(
                    List.of(
                            "category_id",
                            "name",
                            "energy_series",
                            "embodied_series",
                            "target_age_months",
                            "is_personal"),
                    List.of(
                            "assumed_kwh_per_year",
                            "refurbishing_series",
                            "mass_series",
                            "planned_life_months",
                            "known_as"));
    private static final int ENERGY_DECIMALS = 3;
    private static final ValueType<String> BASIS =
            ValueType.oneOf(Set.of("direct", "lifecycle", "wtw", "upstream"));
    private static final ValueType<String> GAS = ValueType.oneOf(Set.of("CO2", "CO2e"));
    private static final ValueType<String> GWP_SET = ValueType.oneOf(Set.of("AR4", "AR5", "AR6"));
    static final ValueType<String> GRADE = ValueType.oneOf(Set.of("A", "B", "C", "P"));

    private final List<CsvTable> factorTables;
    private final CsvTable profileRows;

    FactorFiles(WorkspaceFiles files, Problems problems) {
        this.factorTables =
                files.under("config").stream()
                        .filter(file -> isFactors(file.path()))
                        .map(file -> CsvTable.read(file, FACTOR_COLUMNS, problems))
                        .toList();
        this.profileRows =
                files.find(PROFILES)
                        .map(file -> CsvTable.read(file, PROFILE_COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
    }

    static boolean isFactors(String path) {
        return path.matches(FACTORS);
    }

    /** A factor with the row it was read from. */
    private record Row(CsvRow csv, Factor factor) {}

    /** The series that any row names, also a row with mistakes. */
    Set<String> series() {
        Set<String> series = new LinkedHashSet<>();
        factorTables.forEach(table -> series.addAll(table.values("series")));
        return series;
    }

    /**
     * The unit of each series; of one with two, which is a problem of its own, that of the last.
     */
    Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        factorTables.stream()
                .flatMap(table -> table.rows().stream())
                .forEach(row -> units.put(row.raw("series"), row.raw("unit")));
        return units;
    }

    /** The classes of devices that any row names, also a row with mistakes. */
    Set<String> categories() {
        return profileRows.values("category_id");
    }

    List<Factor> factors() {
        Map<String, List<Row>> series = new LinkedHashMap<>();
        List<Factor> factors = new ArrayList<>();
        for (CsvTable table : factorTables) {
            for (CsvRow csv : table.rows()) {
                factor(csv)
                        .ifPresent(
                                factor -> {
                                    factors.add(factor);
                                    series.computeIfAbsent(
                                                    factor.series(), name -> new ArrayList<>())
                                            .add(new Row(csv, factor));
                                });
            }
        }
        CsvTable.rejectRepeated(factorTables, "factor_id");
        series.values().forEach(FactorFiles::checkSeries);
        return List.copyOf(factors);
    }

    private static Optional<Factor> factor(CsvRow row) {
        Optional<String> factorId = row.required("factor_id", ValueType.ID);
        Optional<String> series = row.required("series", ValueType.ID);
        String scope = row.text("scope");
        Optional<String> basis = row.optional("basis", BASIS);
        Optional<String> gas = row.optional("gas", GAS);
        Optional<String> gwpSet = row.optional("gwp_set", GWP_SET);
        Optional<Integer> year = row.optional("year", ValueType.YEAR);
        Optional<LocalDate> validFrom = row.required("valid_from", ValueType.DAY);
        Optional<LocalDate> validTo = row.optional("valid_to", ValueType.DAY);
        Optional<LocalDate> publishedOn = row.optional("published_on", ValueType.DAY);
        Optional<BigDecimal> value = row.optional("value", ValueType.NUMBER);
        String unit = row.text("unit");
        String source = row.text("source");
        Optional<String> grade = row.required("grade", GRADE);
        String licence = row.text("licence");
        Optional<Boolean> isRedistributable = row.optional("redistributable", ValueType.BOOLEAN);
        return row.make(
                () ->
                        new Factor(
                                factorId.orElseThrow(),
                                series.orElseThrow(),
                                scope,
                                basis.orElse(""),
                                gas.orElseGet(() -> Factor.gasOf(unit)),
                                gwpSet.orElse(""),
                                row.raw("region"),
                                year,
                                row.raw("vintage"),
                                validFrom.orElseThrow(),
                                validTo,
                                publishedOn,
                                value,
                                unit,
                                source,
                                grade.orElseThrow(),
                                licence,
                                isRedistributable,
                                row.file()));
    }

    /** Rows of one series follow each other in time and speak of the same thing. */
    private static void checkSeries(List<Row> rows) {
        Factor first = rows.get(0).factor();
        for (int later = 1; later < rows.size(); later++) {
            Row row = rows.get(later);
            Factor factor = row.factor();
            String series = "series \"" + factor.series() + "\" ";
            rows.subList(0, later).stream()
                    .filter(other -> overlap(other.factor(), factor))
                    .findFirst()
                    .ifPresent(
                            other ->
                                    row.csv()
                                            .problem(
                                                    series
                                                            + "is valid on the same days as in "
                                                            + other.csv().place()
                                                            + ", expected one row at a time"));
            if (!factor.unit().equals(first.unit()) || !factor.basis().equals(first.basis())) {
                row.csv()
                        .problem(
                                series
                                        + "has another unit or basis in "
                                        + rows.get(0).csv().place()
                                        + ", expected a series of its own");
            }
        }
    }

    /** A row without an end gives way to the next one; two that begin together cannot. */
    private static boolean overlap(Factor one, Factor other) {
        Factor earlier = one.validFrom().isAfter(other.validFrom()) ? other : one;
        Factor later = earlier == one ? other : one;
        return earlier.validFrom().equals(later.validFrom())
                || earlier.validTo().map(end -> !end.isBefore(later.validFrom())).orElse(false);
    }

    List<DeviceProfile> profiles() {
        ValueType<String> known = ValueType.reference(series(), "a series of config/factors*.csv");
        List<DeviceProfile> profiles = new ArrayList<>();
        for (CsvRow row : profileRows.rows()) {
            Optional<String> categoryId = row.required("category_id", ValueType.ID);
            String name = row.text("name");
            Optional<String> energySeries = row.optional("energy_series", known);
            Optional<BigDecimal> assumedEnergy =
                    row.optional("assumed_kwh_per_year", ValueType.aboveZero(ENERGY_DECIMALS));
            Optional<String> embodiedSeries = row.optional("embodied_series", known);
            Optional<String> refurbishingSeries = row.optional("refurbishing_series", known);
            Optional<String> massSeries = row.optional("mass_series", known);
            Optional<Integer> plannedLife =
                    row.optional("planned_life_months", ValueType.wholeFrom(1));
            Optional<Integer> targetAge = row.optional("target_age_months", ValueType.wholeFrom(1));
            Optional<Boolean> isPersonal = row.required("is_personal", ValueType.BOOLEAN);
            List<String> knownAs =
                    row.optional("known_as", ValueType.of("texts", text -> text)).stream()
                            .flatMap(texts -> Arrays.stream(texts.split("\\|")))
                            .map(text -> text.strip().toLowerCase(Locale.ROOT))
                            .filter(text -> !text.isEmpty())
                            .toList();
            row.make(
                            () ->
                                    new DeviceProfile(
                                            categoryId.orElseThrow(),
                                            name,
                                            energySeries,
                                            assumedEnergy,
                                            embodiedSeries,
                                            refurbishingSeries,
                                            massSeries,
                                            plannedLife,
                                            targetAge,
                                            isPersonal.orElseThrow(),
                                            knownAs))
                    .ifPresent(profiles::add);
        }
        CsvTable.rejectRepeated(List.of(profileRows), "category_id");
        rejectSecondEmbodiedSource();
        return List.copyOf(profiles);
    }

    /** Sources differ by a factor of five for the same class, so a total is of one of them. */
    private void rejectSecondEmbodiedSource() {
        Map<String, String> sources = new HashMap<>();
        for (CsvTable table : factorTables) {
            table.rows().forEach(row -> sources.putIfAbsent(row.raw("series"), collection(row)));
        }
        List<CsvRow> rows =
                profileRows.rows().stream()
                        .filter(row -> sources.containsKey(row.raw("embodied_series")))
                        .toList();
        for (CsvRow row : rows) {
            String first = sources.getOrDefault(rows.get(0).raw("embodied_series"), "");
            String source = sources.getOrDefault(row.raw("embodied_series"), "");
            if (!source.equals(first)) {
                row.problem(
                        "embodied_series is of \""
                                + source
                                + "\", expected one of \""
                                + first
                                + "\" as in "
                                + rows.get(0).place()
                                + ": carbon of two sources does not add up");
            }
        }
    }

    /** The work that a source is of: its words before the first comma or colon. */
    private static String collection(CsvRow factor) {
        return factor.raw("source").split("[,:]", 2)[0].strip();
    }
}
