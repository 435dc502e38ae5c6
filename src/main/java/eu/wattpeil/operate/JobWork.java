package eu.wattpeil.operate;

import eu.wattpeil.deliver.Deliverer;
import eu.wattpeil.kpi.edition.ComputeJob.Computations;
import eu.wattpeil.report.PublishJob.FactsOfMonth;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.report.ReportFolder;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Workspace;
import java.time.Clock;
import java.time.YearMonth;

/** What the jobs of a run work on. */
record JobWork(
        Workspace workspace,
        Store store,
        Clock clock,
        Computations computations,
        FactsOfMonth facts,
        Publisher publisher,
        Deliverer deliverer) {

    /**
     * What they work on in a workspace.
     *
     * @param stop ends a delivery before its next report once it is asked
     * @param computations asked once documents are collected
     */
    static JobWork of(
            Setup setup,
            Store store,
            Clock clock,
            Stop stop,
            Computations computations,
            ReportFolder reports) {
        FactsOfMonth facts = new MonthFacts(setup, store)::facts;
        Publisher publisher = new Publisher(reports, setup::template);
        Deliverer deliverer =
                new Deliverer(
                        setup.workspace(),
                        store,
                        publisher,
                        setup.recipientKey(),
                        (issue, report) -> report(setup, facts, issue.month(), report),
                        clock,
                        stop::isAsked);
        return new JobWork(
                setup.workspace(), store, clock, computations, facts, publisher, deliverer);
    }

    private static MonthlyReport report(
            Setup setup, FactsOfMonth facts, YearMonth month, String name) {
        return MonthlyReport.of(
                facts.facts(month),
                setup.workspace().reports().stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }
}
