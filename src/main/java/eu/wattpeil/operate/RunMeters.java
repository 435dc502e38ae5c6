package eu.wattpeil.operate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Counts what a run does, and times its stages. */
final class RunMeters implements RunListener {

    private static final String DOCUMENTS = "wattpeil.documents";
    private static final String RECORDS = "wattpeil.records";
    private static final String REJECTS = "wattpeil.rejects";
    private static final String MONTHS = "wattpeil.months.computed";
    private static final String REPORTS = "wattpeil.reports.published";
    private static final String DELIVERIES = "wattpeil.reports.delivered";
    private static final String STAGES = "wattpeil.stages";

    private final MeterRegistry registry = new SimpleMeterRegistry();

    /** What a run does one after the other. */
    enum Stage {
        COLLECT,
        COMPUTE,
        PUBLISH,
        DELIVER
    }

    /** A stage that is going on. */
    interface Timing extends AutoCloseable {

        /** The stage is over, well or not. */
        @Override
        void close();
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Collected collected) {
            count(DOCUMENTS, collected.documents());
            count(RECORDS, collected.records());
            count(REJECTS, collected.rejects());
        } else if (event instanceof RunEvent.Computed) {
            count(MONTHS, 1);
        } else if (event instanceof RunEvent.Published) {
            count(REPORTS, 1);
        } else if (event instanceof RunEvent.Delivered) {
            count(DELIVERIES, 1);
        }
    }

    /** Times a stage until it is closed. */
    Timing time(Stage stage) {
        Timer.Sample begun = Timer.start(registry);
        return () -> begun.stop(timer(stage));
    }

    /** What was done by now. */
    RunTotals totals() {
        return new RunTotals(
                counted(DOCUMENTS),
                counted(RECORDS),
                counted(REJECTS),
                counted(MONTHS),
                counted(REPORTS),
                counted(DELIVERIES),
                timed(Stage.COLLECT),
                timed(Stage.COMPUTE),
                timed(Stage.PUBLISH),
                timed(Stage.DELIVER));
    }

    private void count(String name, long amount) {
        registry.counter(name).increment(amount);
    }

    private long counted(String name) {
        return Math.round(registry.counter(name).count());
    }

    private Duration timed(Stage stage) {
        return Duration.ofNanos(Math.round(timer(stage).totalTime(TimeUnit.NANOSECONDS)));
    }

    private Timer timer(Stage stage) {
        return registry.timer(STAGES, "stage", stage.name().toLowerCase(Locale.ROOT));
    }
}
