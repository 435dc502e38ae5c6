package eu.wattpeil.operate;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.TableFile;
import eu.wattpeil.store.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run did and what went wrong in it, kept as a row of the table {@code runs}. */
final class RunLog implements RunListener {

    private final Clock clock;
    private final Instant startedAt;
    private final List<String> failures = new ArrayList<>();
    private boolean hasChanged;
    private final RunMeters meters;

    /**
     * @param meters that have counted an event before it is told here
     */
    RunLog(Clock clock, RunMeters meters) {
        this.clock = clock;
        this.meters = meters;
        startedAt = clock.instant();
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Failed failed) {
            failures.add(failed.message());
        } else if (event instanceof RunEvent.Removed || event instanceof RunEvent.Indexed) {
            hasChanged = true;
        }
    }

    /** How the run ended, if it was not stopped. */
    Outcome outcome() {
        if (!failures.isEmpty()) {
            return Outcome.FAILED;
        }
        RunTotals totals = meters.totals();
        boolean hasDoneAnything =
                hasChanged
                        || totals.documents() > 0
                        || totals.months() > 0
                        || totals.reports() > 0
                        || totals.deliveries() > 0;
        return hasDoneAnything ? Outcome.DONE : Outcome.NOTHING_TO_DO;
    }

    /** Keeps the run in the store. */
    void write(Store store, Outcome outcome) {
        Dataset table = Datasets.RUNS;
        RunTotals totals = meters.totals();
        Instant endedAt = clock.instant();
        String file = table.name() + "/" + startedAt.toString().replace(":", "") + ".parquet";
        try (TableFile target = store.create(table, file)) {
            RowBlock row = target.rows();
            row.set(table.index("started_at"), micros(startedAt));
            row.set(table.index("ended_at"), micros(endedAt));
            row.set(table.index("outcome"), Text.of(outcome.name().toLowerCase(Locale.ROOT)));
            row.set(table.index("documents"), totals.documents());
            row.set(table.index("records"), totals.records());
            row.set(table.index("rejects"), totals.rejects());
            row.set(table.index("months"), totals.months());
            row.set(table.index("reports"), totals.reports());
            failures.stream()
                    .findFirst()
                    .flatMap(message -> message.lines().findFirst())
                    .ifPresent(line -> row.set(table.index("message"), Text.of(line)));
            target.closeRow();
            target.commit();
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
