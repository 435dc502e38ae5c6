package eu.wattpeil.operate;

import eu.wattpeil.deliver.Deliverer;
import eu.wattpeil.kpi.edition.ComputeJob.Computations;
import eu.wattpeil.report.PublishJob.FactsOfMonth;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Workspace;
import java.time.Clock;

/** What the jobs of a run work on. */
record JobWork(
        Workspace workspace,
        Store store,
        Clock clock,
        Computations computations,
        FactsOfMonth facts,
        Publisher publisher,
        Deliverer deliverer) {}
