package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Period;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Why the values of an edition are others than those of the edition before: what is not the same in
 * the manifests of the two, of all that a KPI is made from. Several things may have changed at
 * once; then each of them is named, whatever it did.
 */
public final class Restatement {

    /** The tables that all KPIs are told by, and what becomes of a figure that is withheld. */
    private static final Set<String> TELLING =
            Set.of("settings", "headcount", "departments", "zone");

    /** The tables of factors: which of their rows a value was made with, it tells itself. */
    private static final Set<String> FACTORS = Set.of("factors", "factor_series");

    private final Catalogue catalogue;
    private final Editions editions;
    private final YearMonth month;
    private final Made before;
    private final Made now;
    private final Map<String, Set<Why>> byDataset;
    private final Map<Series, KpiValue> valuesBefore;
    private final Map<Series, KpiValue> values;
    private final Map<Edition, Map<Series, KpiValue>> earlier = new HashMap<>();

    /** What has changed. */
    public enum Why {
        /** A document that was not there. */
        LATE_DATA,
        /** A document of the same name as an earlier one, with another content. */
        CORRECTED_DOCUMENT,
        /** A document is no longer there. */
        DOCUMENT_WITHDRAWN,
        /** A row of factors that the value is made with, or another row in its place. */
        FACTOR,
        /** A model that the KPI is made of, or its own. */
        DEFINITION,
        /** A table of {@code config/}, or how documents are read. */
        CONFIGURATION,
        /** What a month before it had left, or its value in an edition that is shown now. */
        EARLIER_MONTH,
        /** Nothing but the version of the program. */
        SOFTWARE;

        /** The code as it stands in reports. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What an edition was made from.
     *
     * @param datasets of its documents, by id
     * @param factors that its values are made with, by id, a fingerprint of each row
     * @param parts what months before had left, by month and model, the SHA-256 of each
     */
    private record Made(
            MadeFrom from,
            Map<String, String> datasets,
            Map<String, String> factors,
            Map<String, String> parts) {

        static Made of(JsonNode manifest) {
            Map<String, String> datasets = new HashMap<>();
            manifest.path(Manifest.DOCUMENTS)
                    .forEach(
                            it ->
                                    datasets.put(
                                            it.path("document_id").asString(""),
                                            it.path("dataset").asString("")));
            Map<String, String> factors = new HashMap<>();
            manifest.path(Manifest.FACTORS)
                    .forEach(
                            it ->
                                    factors.put(
                                            it.path("factor_id").asString(""),
                                            it.path("sha256").asString("")));
            Map<String, String> parts = new HashMap<>();
            manifest.path(Manifest.PARTS)
                    .properties()
                    .forEach(
                            month ->
                                    month.getValue()
                                            .properties()
                                            .forEach(
                                                    model ->
                                                            parts.put(
                                                                    month.getKey()
                                                                            + " "
                                                                            + model.getKey(),
                                                                    model.getValue()
                                                                            .asString(""))));
            return new Made(MadeFrom.of(manifest), datasets, factors, parts);
        }

        /** The model of a key of the parts. */
        static String model(String part) {
            return part.substring(part.indexOf(' ') + 1);
        }
    }

    private Restatement(
            Catalogue catalogue,
            Editions editions,
            YearMonth month,
            int number,
            Made before,
            Made now,
            List<LedgerRow> ledger) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.month = month;
        this.before = before;
        this.now = now;
        this.byDataset = changedDocuments(before, now, ledger);
        this.valuesBefore = bySeries(editions.values(month, number - 1));
        this.values = bySeries(editions.values(month, number));
    }

