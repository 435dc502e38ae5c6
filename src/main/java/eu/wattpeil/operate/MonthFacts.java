package eu.wattpeil.operate;

import eu.wattpeil.goal.History;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.ShownValues;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.query.StoreFacts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.MonthlyFacts;
import eu.wattpeil.report.Organisation;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.SoftwareVersion;
import java.time.YearMonth;
import java.util.List;

/** Gathers what the report of a month is made from. */
final class MonthFacts {

    private final Setup setup;
    private final Store store;
    private final ShownValues values;
    private List<Edition> editions = List.of();
    private List<SeriesBreak> breaks = List.of();

    MonthFacts(Setup setup, Store store) {
        this.setup = setup;
        this.store = store;
        this.values =
                new ShownValues(
                        store,
                        MonthlyFacts.MONTHS_BACK,
                        History.seriesOf(setup.workspace().goals()));
    }

    /** The editions are read once: publishing changes none. */
    MonthlyFacts facts(YearMonth month) {
        if (editions.isEmpty()) {
            editions = new Editions(store).current();
            breaks = SeriesBreak.all(store, setup.catalogue());
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
                MeterFacts.ofMonth(store, month, MeterQuestions.knownKeys(setup.workspace())));
    }
}
