package eu.wattpeil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.RunTotals;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.Vitals;
import eu.wattpeil.serve.SteppedClock;
import eu.wattpeil.serve.Timetable;
import eu.wattpeil.workspace.Init;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says of itself to those who watch over it. */
class ServerMonitorTest {

    private static final Set<String> JOBS = Set.of("compute", "example");
    private static final Vitals NONE =
            new Vitals(List.of(), Optional.empty(), new TreeMap<>(), new TreeMap<>());

    /** Six in the morning in Brussels, when months are computed. */
    private static final String SIX = "2026-01-15T05:00:00Z";

    @TempDir Path folder;

    private final SteppedClock clock = new SteppedClock(SIX);
    private final AtomicInteger readings = new AtomicInteger();
    private Executor reading = Runnable::run;
    private Vitals vitals = NONE;
    private ServerMonitor monitor;

    @BeforeEach
    void watch() throws IOException {
        Init.write(folder.resolve("town"));
        monitor = new ServerMonitor(folder.resolve("town"), clock, reading);
        monitor.read(timetable(), Optional.empty());
    }

    @Test
    void countsWhatRunsTell() {
        for (int i = 0; i < 2; i++) {
            monitor.begins(JOBS);
            monitor.on(
                    new RunEvent.Collected(
                            "example",
                            2,
                            500,
                            1000,
                            7,
                            Duration.ofMillis(1500),
                            List.of("inbox/a.csv:1: no")));
            monitor.on(ended(Outcome.DONE));
            monitor.done(JOBS, Optional.empty());
        }

        assertThat(scrape())
                .contains(
                        "wattpeil_documents_total{source=\"example\"} 4.0",
                        "wattpeil_read_bytes_total{source=\"example\"} 1000.0",
                        "wattpeil_source_duration_seconds{source=\"example\"} 1.5",
                        "wattpeil_records_total{source=\"example\"} 2000.0",
                        "wattpeil_rejects_total{source=\"example\"} 14.0",
                        "wattpeil_runs_total{outcome=\"done\"} 2.0",
                        "wattpeil_runs_total{outcome=\"failed\"} 0.0",
                        "wattpeil_run_duration_seconds{stage=\"compute\"} 2.5")
                .noneMatch(line -> line.contains("inbox"));
    }

    @Test
    void namesTheWorkspaceInEachMetricWhereThatIsWanted() {
        monitor = new ServerMonitor(folder.resolve("town"), clock, reading, "town");
        monitor.read(timetable(), Optional.empty());
        monitor.begins(JOBS);
        monitor.done(JOBS, Optional.empty());

        assertThat(scrape())
                .filteredOn(line -> !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> line.contains("workspace=\"town\""));
    }

    @Test
    void countsARunThatBrokeOffAsOneThatFailed() {
        monitor.begins(JOBS);
        monitor.failed(JOBS, clock.instant());

        assertThat(scrape())
                .contains(
                        "wattpeil_runs_total{outcome=\"failed\"} 1.0",
                        "wattpeil_job_failing{name=\"compute\"} 1.0");
    }

    @Test
    void remembersAcrossServersWhenJobsWereDone() throws IOException {
        Files.createDirectories(folder.resolve("town/.wattpeil"));
        Files.writeString(
                folder.resolve("town/.wattpeil/served-times"), "compute\t2026-01-14T05:00:00Z\n");
        monitor = new ServerMonitor(folder.resolve("town"), clock, reading);
        monitor.read(timetable(), Optional.empty());

        assertThat(scrape())
                .contains(
                        "wattpeil_job_last_success_timestamp_seconds{name=\"compute\"}"
                                + " 1.7683668E9")
                .noneMatch(line -> line.contains("name=\"publish\""));
    }

    @Test
    void tellsWhatIsInTheStoreAndNothingOfWhatIsNotKnown() {
        vitals =
                new Vitals(
                        List.of(
                                new Vitals.Source(
                                        "ups",
                                        OptionalLong.of(3),
                                        Optional.of(Instant.ofEpochSecond(1_700_000_000))),
                                new Vitals.Source("gone", OptionalLong.empty(), Optional.empty())),
                        Optional.of(Instant.ofEpochSecond(1_600_000_000)),
                        new TreeMap<>(Map.of("ict_energy_total", 0.75)),
                        new TreeMap<>(Map.of("less", "watch")));

        assertThat(scrape())
                .contains(
                        "wattpeil_source_last_reading_timestamp_seconds{source=\"ups\"} 1.7E9",
                        "wattpeil_source_waiting_documents{source=\"ups\"} 3.0",
                        "wattpeil_rejects_total{source=\"ups\"} 0.0",
                        "wattpeil_last_month_timestamp_seconds 1.6E9",
                        "wattpeil_coverage_ratio{kpi=\"ict_energy_total\"} 0.75",
                        "wattpeil_goal_verdict{goal=\"less\",verdict=\"watch\"} 1.0",
                        "wattpeil_goal_verdict{goal=\"less\",verdict=\"on_course\"} 0.0",
                        "wattpeil_store_readable 1.0")
                .noneMatch(line -> line.matches("wattpeil_source_.*gone.*"));
    }

    @Test
    void forgetsWhatItKnewOfAStoreThatCannotBeRead() {
        vitals =
                new Vitals(
                        List.of(), Optional.of(clock.instant()), new TreeMap<>(), NONE.verdicts());
        scrape();
        monitor.begins(JOBS);
        monitor.done(JOBS, Optional.empty());

        List<String> lines =
                monitor.metrics(
                                () -> {
                                    throw new IOException("no disk");
                                })
                        .lines()
                        .toList();

        assertThat(lines)
                .contains("wattpeil_store_readable 0.0")
                .noneMatch(line -> line.startsWith("wattpeil_last_month"));
    }