    /**
     * By series, in order: why its value in an edition is another one than in the edition before.
     * Only values that are another one are in it; none for the first edition, and where what an
     * edition was made from is not known.
     */
    public static Map<Series, List<Why>> of(
            Store store, Catalogue catalogue, YearMonth month, int number) {
        Editions editions = new Editions(store);
        Optional<Made> before =
                number == 1 ? Optional.empty() : editions.manifest(month, number - 1).map(Made::of);
        Optional<Made> now = editions.manifest(month, number).map(Made::of);
        if (before.isEmpty() || now.isEmpty()) {
            return Map.of();
        }
        return new Restatement(
                        catalogue,
                        editions,
                        month,
                        number,
                        before.get(),
                        now.get(),
                        store.documents())
                .whys();
    }

    private Map<Series, List<Why>> whys() {
        Map<Series, List<Why>> whys = new TreeMap<>(Series.ORDER);
        values.forEach(
                (series, value) -> {
                    KpiValue old = valuesBefore.get(series);
                    if (old != null && !old.value().equals(value.value())) {
                        whys.put(series, List.copyOf(whys(old, value)));
                    }
                });
        return whys;
    }

    private Set<Why> whys(KpiValue old, KpiValue value) {
        Set<Why> found = EnumSet.noneOf(Why.class);
        Set<String> reads = reads(value.kpiId());
        if (value.period() == Period.MONTH || isOwnMonthAnother(value.series())) {
            byDataset.forEach(
                    (dataset, whys) -> {
                        if (reads.contains(dataset)) {
                            found.addAll(whys);
                        }
                    });
            if (isFactorAnother(old, value)) {
                found.add(Why.FACTOR);
            }
            if (MadeFrom.different(before.from().models(), now.from().models()).stream()
                    .anyMatch(name -> reads.contains(name) || isPrelude(name))) {
                found.add(Why.DEFINITION);
            }
            if (isConfigurationAnother(reads, old, value)) {
                found.add(Why.CONFIGURATION);
            }
            if (MadeFrom.different(before.parts(), now.parts()).stream()
                    .anyMatch(part -> reads.contains(Made.model(part)))) {
                found.add(Why.EARLIER_MONTH);
            }
        }
        if (value.period() != Period.MONTH && isEarlierValueAnother(value.series())) {
            found.add(Why.EARLIER_MONTH);
        }
        if (found.isEmpty() && !before.from().software().equals(now.from().software())) {
            found.add(Why.SOFTWARE);
        }
        return found;
    }

    /**
     * What a KPI is made from: models, itself among them, datasets and tables of the configuration.
     * One that steers is made of the others.
     */
    private Set<String> reads(String kpiId) {
        List<Model> lineage =
                catalogue
                        .kpi(kpiId)
                        .filter(kpi -> !catalogue.steering().contains(kpiId))
                        .map(it -> catalogue.lineage(it.kpiId()))
                        .orElse(catalogue.models());
        return Stream.concat(
                        lineage.stream().map(Model::name),
                        lineage.stream().flatMap(it -> it.reads().stream().map(Mention::name)))
                .flatMap(
                        name ->
                                Results.NAMES.contains(name)
                                        ? Stream.of(name, "goals", "measures", "baselines")
                                        : Stream.of(name))
                .collect(Collectors.toSet());
    }

    private boolean isPrelude(String name) {
        return catalogue.models().stream().noneMatch(it -> it.name().equals(name))
                && name.startsWith("prelude");
    }

    private boolean isOwnMonthAnother(Series series) {
        Series own = series.in(Period.MONTH);
        return !amounts(valuesBefore, own).equals(amounts(values, own));
    }

    private boolean isFactorAnother(KpiValue old, KpiValue value) {
        Set<String> ids = new HashSet<>(old.factorIds());
        ids.addAll(value.factorIds());
        return !Set.copyOf(old.factorIds()).equals(Set.copyOf(value.factorIds()))
                || MadeFrom.different(before.factors(), now.factors()).stream()
                        .anyMatch(ids::contains);
    }

