package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.MadeFrom;
import eu.wattpeil.kpi.edition.Verdicts;
import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Workspace;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Explains values of editions. It reads; it changes nothing and takes no lock.
 *
 * <p>The value, its months, parts and factors are those of the edition. What the models and the
 * store say now is told only where it gives the very same figures.
 */
public final class Explainer {

    private final Workspace workspace;
    private final Catalogue catalogue;
    private final Store store;
    private final String version;
    private final Verdicts verdicts;
    private final Editions editions;

    private Explainer(
            Workspace workspace,
            Catalogue catalogue,
            Store store,
            String version,
            Verdicts verdicts) {
        this.workspace = workspace;
        this.catalogue = catalogue;
        this.store = store;
        this.version = version;
        this.verdicts = verdicts;
        this.editions = new Editions(store);
    }

    /**
     * Of a store.
     *
     * @param catalogue loaded from the workspace's models without a problem
     * @param version of the software
     * @param verdicts which tell what goals and measures came to
     */
    public static Explainer of(
            Workspace workspace,
            Catalogue catalogue,
            Store store,
            String version,
            Verdicts verdicts) {
        return new Explainer(workspace, catalogue, store, version, verdicts);
    }

    /**
     * Explains a value.
     *
     * @throws UnknownValueException where there is no such value, with what there is
     */
    public Explanation explain(Question question) {
        Kpi kpi =
                catalogue
                        .kpi(question.kpiId())
                        .orElseThrow(
                                () -> UnknownValueException.ofKpi(question.kpiId(), catalogue));
        Edition shown = shown(question.month());
        List<KpiValue> edition = editions.values(question.month(), shown.number());
        KpiValue value = value(kpi, question, edition);
        Optional<MadeFrom> madeFrom = editions.madeFrom(question.month(), shown.number());
        List<KpiValue> months =
                value.isWithheld() ? List.of() : months(kpi, value, madeFrom, edition);
        Workings.Source source = Workings.Source.of(workspace, catalogue, store, version);
        Optional<Evidence> evidence =
                value.isWithheld()
                        ? Optional.empty()
                        : evidence(kpi, value, months, edition, source);
        return new Explanation(
                kpi,
                value,
                kpi.minimumCoverage().orElse(workspace.settings().minimumCoverage()),
                new Standing(
                        shown.number(),
                        madeFrom.map(it -> it.changesTo(source.madeFrom(question.month()))),
                        evidence.isPresent()),
                Arithmetic.of(kpi, value, months),
                months,
                value.isWithheld() ? List.of() : factors(kpi, value, evidence),
                value.isWithheld() ? Optional.empty() : Parts.of(kpi, value, edition),
                evidence.map(Evidence::trail));
    }

    private Edition shown(YearMonth month) {
        return editions.current(month)
                .orElseThrow(
                        () -> {
                            List<YearMonth> computed =
                                    editions.current().stream().map(Edition::month).toList();
                            return new UnknownValueException(
                                    "--month is "
                                            + month
                                            + ", expected "
                                            + (computed.isEmpty()
                                                    ? "a month that is computed: wattpeil run"
                                                    : "a computed month, from "
                                                            + computed.get(0)
                                                            + " to "
                                                            + computed.get(computed.size() - 1)));
                        });
    }

    private static KpiValue value(Kpi kpi, Question question, List<KpiValue> edition) {
        List<KpiValue> ofKpi =
                edition.stream().filter(it -> it.kpiId().equals(kpi.kpiId())).toList();
        if (ofKpi.isEmpty()) {
            throw new UnknownValueException(
                    kpi.kpiId()
                            + ": the edition of "
                            + question.month()
                            + " does not have it, expected one from after the KPI was added:"
                            + " wattpeil run");
        }
        List<KpiValue> ofPeriod =
                ofKpi.stream().filter(it -> it.period() == question.period()).toList();
        if (ofPeriod.isEmpty()) {
            List<String> periods =
                    ofKpi.stream().map(it -> it.period().code()).distinct().sorted().toList();
            throw new UnknownValueException(
                    kpi.kpiId()
                            + ": --period is "
                            + question.period().code()
                            + ", expected "
                            + String.join(" or ", periods));
        }
        return ofPeriod.stream()
                .filter(it -> it.scope().equals(question.scope()))
                .findFirst()
                .orElseThrow(() -> unknown(kpi, question.scope(), ofPeriod));
    }

