package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.MadeFrom;
import eu.wattpeil.kpi.edition.Verdicts;
import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.ReadDays;
import eu.wattpeil.kpi.engine.ReadValue;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Workspace;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds what is behind values: rows, documents, and what goals, measures and baselines were read
 * from, down to the documents of that. For one explanation, of which it keeps what it has found.
 */
final class Tracer {

    /** Of so many values the documents of all months are told. */
    private static final int MOST_PERIODS = 2;

    private final Workspace workspace;
    private final Catalogue catalogue;
    private final Editions editions;
    private final Workings.Source source;
    private final Verdicts verdicts;
    private final Map<YearMonth, List<KpiValue>> shown = new HashMap<>();
    private final Map<Set<DailyValue>, Optional<List<Source>>> ofDays = new HashMap<>();

    Tracer(
            Workspace workspace,
            Catalogue catalogue,
            Editions editions,
            Workings.Source source,
            Verdicts verdicts) {
        this.workspace = workspace;
        this.catalogue = catalogue;
        this.editions = editions;
        this.source = source;
        this.verdicts = verdicts;
    }

    /**
     * The values of the months of a period that its edition looked back at, with its own month's;
     * none for the value of a month.
     *
     * @param edition all values of its edition
     */
    List<KpiValue> months(Kpi kpi, KpiValue value, List<KpiValue> edition) {
        if (value.period() == Period.MONTH) {
            return List.of();
        }
        Optional<MadeFrom> madeFrom = editions.madeFrom(value.month(), value.edition());
        Series series = value.series().in(Period.MONTH);
        List<KpiValue> months = new ArrayList<>();
        if (kpi.overTime() != Kpi.OverTime.LAST) {
            for (YearMonth month : value.period().months(value.month())) {
                if (month.equals(value.month())) {
                    continue;
                }
                editionOf(month, madeFrom)
                        .flatMap(number -> find(editions.values(month, number), series))
                        .ifPresent(months::add);
            }
        }
        find(edition, series).ifPresent(months::add);
        return months;
    }

    private Optional<Integer> editionOf(YearMonth month, Optional<MadeFrom> madeFrom) {
        return madeFrom.isPresent()
                ? Optional.ofNullable(madeFrom.get().earlier().get(month.toString()))
                        .map(Integer::valueOf)
                : editions.current(month).map(Edition::number);
    }

    private static Optional<KpiValue> find(List<KpiValue> values, Series series) {
        return values.stream().filter(it -> it.series().equals(series)).findFirst();
    }

