package eu.wattpeil.operate;

import eu.wattpeil.goal.History;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.edition.ShownValues;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.query.CategoryFacts;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.query.StoreFacts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Insights;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.report.content.Provenance;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.SoftwareVersion;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Gathers what the report of a month is made from. */
final class MonthFacts {

    private final Setup setup;
    private final Store store;
    private final ShownValues values;
    private final EditionShifts shifts;
    private List<Edition> editions = List.of();
    private List<SeriesBreak> breaks = List.of();
    private Map<String, Set<String>> unread = Map.of();
    private Optional<MonthlyFacts> last = Optional.empty();

    MonthFacts(Setup setup, Store store) {
        this.setup = setup;
        this.store = store;
        this.shifts = new EditionShifts(new Editions(store));
        this.values =
                new ShownValues(
                        store,
                        MonthlyFacts.MONTHS_BACK,
                        History.seriesOf(setup.workspace().goals()));
    }

    /** The editions are read once: publishing changes none. */
    MonthlyFacts facts(YearMonth month) {
        MonthlyFacts facts =
                last.filter(it -> it.month().equals(month)).orElseGet(() -> gathered(month));
        last = Optional.of(facts);
        return facts;
    }

    private MonthlyFacts gathered(YearMonth month) {
        if (editions.isEmpty()) {
            editions = new Editions(store).current();
            breaks = SeriesBreak.all(store, setup.catalogue());
            unread = unread();
        }
        Edition edition =
                editions.stream().filter(it -> it.month().equals(month)).findFirst().orElseThrow();
        List<KpiValue> before =
                edition.number() == 1
                        ? List.of()
                        : new Editions(store).values(month, edition.number() - 1);
        StoreFacts facts = StoreFacts.ofMonth(store, month, setup.workspace().settings().zone());
        return new MonthlyFacts(
                Organisation.of(setup.workspace()),
                setup.texts(),
                setup.workspace().reports(),
                month,
                edition.number(),
                SoftwareVersion.text(),
                edition.fingerprint(),
                setup.catalogue().kpis(),
                values.of(month),
                before,
                facts.sources(),
                facts.rejects(),
                breaks,
                new Editions(store).later(month),
                MeterFacts.ofMonth(store, month, MeterQuestions.knownKeys(setup.workspace())),
                categories(month),
                unread,
                insights(edition),
                provenance(edition));
    }

    private Insights insights(Edition edition) {
        Editions all = new Editions(store);
        return new Insights(
                EditionFindings.of(setup.workspace(), all, edition).findings(),
                shifts.upTo(edition.month()).shifts(),
                EditionChanges.of(all, edition),
                EditionEffects.of(all, edition),
                EditionDetails.of(setup.workspace(), all, edition),
                setup.catalogue().steering());
    }

    private Provenance provenance(Edition edition) {
        return new Provenance(
                new Editions(store).manifestText(edition.month(), edition.number()),
                Restatement.of(store, setup.catalogue(), edition.month(), edition.number()));
    }

    /** Those of the inventories that speak for the month. */
    private List<CategoryFacts> categories(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        long oldestDays = setup.workspace().settings().inventoryMaxAge().toDays();
        return CategoryFacts.unknown(
                store, Status.knownCategories(setup.workspace()), last.minusDays(oldestDays), last);
    }

    /** By KPI: the datasets that no definition fills, and of which the store has nothing. */
    private Map<String, Set<String>> unread() {
        Set<String> read = new HashSet<>();
        setup.intakes().all().forEach(intake -> read.add(intake.dataset().name()));
        store.documents().forEach(document -> read.add(document.dataset()));
        Map<String, Set<String>> unread = new TreeMap<>();
        for (Kpi kpi : setup.catalogue().kpis()) {
            Set<String> datasets = setup.catalogue().datasetsOf(kpi.kpiId());
            datasets.removeAll(read);
            if (!datasets.isEmpty()) {
                unread.put(kpi.kpiId(), datasets);
            }
        }
        return unread;
    }
}