    private boolean isConfigurationAnother(Set<String> reads, KpiValue old, KpiValue value) {
        boolean isToldAnotherWay =
                old.value().isPresent() != value.value().isPresent()
                        || !old.reason().equals(value.reason());
        return byDataset.entrySet().stream()
                        .anyMatch(
                                it ->
                                        reads.contains(it.getKey())
                                                && it.getValue().contains(Why.CONFIGURATION))
                || MadeFrom.different(before.from().config(), now.from().config()).stream()
                        .filter(name -> !FACTORS.contains(name))
                        .anyMatch(
                                name ->
                                        reads.contains(name)
                                                || (isToldAnotherWay && TELLING.contains(name)));
    }

    /** Whether the same KPI and scope has another value in a month before that is in the period. */
    private boolean isEarlierValueAnother(Series series) {
        Series own = series.in(Period.MONTH);
        Set<String> others = MadeFrom.different(before.from().earlier(), now.from().earlier());
        return series.period().months(month).stream()
                .filter(it -> others.contains(it.toString()))
                .anyMatch(
                        it ->
                                !amounts(earlier(it, before), own)
                                        .equals(amounts(earlier(it, now), own)));
    }

    private Map<Series, KpiValue> earlier(YearMonth of, Made made) {
        String number = made.from().earlier().get(of.toString());
        return number == null
                ? Map.of()
                : earlier.computeIfAbsent(
                        new Edition(of, Integer.parseInt(number), "", ""),
                        it -> bySeries(editions.values(it.month(), it.number())));
    }

    private static List<Object> amounts(Map<Series, KpiValue> of, Series series) {
        KpiValue value = of.get(series);
        return value == null
                ? List.of()
                : List.of(value.numerator(), value.denominator(), value.value(), value.coverage());
    }

    private static Map<Series, KpiValue> bySeries(List<KpiValue> values) {
        return values.stream().collect(Collectors.toMap(KpiValue::series, Function.identity()));
    }

    /** By dataset: what changed of the documents that a month sees. */
    private static Map<String, Set<Why>> changedDocuments(
            Made before, Made now, List<LedgerRow> ledger) {
        Set<String> gone = new HashSet<>(before.from().documents().keySet());
        gone.removeAll(now.from().documents().keySet());
        Set<String> readAgain = new HashSet<>();
        Set<String> contentsGone =
                gone.stream().map(LedgerRow::contentId).collect(Collectors.toSet());
        Set<String> namesBefore =
                ledger.stream()
                        .filter(row -> before.from().documents().containsKey(row.documentId()))
                        .map(Restatement::nameOf)
                        .collect(Collectors.toSet());
        Map<String, LedgerRow> rows =
                ledger.stream().collect(Collectors.toMap(LedgerRow::documentId, it -> it));
        Map<String, Set<Why>> whys = new TreeMap<>();
        now.from().documents().keySet().stream()
                .filter(id -> !before.from().documents().containsKey(id))
                .forEach(
                        id -> {
                            LedgerRow row = rows.get(id);
                            Why why = Why.LATE_DATA;
                            if (contentsGone.contains(LedgerRow.contentId(id))) {
                                readAgain.add(LedgerRow.contentId(id));
                                why = Why.CONFIGURATION;
                            } else if (row != null && namesBefore.contains(nameOf(row))) {
                                why = Why.CORRECTED_DOCUMENT;
                            }
                            note(whys, now.datasets().get(id), why);
                        });
        gone.stream()
                .filter(id -> !readAgain.contains(LedgerRow.contentId(id)))
                .forEach(id -> note(whys, before.datasets().get(id), Why.DOCUMENT_WITHDRAWN));
        return whys;
    }

    private static void note(Map<String, Set<Why>> whys, @Nullable String dataset, Why why) {
        if (dataset != null) {
            whys.computeIfAbsent(dataset, it -> EnumSet.noneOf(Why.class)).add(why);
        }
    }

    private static String nameOf(LedgerRow row) {
        return row.definition() + "\n" + row.name();
    }
}