    private static UnknownValueException unknown(Kpi kpi, Scope scope, List<KpiValue> ofPeriod) {
        return new UnknownValueException(
                kpi.kpiId()
                        + ": --scope is \""
                        + scope
                        + "\""
                        + Spelling.hint(
                                scope.toString(),
                                ofPeriod.stream().map(it -> it.scope().toString()).toList()));
    }

    /** The values that the edition looked back at, with its own month's. */
    private List<KpiValue> months(
            Kpi kpi, KpiValue value, Optional<MadeFrom> madeFrom, List<KpiValue> edition) {
        if (value.period() == Period.MONTH) {
            return List.of();
        }
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

    private List<FactorLine> factors(Kpi kpi, KpiValue value, Optional<Evidence> evidence) {
        return value.factorIds().stream()
                .map(
                        id -> {
                            Optional<Factor> factor =
                                    workspace.factors().stream()
                                            .filter(it -> it.factorId().equals(id))
                                            .findFirst();
                            return FactorLine.of(
                                    id,
                                    factor.map(it -> purposes(kpi, it)).orElse(List.of()),
                                    factor,
                                    value.month().getYear(),
                                    evidence.map(it -> it.factorIds().contains(id)));
                        })
                .toList();
    }

    private List<String> purposes(Kpi kpi, Factor factor) {
        return kpi.factors().stream()
                .filter(
                        purpose ->
                                factor.series()
                                        .equals(workspace.settings().factorSeries().get(purpose)))
                .toList();
    }

    /** What is behind a value, where all its months are worked out again as they were. */
    private Optional<Evidence> evidence(
            Kpi kpi,
            KpiValue value,
            List<KpiValue> months,
            List<KpiValue> edition,
            Workings.Source source) {
        List<Evidence> found = new ArrayList<>();
        for (KpiValue month : value.period() == Period.MONTH ? List.of(value) : months) {
            boolean isOwn = month.month().equals(value.month());
            List<KpiValue> others =
                    isOwn ? edition : editions.values(month.month(), month.edition());
            Optional<Evidence> ofMonth =
                    month.isWithheld() ? Optional.empty() : ofMonth(kpi, month, others, source);
            if (ofMonth.isEmpty()) {
                return Optional.empty();
            }
            found.add(ofMonth.get());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(Evidence.of(found));
    }

    private Optional<Evidence> ofMonth(
            Kpi kpi, KpiValue value, List<KpiValue> edition, Workings.Source source) {
        try (Workings workings =
                source.open(
                        value.month(),
                        kpi,
                        documents(value.month(), value.edition(), source),
                        results(kpi, value, edition, source))) {
            return Evidence.of(
                    kpi,
                    value,
                    new Discretion(value, edition, workspace, catalogue),
                    workings,
                    month -> {
                        int number = editions.current(month).map(Edition::number).orElse(0);
                        return source.open(
                                month, kpi, documents(month, number, source), Results.NONE);
                    });
        }
    }

    private Set<String> documents(YearMonth month, int edition, Workings.Source source) {
        return editions.madeFrom(month, edition)
                .orElseGet(() -> source.madeFrom(month))
                .documents()
                .keySet();
    }

    private Results results(
            Kpi kpi, KpiValue value, List<KpiValue> edition, Workings.Source source) {
        Set<String> steering = catalogue.steering();
        if (!steering.contains(kpi.kpiId())) {
            return Results.NONE;
        }
        return verdicts.results(
                value.month(),
                edition.stream().filter(it -> !steering.contains(it.kpiId())).toList(),
                source.dailyValues(value.month()));
    }
}
