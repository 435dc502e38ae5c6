package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.report.PublishJob.FactsOfMonth;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.explorer.AllMonths;
import eu.wattpeil.report.explorer.Lineage;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Report;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the shown editions of all months tell. Months are read when they are asked for. */
final class ShownMonths {

    private final Store store;
    private final Catalogue catalogue;
    private final Editions editions;
    private final TreeMap<YearMonth, Edition> byMonth = new TreeMap<>();
    private final MonthlyFacts newest;

    ShownMonths(Store store, Catalogue catalogue, FactsOfMonth facts) {
        this.store = store;
        this.catalogue = catalogue;
        editions = new Editions(store);
        editions.current().forEach(it -> byMonth.put(it.month(), it));
        newest = facts.facts(byMonth.lastKey());
    }

    /**
     * All of them.
     *
     * @param report that sections are named by
     */
    AllMonths all(Report report) {
        return new AllMonths(
                MonthlyReport.of(newest, report),
                List.copyOf(byMonth.keySet()),
                editions::reportedValuesOfMonths,
                this::causes,
                this::lineage);
    }

    private List<AllMonths.Causes> causes(List<YearMonth> months) {
        List<Edition> some =
                months.stream().map(it -> Objects.requireNonNull(byMonth.get(it))).toList();
        Map<YearMonth, List<ChangePart>> changes = EditionChanges.ofEach(editions, some);
        return some.stream()
                .map(it -> causes(it, changes.getOrDefault(it.month(), List.of())))
                .toList();
    }

    private AllMonths.Causes causes(Edition edition, List<ChangePart> changes) {
        return new AllMonths.Causes(
                changes, Restatement.of(store, catalogue, edition.month(), edition.number()));
    }

    private Lineage lineage(String kpiId) {
        List<Model> models = catalogue.lineage(kpiId);
        Set<String> datasets = catalogue.datasetsOf(kpiId);
        Set<String> tables = new TreeSet<>();
        models.forEach(model -> model.reads().forEach(read -> tables.add(read.name())));
        tables.removeAll(datasets);
        models.forEach(model -> tables.remove(model.name()));
        return new Lineage(
                models.stream().map(Model::name).toList(),
                datasets.stream().sorted().toList(),
                List.copyOf(tables));
    }
}
