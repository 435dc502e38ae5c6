package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.BasisCheck;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.words.FactorWords;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.LiteralTable;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.SoftwareVersion;
import eu.wattpeil.workspace.Workspace;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which factors the last computed month uses, and what others would make of its values. */
public final class FactorTables {

    private final Setup setup;
    private final Workspace workspace;
    private final Store store;
    private final YearMonth month;
    private final List<KpiValue> shown;
    private final FactorWords words;

    private FactorTables(Setup setup, Store store, YearMonth month, Locale language) {
        this.setup = setup;
        this.workspace = setup.workspace();
        this.store = store;
        this.month = month;
        this.shown = new Editions(store).valuesOfMonths(List.of(month));
        this.words = new FactorWords(Words.ofOrEnglish(setup.texts(), language));
    }

    /**
     * Of the last month that was computed.
     *
     * @param language of sources and licences; English where it has no texts
     * @throws UnknownNameException where there is none
     */
    public static FactorTables of(Setup setup, Locale language) {
        Store store = Setup.store(setup.workspace());
        YearMonth last =
                new Editions(store)
                        .current().stream()
                                .map(Edition::month)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(
                                        () ->
                                                new UnknownNameException(
                                                        "Cannot find a computed month in "
                                                                + store.root()
                                                                + ": wattpeil run makes one"));
        return new FactorTables(setup, store, last, language);
    }

    /**
     * A row for each factor that values of the month were made with, and for each purpose of the
     * settings, in order of purpose; what a purpose lacks is null.
     */
    public LiteralTable inUse() {
        Map<String, TreeSet<String>> kpis = new TreeMap<>();
        shown.forEach(
                value ->
                        value.factorIds()
                                .forEach(
                                        id ->
                                                kpis.computeIfAbsent(id, key -> new TreeSet<>())
                                                        .add(value.kpiId())));
        List<List<Object>> rows = new ArrayList<>();
        TreeSet<String> listed = new TreeSet<>();
        workspace
                .settings()
                .factorSeries()
                .forEach(
                        (purpose, series) -> {
                            Optional<Factor> held = holding(series);
                            held.ifPresent(it -> listed.add(it.factorId()));
                            rows.add(row(Optional.of(purpose), series, held, kpis));
                        });
        workspace.factors().stream()
                .filter(it -> kpis.containsKey(it.factorId()) && !listed.contains(it.factorId()))
                .sorted(Comparator.comparing(Factor::factorId))
                .forEach(it -> rows.add(row(Optional.empty(), it.series(), Optional.of(it), kpis)));
        return new LiteralTable(
                table(
                        "factors_in_use",
                        text("purpose"),
                        text("series"),
                        text("factor_id"),
                        text("basis"),
                        column("year", ColumnType.INTEGER),
                        text("vintage"),
                        text("valid_from"),
                        text("valid_to"),
                        column("is_provisional", ColumnType.BOOLEAN),
                        text("value"),
                        text("unit"),
                        text("kpis"),
                        text("others"),
                        text("grade"),
                        text("licence"),
                        text("source"),
                        text("file")),
                rows);
    }

    private List<Object> row(
            Optional<String> purpose,
            String series,
            Optional<Factor> factor,
            Map<String, TreeSet<String>> kpis) {
        return List.of(
                purpose,
                series,
                factor.map(Factor::factorId),
                factor.map(Factor::basis).filter(it -> !it.isEmpty()),
                factor.flatMap(Factor::year),
                factor.map(words::vintage).filter(it -> !it.isEmpty()),
                factor.map(it -> it.validFrom().toString()),
                factor.flatMap(Factor::validTo).map(LocalDate::toString),
                factor.map(it -> it.isProvisionalIn(month.getYear())),
                factor.flatMap(Factor::value).map(it -> it.toPlainString()),
                factor.map(Factor::unit),
                factor.map(it -> kpis.get(it.factorId())).map(it -> String.join(" ", it)),
                factor.map(this::others).filter(it -> !it.isEmpty()),
                factor.map(Factor::grade),
                factor.map(words::licence),
                factor.map(words::source),
                factor.map(Factor::file));
    }

