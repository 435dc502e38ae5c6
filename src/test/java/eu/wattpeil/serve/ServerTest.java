package eu.wattpeil.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.cli.CommandLineInterface;
import eu.wattpeil.disk.FolderInUseException;
import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Stop;
import eu.wattpeil.workspace.Init;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs when, over years that pass in a moment. */
class ServerTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Set<String> MONTHS = Set.of("compute", "publish", "deliver");

    @TempDir Path folder;

    private Path root;
    private final SteppedClock clock = new SteppedClock("2026-01-15T10:00:00Z");
    private final List<Made> made = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** In the next run. */
    private Optional<RunEvent> happens = Optional.empty();

    /** A run that was made. */
    private record Made(Instant at, Set<String> jobs) {}

    /** Makes no run, but says how it ended. */
    @FunctionalInterface
    private interface Ending {
        Outcome of(Set<String> jobs) throws IOException;
    }

    @BeforeEach
    void makeWorkspace() throws IOException {
        root = folder.resolve("town");
        Init.write(root);
        schedule("night", "0 30 2 * * *");
        schedule("monthly", "0 0 5 1 * *");
    }

    @Test
    void runsEverythingOnceWhenItIsNew() throws Exception {
        serveUntil("2026-01-15T12:00:00Z", jobs -> Outcome.DONE);

        assertThat(made)
                .containsExactly(
                        new Made(
                                Instant.parse("2026-01-15T10:00:00Z"),
                                with(MONTHS, "example", "print", "monthly", "night")));
    }

    @Test
    void runsEachJobAtItsTimesForAYear() throws Exception {
        serveUntil("2027-01-15T11:00:00Z", jobs -> Outcome.DONE);

        List<Made> nights = runsOf("night");
        assertThat(nights).hasSize(1 + 365);
        assertThat(nights.subList(1, 366))
                .allSatisfy(run -> assertThat(run.jobs()).containsExactly("night"))
                .extracting(run -> run.at().atZone(BRUSSELS).toLocalDate())
                .doesNotHaveDuplicates();
        assertThat(runsOf("monthly")).hasSize(1 + 12);
        List<Made> mornings = runsOf("compute");
        assertThat(mornings).hasSize(1 + 365);
        assertThat(mornings.subList(1, 366))
                .allSatisfy(
                        run -> assertThat(run.jobs()).isEqualTo(with(MONTHS, "example", "print")))
                .extracting(run -> LocalTime.from(run.at().atZone(BRUSSELS)))
                .containsOnly(LocalTime.of(6, 0));
    }

    @Test
    void makesUpOnceForWhatWasMissed() throws Exception {
        serveUntil("2026-01-15T12:00:00Z", jobs -> Outcome.DONE);
        made.clear();
        clock.set(Instant.parse("2026-02-20T12:00:00Z"));

        serveUntil("2026-02-20T13:00:00Z", jobs -> Outcome.DONE);

        assertThat(made)
                .extracting(Made::jobs)
                .containsExactly(with(MONTHS, "example", "print", "monthly", "night"));
    }

    @Test
    void doesNotRepeatWhatWasDoneWhenItStartsAgain() throws Exception {
        serveUntil("2026-01-15T12:00:00Z", jobs -> Outcome.DONE);
        made.clear();

        serveUntil("2026-01-15T14:00:00Z", jobs -> Outcome.DONE);

        assertThat(made).isEmpty();
    }

    @Test
    void triesAgainSoonAndThenLessOften() throws Exception {
        serveUntil("2026-01-15T18:00:00Z", jobs -> Outcome.FAILED);

        assertThat(made)
                .extracting(run -> Duration.between(made.get(0).at(), run.at()).toMinutes())
                .containsExactly(0L, 5L, 20L, 80L, 260L, 440L);
        assertThat(told).contains("failed until 2026-01-15T10:05:00Z");
    }

    @Test
    void triesWhatFailedBeforeItComputes() throws Exception {
        serveUntil("2026-01-16T00:00:00Z", jobs -> Outcome.DONE);
        made.clear();

        serveUntil(
                "2026-01-16T07:00:00Z",
                jobs -> jobs.contains("night") ? Outcome.FAILED : Outcome.DONE);

        assertThat(runsOf("compute").get(0).jobs())
                .isEqualTo(with(MONTHS, "example", "print", "night"));
    }

    @Test
    void isNotHeldUpForAYearByAClockThatWasWrong() throws Exception {
        serveUntil("2026-01-15T12:00:00Z", jobs -> Outcome.DONE);
        clock.set(Instant.parse("2027-01-15T12:00:00Z"));
        serveUntil("2027-01-15T13:00:00Z", jobs -> Outcome.DONE);
        made.clear();
        clock.set(Instant.parse("2026-01-16T12:00:00Z"));

        serveUntil("2026-01-18T12:00:00Z", jobs -> Outcome.DONE);

        assertThat(runsOf("night")).hasSize(2);
    }

    @Test
    void noticesAClockThatIsSetBackWhileItWaits() throws Exception {
        serveUntil(
                "2026-01-18T12:00:00Z",
                jobs -> {
                    if (made.size() == 1) {
                        clock.set(Instant.parse("2026-01-10T12:00:00Z"));
                    }
                    return Outcome.DONE;
                },
                now -> {});

        assertThat(runsOf("night")).hasSizeBetween(8, 10);
    }

    @Test
    void followsFilesThatChange() throws Exception {
        serveUntil(
                "2026-01-15T13:00:00Z",
                jobs -> Outcome.DONE,
                now -> {
                    if (now.equals(Instant.parse("2026-01-15T10:30:00Z"))) {
                        schedule("hourly", "0 0 * * * *");
                    }
                });

        assertThat(runsOf("hourly"))
                .extracting(Made::at)
                .containsExactly(
                        Instant.parse("2026-01-15T10:31:00Z"),
                        Instant.parse("2026-01-15T11:00:00Z"),
                        Instant.parse("2026-01-15T12:00:00Z"));
    }

    @Test
    void restsWhileTheWorkspaceIsBroken() throws Exception {
        serveUntil("2026-01-15T12:00:00Z", jobs -> Outcome.DONE);
        made.clear();

        serveUntil(
                "2026-01-18T12:00:00Z",
                jobs -> Outcome.DONE,
                now -> {
                    if (now.equals(Instant.parse("2026-01-15T13:00:00Z"))) {
                        schedule("night", "every night");
                    }
                    if (now.equals(Instant.parse("2026-01-17T12:00:00Z"))) {
                        schedule("night", "0 30 2 * * *");
                    }
                });

        assertThat(told)
                .filteredOn(message -> message.contains("jobs/collect/night.yaml"))
                .hasSize(1);
        assertThat(runsOf("night"))
                .extracting(run -> run.at().atZone(BRUSSELS).toLocalDate())
                .containsExactly(LocalDate.of(2026, 1, 17), LocalDate.of(2026, 1, 18));
    }

    @Test
    void waitsForARunOfSomebodyElse() throws Exception {
        Instant free = Instant.parse("2026-01-15T10:40:00Z");

        serveUntil(
                "2026-01-15T12:00:00Z",
                jobs -> {
                    if (clock.instant().isBefore(free)) {
                        throw new BusyException("in use by process 7");
                    }
                    return Outcome.DONE;
                });

        assertThat(told).filteredOn("waits: in use by process 7"::equals).hasSize(1);
        assertThat(made.get(made.size() - 1).at()).isEqualTo(free);
    }

    @Test
    void outlivesARunThatCannotBeMade() throws Exception {
        serveUntil(
                "2026-01-15T12:00:00Z",
                jobs -> {
                    if (made.size() < 4) {
                        throw new IOException("Cannot start process: no memory");
                    }
                    return Outcome.DONE;
                });

        assertThat(made).hasSize(4);
        assertThat(told).filteredOn(it -> it.contains("no memory")).hasSize(1);
    }

    @Test
    void looksAgainSoonForFilesThatWereStillBeingWritten() throws Exception {
        serveUntil("2026-01-16T00:00:00Z", jobs -> Outcome.DONE);
        made.clear();
        happens = Optional.of(new RunEvent.Unsettled("night", List.of("inbox/night/a.log")));

        serveUntil("2026-01-16T03:00:00Z", jobs -> Outcome.DONE);

        assertThat(made)
                .containsExactly(
                        new Made(Instant.parse("2026-01-16T01:30:00Z"), Set.of("night")),
                        new Made(Instant.parse("2026-01-16T01:35:00Z"), Set.of("night")));
    }

    @Test
    void outlivesADiskThatTakesNothing() throws Exception {
        Path memory = root.resolve(".wattpeil/served-times");
        Files.createDirectories(memory.resolve("in the way"));

        serveUntil("2026-01-17T12:00:00Z", jobs -> Outcome.DONE);

        assertThat(runsOf("night")).hasSize(3);
        assertThat(told).filteredOn(it -> it.contains("served-times")).isNotEmpty();
    }

    @Test
    void comesBackEveryFewMinutesToADeliveryThatRunsLeaveBehind() throws Exception {
        Files.createDirectories(folder.resolve("share"));
        Files.writeString(
                root.resolve("config/delivery.yaml"),
                """
                deliveries:
                  - {id: share, report: monthly, forms: [csv], folder: ../share}
                """);
        PrintWriter out = new PrintWriter(new StringWriter());
        String[] line = {
            "run", "--workspace", root.toString(), "--job", "example", "--job", "compute"
        };
        assertThat(CommandLineInterface.run(out, out, line)).isZero();
        clock.set(Instant.parse("2026-12-15T10:00:00Z"));

        serveUntil("2026-12-15T11:00:00Z", jobs -> Outcome.DONE);

        assertThat(runsOf("deliver")).hasSize(1 + 11);
        assertThat(made.get(made.size() - 1).jobs()).containsExactly("deliver");
    }

    @Test
    void runsAgainWhatWasStopped() throws Exception {
        serveUntil("2026-01-15T12:00:00Z", jobs -> Outcome.STOPPED, now -> {}, true, Duration.ZERO);
        made.clear();

        serveUntil("2026-01-15T12:00:00Z", jobs -> Outcome.DONE);

        assertThat(made).hasSize(1);
    }

    @Test
    void runsEverythingWhereWhatItRememberedIsDamaged() throws Exception {
        serveUntil("2026-01-15T12:00:00Z", jobs -> Outcome.DONE);
        made.clear();
        Files.writeString(root.resolve(".wattpeil/served-times"), "night\tyester\u0000");

        serveUntil("2026-01-15T13:00:00Z", jobs -> Outcome.DONE);

        assertThat(made).hasSize(1);
        assertThat(made.get(0).jobs()).contains("night", "compute");
    }

    @Test
    void isTheOnlyOneOfItsWorkspace() throws Exception {
        serveUntil(
                "2026-01-15T10:01:00Z",
                jobs -> {
                    assertThatThrownBy(() -> serveUntil("2026-01-15T12:00:00Z", it -> Outcome.DONE))
                            .isInstanceOf(FolderInUseException.class)
                            .hasMessageContaining("the place of the server is in use by process");
                    return Outcome.DONE;
                });

        assertThat(made).hasSize(1);
    }

    private void serveUntil(String end, Ending ending) throws Exception {
        serveUntil(end, ending, now -> {}, false, Duration.ofDays(1000));
    }

    private void serveUntil(String end, Ending ending, Consumer<Instant> each) throws Exception {
        serveUntil(end, ending, each, false, Duration.ofMinutes(1));
    }

    /** Serves with a clock that moves to wherever the server would wait for. */
    private void serveUntil(
            String end,
            Ending ending,
            Consumer<Instant> each,
            boolean isStoppedByARun,
            Duration longestPause)
            throws IOException, InterruptedException {
        Stop stop = new Stop();
        Instant last = Instant.parse(end);
        Server.serve(
                root,
                (jobs, claim, listener, asked) -> {
                    made.add(new Made(clock.instant(), Set.copyOf(jobs)));
                    happens.ifPresent(listener::on);
                    happens = Optional.empty();
                    if (isStoppedByARun) {
                        stop.ask();
                    }
                    return ending.of(jobs);
                },
                new Listener(),
                stop,
                clock,
                clock.upTo(last, longestPause, each, stop));
    }

    private void schedule(String job, String cron) {
        ScheduledSource.write(root, job, cron);
    }

    private List<Made> runsOf(String job) {
        return made.stream().filter(run -> run.jobs().contains(job)).toList();
    }

    private static Set<String> with(Set<String> jobs, String... more) {
        Set<String> all = new TreeSet<>(jobs);
        all.addAll(List.of(more));
        return all;
    }

    /** Notes what is told. */
    private final class Listener implements ServerListener {

        @Override
        public void on(RunEvent event) {
            told.add(event.toString());
        }

        @Override
        public void read(Timetable timetable, Optional<Instant> nextAt) {
            told.add("read " + timetable.schedules().keySet());
        }

        @Override
        public void unusable(List<String> problems) {
            told.addAll(problems);
        }

        @Override
        public void begins(Set<String> jobs) {
            // The run is noted where it is made.
        }

        @Override
        public void stopped() {
            told.add("stopped");
        }

        @Override
        public void done(Set<String> jobs, Optional<Instant> nextAt) {
            told.add("done");
        }

        @Override
        public void failed(Set<String> jobs, Instant nextAt) {
            told.add("failed until " + nextAt);
        }

        @Override
        public void waits(String message) {
            told.add("waits: " + message);
        }
    }
}
