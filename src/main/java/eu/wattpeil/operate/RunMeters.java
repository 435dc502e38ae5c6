package eu.wattpeil.operate;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what runs do, for whoever watches over the program. */
public final class RunMeters implements RunListener {

    private final MeterRegistry registry;

    public RunMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Collected collected) {
            count("wattpeil.documents", collected.documents());
            count("wattpeil.records", collected.records());
            count("wattpeil.rejects", collected.rejects());
        } else if (event instanceof RunEvent.Computed) {
            count("wattpeil.months.computed", 1);
        } else if (event instanceof RunEvent.Published) {
            count("wattpeil.reports.published", 1);
        } else if (event instanceof RunEvent.Failed) {
            count("wattpeil.failures", 1);
        }
    }

    private void count(String name, long amount) {
        registry.counter(name).increment(amount);
    }
}
