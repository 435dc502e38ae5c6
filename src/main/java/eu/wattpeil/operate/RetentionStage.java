package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.store.KeptFrom;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Retention;
import eu.wattpeil.workspace.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes records that are older than the settings keep them. A month that is still to be computed
 * or published holds those that it sees.
 */
final class RetentionStage {

    private final Setup setup;
    private final Store store;
    private final RunEvents events;
    private final Clock clock;

    RetentionStage(Setup setup, Store store, RunEvents events, Clock clock) {
        this.setup = setup;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whether there are records to remove, as far as can be told without looking at what months
     * need.
     */
    boolean hasWork() {
        return keep().stream().anyMatch(it -> hasRecordsBefore(it.dataset(), wanted(it)));
    }

    void remove(Computation computation, Publisher publisher) {
        Optional<YearMonth> open = firstOpen(computation, publisher);
        List<KeptFrom> removed = new ArrayList<>();
        for (Retention retention : keep()) {
            String dataset = retention.dataset();
            YearMonth wanted = wanted(retention);
            YearMonth month =
                    open.map(it -> computation.unneededBefore(dataset, it))
                            .filter(it -> it.isBefore(wanted))
                            .orElse(wanted);
            if (hasRecordsBefore(dataset, month)) {
                removed.add(new KeptFrom(dataset, month, today()));
            }
        }
        if (!removed.isEmpty()) {
            store.retention().keepFrom(removed);
            removed.forEach(it -> events.tell(new RunEvent.Removed(it.dataset(), it.month())));
        }
    }

    private List<Retention> keep() {
        return setup.workspace().settings().keep();
    }

    /** The first month that is kept by the settings: complete ones before the present one. */
    private YearMonth wanted(Retention retention) {
        return YearMonth.from(today()).minusMonths(retention.months());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(setup.workspace().settings().zone()));
    }

    private boolean hasRecordsBefore(String dataset, YearMonth month) {
        return store.layout().months(dataset).stream().anyMatch(it -> it.isBefore(month));
    }

    /** The earliest month that runs compute and that is not computed and published as it should. */
    private Optional<YearMonth> firstOpen(Computation computation, Publisher publisher) {
        Settings settings = setup.workspace().settings();
        return DueMonths.of(computation, settings::firstMonth, clock).computed().stream()
                .filter(month -> computation.lacking(month).isEmpty())
                .filter(
                        month ->
                                computation.isDue(month)
                                        || !isPublished(
                                                computation.current(month).orElseThrow(),
                                                publisher))
                .findFirst();
    }

    private boolean isPublished(Edition edition, Publisher publisher) {
        return setup.workspace().reports().stream()
                .allMatch(
                        report ->
                                publisher.isPublished(
                                        edition.month(),
                                        edition.number(),
                                        report,
                                        setup.workspace().settings().languages()));
    }
}