    @Test
    void readsTheStoreOnlyAfterARunHasEndedOrAnHour() {
        scrape();
        scrape();
        assertThat(readings).hasValue(1);

        monitor.begins(JOBS);
        monitor.on(
                new RunEvent.Collected(
                        "example", 1, 500, 1, 0, Duration.ofMillis(1500), List.of()));
        scrape();
        assertThat(readings).as("while it is at work").hasValue(1);

        monitor.done(JOBS, Optional.empty());
        scrape();
        scrape();
        assertThat(readings).as("after it").hasValue(2);

        pass(Duration.ofMinutes(59));
        scrape();
        assertThat(readings).hasValue(2);
        pass(Duration.ofMinutes(1));
        scrape();
        assertThat(readings).as("after an hour").hasValue(3);
    }

    @Test
    void makesNobodyWaitForTheStoreAndReadsItOnceAtATime() {
        List<Runnable> tasks = new ArrayList<>();
        reading = tasks::add;
        monitor = new ServerMonitor(folder.resolve("town"), clock, reading);
        monitor.read(timetable(), Optional.empty());

        assertThat(scrape()).noneMatch(line -> line.startsWith("wattpeil_store_readable"));
        monitor.begins(JOBS);
        monitor.done(JOBS, Optional.empty());
        scrape();
        assertThat(tasks).hasSize(1);

        tasks.get(0).run();
        assertThat(scrape()).contains("wattpeil_store_readable 1.0");
        assertThat(tasks).as("as a run has ended since the first one began").hasSize(2);
    }

    @Test
    void isUpWhileNothingIsWrong() {
        pass(Duration.ofMinutes(1));

        assertThat(monitor.health().isUp()).isTrue();
        assertThat(monitor.health().json()).isEqualTo("{\"status\":\"up\",\"reasons\":[]}\n");
    }

    @Test
    void isDownFromAFailureUntilTheJobIsDone() {
        monitor.begins(JOBS);
        monitor.on(new RunEvent.Failed("inbox/Jan.csv:1: no"));
        monitor.failed(Set.of("example"), clock.instant());
        pass(Duration.ofMinutes(5));
        monitor.begins(JOBS);
        monitor.failed(Set.of("example"), clock.instant());

        assertThat(monitor.health().json())
                .isEqualTo(
                        "{\"status\":\"down\",\"reasons\":[\"example failed at "
                                + SIX
                                + " and has not been done since\"]}\n");

        monitor.begins(JOBS);
        monitor.done(Set.of("example"), Optional.empty());
        assertThat(monitor.health().isUp()).isTrue();
        assertThat(scrape()).contains("wattpeil_job_failing{name=\"example\"} 0.0");
    }

    @Test
    void isDownWhileTheWorkspaceCannotBeUsed() throws IOException {
        monitor.unusable(List.of("config/delivery.yaml:3: jan@town.example is no"));

        assertThat(monitor.health().reasons())
                .containsExactly(
                        "the workspace cannot be used; wattpeil check names what is wrong");
        assertThat(scrape()).contains("wattpeil_workspace_usable 0.0");

        monitor.read(timetable(), Optional.empty());
        assertThat(monitor.health().isUp()).isTrue();
    }

    @Test
    void isDownWhenWhatIsDueWaitsForLongerThanAnHour() {
        monitor.begins(JOBS);
        monitor.waits("in use by process 7");
        pass(Duration.ofHours(1));
        monitor.begins(JOBS);
        monitor.looked(Optional.of("in use by process 7"));
        assertThat(monitor.health().isUp()).isTrue();

        pass(Duration.ofMinutes(1));

        assertThat(monitor.health().reasons())
                .containsExactly("compute is due since " + SIX + " and waits");
    }

    @Test
    void givesARunThatIsAtWorkADay() {
        monitor.begins(JOBS);
        pass(Duration.ofHours(24));
        assertThat(monitor.health().isUp()).isTrue();

        pass(Duration.ofMinutes(1));

        assertThat(monitor.health().reasons())
                .containsExactly("compute is due since " + SIX + " and waits");
    }

    @Test
    void holdsNothingAgainstAServerThatWasNotThereWhenAJobWasDue() throws IOException {
        Files.createDirectories(folder.resolve("town/.wattpeil"));
        Files.writeString(
                folder.resolve("town/.wattpeil/served-times"), "compute\t2025-01-14T05:00:00Z\n");
        monitor = new ServerMonitor(folder.resolve("town"), clock, reading);
        monitor.read(timetable(), Optional.empty());

        assertThat(monitor.health().isUp()).isTrue();
    }

    private List<String> scrape() {
        return monitor.metrics(
                        () -> {
                            readings.incrementAndGet();
                            return vitals;
                        })
                .lines()
                .toList();
    }

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    private Timetable timetable() {
        return Timetable.of(Setup.readWorkspace(folder.resolve("town")));
    }

    static RunEvent ended(Outcome outcome) {
        return new RunEvent.Ended(
                outcome,
                new RunTotals(
                        2,
                        1000,
                        7,
                        1,
                        1,
                        0,
                        Duration.ofSeconds(1),
                        Duration.ofMillis(2500),
                        Duration.ZERO,
                        Duration.ZERO));
    }
}
