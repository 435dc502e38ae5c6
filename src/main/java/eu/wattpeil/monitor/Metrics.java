package eu.wattpeil.monitor;

import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.RunListener;
import eu.wattpeil.operate.RunTotals;
import eu.wattpeil.operate.Vitals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is counted and measured of runs, jobs and a store, in the words of Prometheus. */
final class Metrics implements RunListener {

    /** The format of {@link #text()}. */
    static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    /** The label of the workspace. */
    static final String WORKSPACE = "workspace";

    private static final List<String> VERDICTS =
            List.of("starts", "on_course", "watch", "off_course", "unknown");
    private static final double MILLIS = 1000;

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Measured, MultiGauge> gauges = new EnumMap<>(Measured.class);

    private final SortedMap<String, Duration> sources = new TreeMap<>();

    /**
     * What is known to be none is counted as none, so that the first one is seen as a rise.
     *
     * @param workspace that each metric names, where those of several meet; empty for none
     */
    Metrics(String workspace) {
        if (!workspace.isEmpty()) {
            registry.config().commonTags(WORKSPACE, workspace);
        }
        for (Measured measured : Measured.values()) {
            gauges.put(
                    measured,
                    MultiGauge.builder(measured.title())
                            .description(measured.meaning())
                            .baseUnit(measured.unit().isEmpty() ? null : measured.unit())
                            .register(registry));
        }
        for (Counted counted : Counted.values()) {
            if (counted.label().isEmpty()) {
                count(counted, "", 0);
            }
        }
        for (Outcome outcome : Outcome.values()) {
            count(Counted.RUNS, code(outcome), 0);
        }
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Collected collected) {
            count(Counted.DOCUMENTS, collected.definition(), collected.documents());
            count(Counted.BYTES, collected.definition(), collected.bytes());
            count(Counted.RECORDS, collected.definition(), collected.records());
            count(Counted.REJECTS, collected.definition(), collected.rejects());
            show(collected);
        } else if (event instanceof RunEvent.Computed) {
            count(Counted.MONTHS, "", 1);
        } else if (event instanceof RunEvent.Published) {
            count(Counted.REPORTS, "", 1);
        } else if (event instanceof RunEvent.Delivered) {
            count(Counted.DELIVERIES, "", 1);
        } else if (event instanceof RunEvent.Ended ended) {
            show(ended.totals());
            ended(ended.outcome());
        }
    }

    /** A run is over that may not have told so. */
    void ended(Outcome outcome) {
        count(Counted.RUNS, code(outcome), 1);
    }

    /**
     * Counts more.
     *
     * @param value of the label; empty where there is none
     */
    void count(Counted counted, String value, double more) {
        Counter.builder(counted.title())
                .description(counted.meaning())
                .tags(counted.label().isEmpty() ? Tags.empty() : Tags.of(counted.label(), value))
                .register(registry)
                .increment(more);
    }

    void show(Jobs jobs) {
        List<Row<?>> lastSuccess = new ArrayList<>();
        List<Row<?>> failing = new ArrayList<>();
        jobs.all()
                .forEach(
                        (name, job) -> {
                            Tags tags = Tags.of("name", name);
                            job.lastAt().ifPresent(at -> lastSuccess.add(row(tags, at)));
                            job.isFailing().ifPresent(is -> failing.add(Row.of(tags, is ? 1 : 0)));
                        });
        set(Measured.JOB_LAST_SUCCESS, lastSuccess);
        set(Measured.JOB_FAILING, failing);
    }

    void showUsable(boolean isUsable) {
        set(Measured.USABLE, List.of(Row.of(Tags.empty(), isUsable ? 1 : 0)));
    }

    /** What is not known is absent, and never 0. */
    void show(Vitals vitals) {
        List<Row<?>> lastReadings = new ArrayList<>();
        List<Row<?>> waiting = new ArrayList<>();
        for (Vitals.Source source : vitals.sources()) {
            Tags tags = Tags.of("source", source.name());
            source.lastAt().ifPresent(at -> lastReadings.add(row(tags, at)));
            source.waiting().ifPresent(count -> waiting.add(Row.of(tags, count)));
            count(Counted.DOCUMENTS, source.name(), 0);
            count(Counted.BYTES, source.name(), 0);
            count(Counted.RECORDS, source.name(), 0);
            count(Counted.REJECTS, source.name(), 0);
        }
        set(Measured.LAST_READING, lastReadings);
        set(Measured.WAITING, waiting);
        set(
                Measured.LAST_MONTH,
                vitals.lastMonth().stream().<Row<?>>map(at -> row(Tags.empty(), at)).toList());
        List<Row<?>> coverage = new ArrayList<>();
        vitals.coverage().forEach((kpi, share) -> coverage.add(Row.of(Tags.of("kpi", kpi), share)));
        set(Measured.COVERAGE, coverage);
        set(Measured.VERDICT, verdicts(vitals));
        set(Measured.READABLE, List.of(Row.of(Tags.empty(), 1)));
    }

    /** The store could not be read: nothing is known of it. */
    void showUnreadable() {
        List.of(
                        Measured.LAST_READING,
                        Measured.WAITING,
                        Measured.LAST_MONTH,
                        Measured.COVERAGE,
                        Measured.VERDICT)
                .forEach(measured -> set(measured, List.of()));
        set(Measured.READABLE, List.of(Row.of(Tags.empty(), 0)));
    }

    /** All of it, in the text format of Prometheus. */
    String text() {
        return registry.scrape(FORMAT);
    }

    private void show(RunEvent.Collected collected) {
        sources.put(collected.definition(), collected.took());
        List<Row<?>> rows = new ArrayList<>();
        sources.forEach(
                (source, took) ->
                        rows.add(Row.of(Tags.of("source", source), took.toMillis() / MILLIS)));
        set(Measured.SOURCE, rows);
    }

    private void show(RunTotals totals) {
        set(
                Measured.STAGE,
                List.of(
                        stage("collect", totals.collecting()),
                        stage("compute", totals.computing()),
                        stage("publish", totals.publishing()),
                        stage("deliver", totals.delivering())));
    }

    private static List<Row<?>> verdicts(Vitals vitals) {
        List<Row<?>> rows = new ArrayList<>();
        vitals.verdicts()
                .forEach(
                        (goal, verdict) ->
                                VERDICTS.forEach(
                                        it ->
                                                rows.add(
                                                        Row.of(
                                                                Tags.of(
                                                                        "goal", goal, "verdict",
                                                                        it),
                                                                it.equals(verdict) ? 1 : 0))));
        return rows;
    }

    private void set(Measured measured, List<Row<?>> rows) {
        Optional.ofNullable(gauges.get(measured)).orElseThrow().register(rows, true);
    }

    private static Row<?> stage(String stage, Duration duration) {
        return Row.of(Tags.of("stage", stage), duration.toMillis() / MILLIS);
    }

    private static Row<?> row(Tags tags, Instant at) {
        return Row.of(tags, at.toEpochMilli() / MILLIS);
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
