package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.MadeFrom;
import eu.wattpeil.kpi.edition.Verdicts;
import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Workspace;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
     * Explains a value; from the beginning where a run exchanges files meanwhile.
     *
     * @throws UnknownValueException where there is no such value, with what there is
     */
    public Explanation explain(Question question) {
        return store.reading(() -> explainOnce(question));
    }

    private Explanation explainOnce(Question question) {
        Kpi kpi =
                catalogue
                        .kpi(question.kpiId())
                        .orElseThrow(
                                () -> UnknownValueException.ofKpi(question.kpiId(), catalogue));
        Edition shown = shown(question.month());
        List<KpiValue> edition = editions.values(question.month(), shown.number());
        KpiValue value = value(kpi, question, edition);
        Optional<MadeFrom> madeFrom = editions.madeFrom(question.month(), shown.number());
        Workings.Source source = Workings.Source.of(workspace, catalogue, store, version);
        Tracer tracer = new Tracer(workspace, catalogue, editions, source, verdicts);
        List<KpiValue> months = value.isWithheld() ? List.of() : tracer.months(kpi, value, edition);
        Optional<Evidence> evidence =
                value.isWithheld() ? Optional.empty() : tracer.evidence(kpi, value, edition);
        return new Explanation(
                kpi,
                value,
                kpi.minimumCoverage().orElse(workspace.settings().minimumCoverage()),
                new Standing(
                        shown.number(),
                        madeFrom.map(it -> changes(it, source, question, evidence)),
                        evidence.isPresent()),
                Arithmetic.of(kpi, value, months),
                months,
                value.isWithheld() ? List.of() : factors(kpi, value, evidence),
                value.isWithheld() ? Optional.empty() : Parts.of(kpi, value, edition),
                evidence.map(Evidence::trail));
    }

    private static List<MadeFrom.Change> changes(
            MadeFrom madeFrom,
            Workings.Source source,
            Question question,
            Optional<Evidence> evidence) {
        Set<YearMonth> months = new TreeSet<>(question.period().months(question.month()));
        months.add(question.month());
        evidence.ifPresent(it -> months.addAll(it.trail().earlier()));
        Set<MadeFrom.Change> changes =
                new LinkedHashSet<>(madeFrom.changesTo(source.madeFrom(question.month())));
        months.forEach(month -> changes.addAll(source.lacking(month, question.kpiId())));
        return List.copyOf(changes);
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
}