    /** The series that say the same of the same place: other vintages, other sources. */
    private String others(Factor factor) {
        return workspace.factors().stream()
                .filter(it -> !it.series().equals(factor.series()) && isAlike(it, factor))
                .filter(it -> it.region().equals(factor.region()))
                .filter(it -> it.isValidOn(month.atEndOfMonth()))
                .map(Factor::series)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static boolean isAlike(Factor one, Factor other) {
        return one.unit().equals(other.unit()) && one.scope().equals(other.scope());
    }

    private Optional<Factor> holding(String series) {
        return workspace.factors().stream()
                .filter(it -> it.series().equals(series) && it.isValidOn(month.atEndOfMonth()))
                .max(Comparator.comparing(Factor::validFrom));
    }

    /**
     * A row for each value of the month that would be another one, were the purposes of that scope
     * and unit served by another series.
     *
     * @throws UnknownNameException where no purpose takes such factors
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException where a KPI would mix bases
     */
    public LiteralTable changes(String series) {
        Workspace other = workspace.with(workspace.settings().withFactorSeries(replaced(series)));
        Problems problems = new Problems();
        BasisCheck.check(other, setup.catalogue().kpis(), problems);
        problems.throwIfAny();
        List<KpiValue> values =
                Computation.open(
                                other,
                                setup.catalogue(),
                                store,
                                SoftwareVersion.text(),
                                new GoalVerdicts(setup, store))
                        .preview(month);
        Map<Series, KpiValue> before =
                shown.stream().collect(Collectors.toMap(KpiValue::series, Function.identity()));
        List<List<Object>> rows = new ArrayList<>();
        for (KpiValue value : values) {
            Optional<KpiValue> old = Optional.ofNullable(before.get(value.series()));
            Optional<Double> oldValue = old.flatMap(KpiValue::value);
            Optional<Reason> oldReason = old.flatMap(KpiValue::reason);
            if (!oldValue.equals(value.value()) || !oldReason.equals(value.reason())) {
                rows.add(
                        List.of(
                                value.kpiId(),
                                value.period().code(),
                                value.scope().kind(),
                                value.scope().id(),
                                oldValue,
                                value.value(),
                                oldValue.flatMap(it -> value.value().map(now -> now - it)),
                                value.unit(),
                                value.reason().map(Reason::code)));
            }
        }
        return new LiteralTable(
                table(
                        "factor_changes",
                        text("kpi_id"),
                        text("period"),
                        text("scope_kind"),
                        text("scope_id"),
                        column("old_value", ColumnType.DOUBLE),
                        column("new_value", ColumnType.DOUBLE),
                        column("difference", ColumnType.DOUBLE),
                        text("unit"),
                        text("reason")),
                rows);
    }

    /** The purposes with those of the same scope and unit served by a series. */
    private Map<String, String> replaced(String series) {
        Factor named =
                workspace.factors().stream()
                        .filter(it -> it.series().equals(series))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UnknownNameException(
                                                "series is \""
                                                        + series
                                                        + "\", expected one of"
                                                        + " config/factors*.csv"));
        Map<String, String> purposes = new TreeMap<>(workspace.settings().factorSeries());
        boolean isAny = false;
        for (Map.Entry<String, String> purpose : purposes.entrySet()) {
            String present = purpose.getValue();
            if (workspace.factors().stream()
                    .anyMatch(it -> it.series().equals(present) && isAlike(it, named))) {
                purpose.setValue(series);
                isAny = true;
            }
        }
        if (!isAny) {
            throw new UnknownNameException(
                    "series is \""
                            + series
                            + "\" of "
                            + named.scope()
                            + " in "
                            + named.unit()
                            + ", expected one like a series that config/wattpeil.yaml names");
        }
        return purposes;
    }

    private static Dataset table(String name, Column... columns) {
        return new Dataset(name, List.of(columns), "", "", false);
    }

    private static Column text(String name) {
        return column(name, ColumnType.TEXT);
    }

    private static Column column(String name, ColumnType type) {
        return Column.optional(name, type, "");
    }
}
