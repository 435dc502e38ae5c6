package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code config/product-energy.csv} and {@code config/tec-weights.csv}. */
final class ProductFiles {

    static final String ENERGIES = "config/product-energy.csv";
    static final String WEIGHTS = "config/tec-weights.csv";

    private static final Columns ENERGY_COLUMNS =
            new Columns(
                    List.of("manufacturer", "model", "kind", "programme", "valid_from", "source"),
                    List.of(
                            "form",
                            "off_w",
                            "sleep_w",
                            "long_idle_w",
                            "short_idle_w",
                            "on_w",
                            "tec_kwh_per_week",
                            "valid_to"));
    private static final Columns WEIGHT_COLUMNS =
            new Columns(
                    List.of(
                            "kind",
                            "form",
                            "programme",
                            "off_share",
                            "sleep_share",
                            "long_idle_share",
                            "short_idle_share",
                            "on_share",
                            "valid_from",
                            "source",
                            "grade"),
                    List.of("valid_to"));
    private static final ValueType<ProductEnergy.Kind> KIND =
            ValueType.oneOf(ProductEnergy.Kind.class);
    private static final ValueType<BigDecimal> POWER = ValueType.fromZero(3);
    private static final ValueType<BigDecimal> ENERGY = ValueType.aboveZero(3);
    private static final ValueType<BigDecimal> SHARE = ValueType.fromZero(6);
    private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]?");
    private static final ValueType<String> PROGRAMME =
            ValueType.of("a version of ENERGY STAR such as v8", ProductFiles::version);

    private final CsvTable energyRows;
    private final CsvTable weightRows;

    ProductFiles(WorkspaceFiles files, Problems problems) {
        this.energyRows =
                files.find(ENERGIES)
                        .map(file -> CsvTable.read(file, ENERGY_COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
        this.weightRows =
                files.find(WEIGHTS)
                        .map(file -> CsvTable.read(file, WEIGHT_COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
    }

    /** The versions that any row of a product names, also a row with mistakes. */
    Set<String> programmes() {
        return energyRows.values("programme");
    }

    ProductRecords records() {
        return new ProductRecords(energies(), weights());
    }

    private List<ProductEnergy> energies() {
        Set<List<String>> cycles =
                weightRows.rows().stream()
                        .map(row -> List.of(row.raw("kind"), row.raw("form"), row.raw("programme")))
                        .collect(Collectors.toSet());
        List<Validity.Row<ProductEnergy>> energies = new ArrayList<>();
        for (CsvRow row : energyRows.rows()) {
            energy(row)
                    .filter(it -> hasCycle(row, it, cycles))
                    .ifPresent(
                            it ->
                                    energies.add(
                                            new Validity.Row<>(
                                                    row, it, it.validFrom(), it.validTo())));
        }
        Validity.rejectOverlaps(
                energies,
                it ->
                        "model \""
                                + lower(it.model())
                                + "\" of \""
                                + lower(it.manufacturer())
                                + "\"");
        return energies.stream().map(Validity.Row::value).toList();
    }

    /** Powers without the weights of their test would say nothing, and nobody would know why. */
    private static boolean hasCycle(CsvRow row, ProductEnergy energy, Set<List<String>> cycles) {
        if (energy.kind() == ProductEnergy.Kind.IMAGING || cycles.contains(energy.cycle())) {
            return true;
        }
        row.problem(
                "form \""
                        + energy.form()
                        + "\" of kind "
                        + energy.kind().name().toLowerCase(Locale.ROOT)
                        + " in programme "
                        + energy.programme()
                        + " has no weights, expected a form and a programme of "
                        + WEIGHTS);
        return false;
    }

    private static Optional<ProductEnergy> energy(CsvRow row) {
        String manufacturer = row.text("manufacturer");
        String model = row.text("model");
        Optional<ProductEnergy.Kind> kind = row.required("kind", KIND);
        Optional<String> form = row.optional("form", ValueType.ID);
        Optional<String> programme = row.required("programme", PROGRAMME);
        Optional<BigDecimal> offW = row.optional("off_w", POWER);
        Optional<BigDecimal> sleepW = row.optional("sleep_w", POWER);
        Optional<BigDecimal> longIdleW = row.optional("long_idle_w", POWER);
        Optional<BigDecimal> shortIdleW = row.optional("short_idle_w", POWER);
        Optional<BigDecimal> onW = row.optional("on_w", POWER);
        Optional<BigDecimal> tecKwhPerWeek = row.optional("tec_kwh_per_week", ENERGY);
        Optional<LocalDate> validFrom = row.required("valid_from", ValueType.DAY);
        Optional<LocalDate> validTo = row.optional("valid_to", ValueType.DAY);
        String source = row.text("source");
        return row.make(
                () ->
                        new ProductEnergy(
                                manufacturer,
                                model,
                                kind.orElseThrow(),
                                form.orElse(""),
                                programme.orElseThrow(),
                                offW,
                                sleepW,
                                longIdleW,
                                shortIdleW,
                                onW,
                                tecKwhPerWeek,
                                validFrom.orElseThrow(),
                                validTo,
                                source));
    }

    private List<TecWeights> weights() {
        List<Validity.Row<TecWeights>> weights = new ArrayList<>();
        for (CsvRow row : weightRows.rows()) {
            weights(row)
                    .ifPresent(
                            it ->
                                    weights.add(
                                            new Validity.Row<>(
                                                    row, it, it.validFrom(), it.validTo())));
        }
        Validity.rejectOverlaps(
                weights,
                it ->
                        "form \""
                                + it.form()
                                + "\" of kind "
                                + it.kind().name().toLowerCase(Locale.ROOT)
                                + " in programme "
                                + it.programme());
        return weights.stream().map(Validity.Row::value).toList();
    }

    private static Optional<TecWeights> weights(CsvRow row) {
        Optional<ProductEnergy.Kind> kind = row.required("kind", KIND);
        Optional<String> form = row.optional("form", ValueType.ID);
        Optional<String> programme = row.required("programme", PROGRAMME);
        Optional<BigDecimal> offShare = row.required("off_share", SHARE);
        Optional<BigDecimal> sleepShare = row.required("sleep_share", SHARE);
        Optional<BigDecimal> longIdleShare = row.required("long_idle_share", SHARE);
        Optional<BigDecimal> shortIdleShare = row.required("short_idle_share", SHARE);
        Optional<BigDecimal> onShare = row.required("on_share", SHARE);
        Optional<LocalDate> validFrom = row.required("valid_from", ValueType.DAY);
        Optional<LocalDate> validTo = row.optional("valid_to", ValueType.DAY);
        String source = row.text("source");
        Optional<String> grade = row.required("grade", FactorFiles.GRADE);
        return row.make(
                () ->
                        new TecWeights(
                                kind.orElseThrow(),
                                form.orElse(""),
                                programme.orElseThrow(),
                                offShare.orElseThrow(),
                                sleepShare.orElseThrow(),
                                longIdleShare.orElseThrow(),
                                shortIdleShare.orElseThrow(),
                                onShare.orElseThrow(),
                                validFrom.orElseThrow(),
                                validTo,
                                source,
                                grade.orElseThrow()));
    }

    private static String version(String text) {
        if (!VERSION.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
