package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.PublishJobConfiguration.FactsOfMonth;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.explorer.AllMonths;
import eu.wattpeil.report.explorer.Lineage;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Report;
import java.time.YearMonth;
import java.util.List;
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

    /** The report of the newest month. */
    MonthlyReport newest(Report report) {
        return MonthlyReport.of(newest, report);
    }

    /** In order. */
    List<YearMonth> months() {
        return List.copyOf(byMonth.keySet());
    }

    List<KpiValue> values(List<YearMonth> some) {
        return editions.valuesOfMonths(some);
    }

    /** All of them for a page; several months can be read at once. */
    AllMonths all(Report report) {
        return new AllMonths(newest(report), months(), this::month, this::lineage);
    }

    private AllMonths.Month month(YearMonth month) {
        Edition edition = byMonth.get(month);
        if (edition == null) {
            throw new IllegalArgumentException("Cannot tell of month: " + month);
        }
        return new AllMonths.Month(
                values(List.of(month)),
                EditionChanges.of(editions, edition),
                Restatement.of(store, catalogue, month, edition.number()));
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
