package eu.wattpeil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Vitals;
import eu.wattpeil.serve.SteppedClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file that a run without a server leaves to a collector. */
class MetricsFileTest {

    private static final Set<String> ALL = Set.of("compute", "ups");
    private static final StoreReading STORE =
            () -> new Vitals(List.of(), Optional.empty(), new TreeMap<>(), new TreeMap<>());

    @TempDir Path folder;

    private final SteppedClock clock = new SteppedClock("2026-01-15T05:00:00Z");

    @Test
    void goesOnCountingFromRunToRun() throws IOException {
        run(Outcome.DONE, ALL);
        run(Outcome.DONE, ALL);

        assertThat(lines())
                .contains(
                        "wattpeil_records_total{source=\"ups\"} 20.0",
                        "wattpeil_runs_total{outcome=\"done\"} 2.0",
                        "wattpeil_job_last_success_timestamp_seconds{name=\"ups\"} 1.7684532E9",
                        "wattpeil_job_failing{name=\"ups\"} 0.0");
    }

    @Test
    void goesOnWhereTheWorkspaceGotAName() throws IOException {
        run(Outcome.DONE, ALL);
        MetricsFile named = new MetricsFile(file(), clock, "town");
        named.ended(Outcome.NOTHING_TO_DO, ALL, ALL, STORE);
        new MetricsFile(file(), clock, "town").ended(Outcome.STOPPED, ALL, ALL, STORE);

        assertThat(lines())
                .contains(
                        "wattpeil_records_total{source=\"ups\",workspace=\"town\"} 10.0",
                        "wattpeil_read_bytes_total{source=\"ups\",workspace=\"town\"} 500.0",
                        "wattpeil_job_failing{name=\"ups\",workspace=\"town\"} 0.0");
    }

    @Test
    void remembersWhenAFailingJobWasDone() throws IOException {
        run(Outcome.DONE, ALL);
        clock.set(clock.instant().plusSeconds(3600));
        run(Outcome.FAILED, Set.of("ups"));
        run(Outcome.STOPPED, ALL);

        assertThat(lines())
                .contains(
                        "wattpeil_job_last_success_timestamp_seconds{name=\"ups\"} 1.7684532E9",
                        "wattpeil_job_failing{name=\"ups\"} 1.0",
                        "wattpeil_job_failing{name=\"compute\"} 0.0");
    }

    @Test
    void tellsOfARunThatCouldNotBegin() throws IOException {
        run(Outcome.DONE, ALL);
        new MetricsFile(file(), clock, "").broken(Set.of("ups"), false);

        assertThat(lines())
                .contains(
                        "wattpeil_workspace_usable 0.0",
                        "wattpeil_runs_total{outcome=\"failed\"} 1.0",
                        "wattpeil_job_failing{name=\"ups\"} 1.0",
                        "wattpeil_job_failing{name=\"compute\"} 0.0");
    }

    @Test
    void forgetsJobsThatAreGone() throws IOException {
        run(Outcome.DONE, ALL);
        MetricsFile next = new MetricsFile(file(), clock, "");
        next.ended(Outcome.NOTHING_TO_DO, Set.of("compute"), Set.of("compute"), STORE);

        assertThat(lines()).noneMatch(line -> line.contains("name=\"ups\""));
    }

    @Test
    void beginsAnewWhereTheFileIsNoneOfOurs() throws IOException {
        Files.write(
                file(),
                "wattpeil_records_total{source=\"ups\"} NaN\nwattpeil_runs_total{outcome= \u00ff"
                        .getBytes(StandardCharsets.ISO_8859_1));
        run(Outcome.DONE, ALL);

        assertThat(lines()).contains("wattpeil_records_total{source=\"ups\"} 10.0");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForEveryAccountAndLeavesNothingBesideIt() throws IOException {
        run(Outcome.DONE, ALL);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-r--r--");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    private void run(Outcome outcome, Set<String> jobs) throws IOException {
        MetricsFile metrics = new MetricsFile(file(), clock, "");
        metrics.on(
                new RunEvent.Collected("ups", 1, 500, 10, 0, Duration.ofMillis(1500), List.of()));
        metrics.on(ServerMonitorTest.ended(outcome));
        metrics.ended(outcome, ALL, jobs, STORE);
    }

    private Path file() {
        return folder.resolve("town.prom");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }
}