    /** What is behind a value, where all its months are worked out again as they were. */
    Optional<Evidence> evidence(Kpi kpi, KpiValue value, List<KpiValue> edition) {
        List<Evidence> found = new ArrayList<>();
        for (KpiValue month : traced(kpi, value, edition)) {
            Optional<Evidence> ofMonth =
                    month.isWithheld()
                            ? Optional.empty()
                            : ofMonth(kpi, month, beside(month, value, edition));
            if (ofMonth.isEmpty()) {
                return Optional.empty();
            }
            found.add(ofMonth.get());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(Evidence.of(found));
    }

    private List<KpiValue> traced(Kpi kpi, KpiValue value, List<KpiValue> edition) {
        return value.period() == Period.MONTH ? List.of(value) : months(kpi, value, edition);
    }

    /** All values of the edition of one of the months of a value. */
    private List<KpiValue> beside(KpiValue month, KpiValue value, List<KpiValue> edition) {
        return month.month().equals(value.month())
                ? edition
                : editions.values(month.month(), month.edition());
    }

    private Optional<Evidence> ofMonth(Kpi kpi, KpiValue value, List<KpiValue> edition) {
        if (source.lacks(value.month(), kpi.kpiId())) {
            return Optional.empty();
        }
        Results results = results(kpi, value, edition);
        try (Workings workings = workings(kpi, value, results)) {
            return Evidence.of(
                    kpi,
                    value,
                    new Discretion(value, edition, workspace, catalogue),
                    workings,
                    results,
                    needs -> origins(needs, value.month(), edition),
                    month -> earlier(month, kpi.kpiId()));
        }
    }

    private Workings workings(Kpi kpi, KpiValue value, Results results) {
        return source.open(
                value.month(), kpi.kpiId(), documents(value.month(), value.edition()), results);
    }

    private Workings earlier(YearMonth month, String model) {
        return source.open(
                month,
                model,
                documents(month, editions.current(month).map(Edition::number).orElse(0)),
                Results.NONE);
    }

    private Set<String> documents(YearMonth month, int edition) {
        return editions.madeFrom(month, edition)
                .orElseGet(() -> source.madeFrom(month))
                .documents()
                .keySet();
    }

    private Results results(Kpi kpi, KpiValue value, List<KpiValue> edition) {
        Set<String> steering = catalogue.steering();
        if (!steering.contains(kpi.kpiId())) {
            return Results.NONE;
        }
        return verdicts.results(
                value.month(),
                edition.stream().filter(it -> !steering.contains(it.kpiId())).toList(),
                source.dailyValues(value.month()));
    }

    /** What results were read from; of several values only the documents of the last month each. */
    private List<Origin> origins(List<Need> needs, YearMonth month, List<KpiValue> edition) {
        boolean isOfMany = needs.stream().mapToLong(it -> it.values().size()).sum() > MOST_PERIODS;
        List<Origin> origins = new ArrayList<>();
        for (Need need : needs) {
            List<Origin.OfValue> values = new ArrayList<>();
            for (ReadValue read : need.values()) {
                boolean isOwn = read.month().equals(month);
                values.add(ofValue(read, isOwn ? edition : shown(read.month()), isOfMany));
            }
            origins.add(
                    new Origin(
                            need.result().id(),
                            need.result().place(),
                            values,
                            days(need.days(), month, edition),
                            sources(need.days(), month, edition)));
        }
        return origins;
    }

    private List<KpiValue> shown(YearMonth month) {
        return shown.computeIfAbsent(month, it -> editions.valuesOfMonths(Set.of(it)));
    }

    private Origin.OfValue ofValue(ReadValue read, List<KpiValue> edition, boolean isLastAlone) {
        Series series = new Series(read.kpiId(), read.scope(), read.period());
        Optional<KpiValue> value = find(edition, series);
        Optional<Kpi> kpi = catalogue.kpi(read.kpiId());
        if (value.isEmpty() || value.get().isWithheld() || kpi.isEmpty()) {
            return new Origin.OfValue(read, value, List.of(), Optional.empty());
        }
        List<KpiValue> months =
                isLastAlone
                        ? find(edition, series.in(Period.MONTH)).stream().toList()
                        : traced(kpi.get(), value.get(), edition);
        return new Origin.OfValue(
                read,
                value,
                months.stream().map(KpiValue::month).toList(),
                documents(kpi.get(), value.get(), months, edition));
    }

    private Optional<List<Source>> documents(
            Kpi kpi, KpiValue value, List<KpiValue> months, List<KpiValue> edition) {
        List<List<Source>> found = new ArrayList<>();
        for (KpiValue month : months) {
            Optional<List<Source>> ofMonth =
                    month.isWithheld()
                            ? Optional.empty()
                            : documents(kpi, month, beside(month, value, edition));
            if (ofMonth.isEmpty()) {
                return Optional.empty();
            }
            found.add(ofMonth.get());
        }
        return Optional.of(found).filter(it -> !it.isEmpty()).map(Source::of);
    }

    private Optional<List<Source>> documents(Kpi kpi, KpiValue value, List<KpiValue> edition) {
        if (source.lacks(value.month(), kpi.kpiId())) {
            return Optional.empty();
        }
        try (Workings workings = workings(kpi, value, Results.NONE)) {
            return Evidence.documents(
                    kpi,
                    value,
                    new Discretion(value, edition, workspace, catalogue),
                    workings,
                    month -> earlier(month, kpi.kpiId()));
        }
    }

    /** Sums are told where they may be in each of their months. */
    private List<Origin.OfDays> days(List<ReadDays> days, YearMonth month, List<KpiValue> edition) {
        return days.stream()
                .map(
                        it ->
                                Origin.OfDays.of(
                                        it,
                                        byMonth(List.of(it)).keySet().stream()
                                                .map(of -> discretion(of, month, edition))
                                                .allMatch(of -> of.allowsDays(it.kpiId()))))
                .toList();
    }

    private Optional<List<Source>> sources(
            List<ReadDays> days, YearMonth month, List<KpiValue> edition) {
        List<List<Source>> found = new ArrayList<>();
        for (Map.Entry<YearMonth, Set<DailyValue>> each : byMonth(days).entrySet()) {
            Optional<List<Source>> ofMonth =
                    ofDays.computeIfAbsent(
                            each.getValue(),
                            some ->
                                    ofDays(
                                            some,
                                            each.getKey(),
                                            discretion(each.getKey(), month, edition)));
            if (ofMonth.isEmpty()) {
                return Optional.empty();
            }
            found.add(ofMonth.get());
        }
        return Optional.of(Source.of(found));
    }

    private Optional<List<Source>> ofDays(
            Set<DailyValue> days, YearMonth month, Discretion discretion) {
        if (source.lacks(month, Workings.DAYS)) {
            return Optional.empty();
        }
        try (Workings workings = earlier(month, Workings.DAYS)) {
            return Evidence.ofDays(
                    days, discretion, workings, before -> earlier(before, Workings.DAYS));
        }
    }

    private Discretion discretion(YearMonth of, YearMonth month, List<KpiValue> edition) {
        return new Discretion(
                of,
                Scope.ORGANISATION,
                true,
                of.equals(month) ? edition : shown(of),
                workspace,
                catalogue);
    }

    private static Map<YearMonth, Set<DailyValue>> byMonth(List<ReadDays> days) {
        return days.stream()
                .flatMap(it -> it.days().stream())
                .collect(
                        Collectors.groupingBy(
                                it -> YearMonth.from(it.day()), TreeMap::new, Collectors.toSet()));
    }
}
