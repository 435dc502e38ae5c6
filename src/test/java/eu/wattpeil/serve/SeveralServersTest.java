package eu.wattpeil.serve;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.RunListener;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.Stop;
import eu.wattpeil.workspace.Init;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers on several hosts do together, over days that pass in a moment. */
class SeveralServersTest {

    @TempDir Path folder;

    private Path root;
    private final SteppedClock clock = new SteppedClock("2026-01-15T10:00:00Z");
    private final List<Made> made = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Memory memory = Memory.NONE;
    private Optional<Elsewhere> elsewhere = Optional.empty();
    private boolean isClaimedMeanwhile;
    private boolean isHelpWanted;
    private int helps;

    /** A run that was made on a host. */
    private record Made(Instant at, String host, Set<String> jobs) {}

    @BeforeEach
    void makeWorkspace() throws IOException {
        root = folder.resolve("town");
        Init.write(root);
        ScheduledSource.write(root, "night", "0 30 2 * * *");
        Files.writeString(
                root.resolve("config/wattpeil.yaml"),
                "\njob-repository: {url: 'jdbc:postgresql://nowhere.invalid/town'}\n",
                StandardOpenOption.APPEND);
    }

    @Test
    void doEachJobOnceWhicheverOfThemIsThere() throws Exception {
        serveUntil("host-a", "2026-01-15T12:00:00Z", jobs -> Outcome.DONE);
        serveUntil("host-b", "2026-01-16T12:00:00Z", jobs -> Outcome.DONE);
        clock.set(Instant.parse("2026-01-19T12:00:00Z"));
        serveUntil("host-a", "2026-01-19T13:00:00Z", jobs -> Outcome.DONE);
        serveUntil("host-b", "2026-01-19T14:00:00Z", jobs -> Outcome.DONE);

        // On the 16th at half past two and six; what was missed until the 19th, once in all.
        assertThat(made)
                .extracting(run -> run.host() + " " + run.at())
                .containsExactly(
                        "host-a 2026-01-15T10:00:00Z",
                        "host-b 2026-01-16T01:30:00Z",
                        "host-b 2026-01-16T05:00:00Z",
                        "host-a 2026-01-19T12:00:00Z");
    }

    @Test
    void tryAgainTogetherWhatFailed() throws Exception {
        serveUntil("host-a", "2026-01-15T10:03:00Z", jobs -> Outcome.FAILED);
        serveUntil("host-b", "2026-01-15T10:10:00Z", jobs -> Outcome.FAILED);
        serveUntil("host-a", "2026-01-15T12:00:00Z", jobs -> Outcome.FAILED);

        assertThat(made)
                .extracting(
                        run ->
                                run.host()
                                        + " "
                                        + Duration.between(made.get(0).at(), run.at()).toMinutes())
                .containsExactly("host-a 0", "host-b 5", "host-a 20", "host-a 80");
        assertThat(told).contains("recalls failing since 2026-01-15T10:00:00Z");
    }

    @Test
    void tryAtOnceWhatMayBeMended() throws Exception {
        serveUntil("host-a", "2026-01-15T10:03:00Z", jobs -> Outcome.FAILED);
        ScheduledSource.write(root, "noon", "0 0 12 * * *");

        serveUntil("host-b", "2026-01-15T10:10:00Z", jobs -> Outcome.DONE);

        assertThat(made).extracting(Made::host).containsExactly("host-a", "host-b");
        assertThat(made.get(1).at()).isEqualTo("2026-01-15T10:03:00Z");
    }

    @Test
    void waitWhileAnotherOneIsAtWork() throws Exception {
        elsewhere =
                Optional.of(
                        new Elsewhere("process 7 on host-b", clock.instant(), List.of(), "", 0));
        serveUntil("host-a", "2026-01-15T11:00:00Z", jobs -> Outcome.DONE);
        assertThat(made).isEmpty();
        assertThat(told).noneMatch(it -> it.startsWith("waits"));

        elsewhere = Optional.empty();
        serveUntil("host-a", "2026-01-15T12:00:00Z", jobs -> Outcome.DONE);
        assertThat(made).hasSize(1);
    }

    @Test
    void helpAnotherOneOnceWithEachOfItsRuns() throws Exception {
        elsewhere = Optional.of(elsewhereSince("2026-01-15T10:00:00Z"));
        serveUntil("host-a", "2026-01-15T11:00:00Z", jobs -> Outcome.DONE);
        assertThat(helps).isZero();

        isHelpWanted = true;
        serveUntil("host-a", "2026-01-15T12:00:00Z", jobs -> Outcome.DONE);
        assertThat(helps).isEqualTo(1);

        elsewhere = Optional.of(elsewhereSince("2026-01-15T12:00:00Z"));
        serveUntil("host-a", "2026-01-15T13:00:00Z", jobs -> Outcome.DONE);
        assertThat(helps).isEqualTo(2);
        assertThat(made).isEmpty();
        assertThat(told).contains("Helped[who=process 7 on host-b, documents=3, bytes=9]");
    }

    private static Elsewhere elsewhereSince(String since) {
        return new Elsewhere("process 7 on host-b", Instant.parse(since), List.of(), "", 0);
    }

    @Test
    void leaveAloneWhatAnotherOneDidJustBefore() throws Exception {
        serveUntil("host-a", "2026-01-16T00:00:00Z", jobs -> Outcome.DONE);
        made.clear();
        isClaimedMeanwhile = true;

        serveUntil("host-a", "2026-01-16T04:00:00Z", jobs -> Outcome.DONE);

        assertThat(made).isEmpty();
    }

    @Test
    void areNotLedAstrayByAClockThatIsALittleAhead() throws Exception {
        clock.set(Instant.parse("2026-01-15T10:00:00Z").plusSeconds(90));
        serveUntil("host-ahead", "2026-01-16T01:31:00Z", jobs -> Outcome.DONE);
        made.clear();
        clock.set(Instant.parse("2026-01-16T01:29:00Z"));

        serveUntil("host-behind", "2026-01-16T04:00:00Z", jobs -> Outcome.DONE);

        assertThat(made).isEmpty();
    }

    @Test
    void restWhileTheRepositoryIsAnotherOneThanAtTheirStart() throws Exception {
        serveUntil("host-a", "2026-01-15T12:00:00Z", jobs -> Outcome.DONE);
        made.clear();

        serveUntil(
                "host-a",
                "2026-01-18T12:00:00Z",
                jobs -> Outcome.DONE,
                () -> {
                    Path settings = root.resolve("config/wattpeil.yaml");
                    String text = Files.readString(settings);
                    Files.writeString(settings, text.replace("/town'", "/city'"));
                });

        assertThat(made).isEmpty();
        assertThat(told)
                .contains(
                        "waits: config/wattpeil.yaml: job-repository is another one than when this"
                                + " server was started, expected the same; start it again");
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private void serveUntil(String host, String end, Function<Set<String>, Outcome> ending)
            throws Exception {
        serveUntil(host, end, ending, () -> {});
    }

    private void serveUntil(
            String host, String end, Function<Set<String>, Outcome> ending, Change atStart)
            throws Exception {
        Stop stop = new Stop();
        List<Change> changes = new ArrayList<>(List.of(atStart));
        Server.serve(
                root,
                Setup.readWorkspace(root),
                new SharedByAll(),
                new MadeRuns(host, ending),
                new Listener(),
                stop,
                clock,
                clock.upTo(
                        Instant.parse(end),
                        Duration.ofMinutes(1),
                        now -> {
                            for (Change change : changes) {
                                try {
                                    change.make();
                                } catch (IOException failure) {
                                    throw new AssertionError(failure);
                                }
                            }
                            changes.clear();
                        },
                        stop));
    }

    /** Notes which runs are made on a host. */
    private final class MadeRuns implements Runs {

        private final String host;
        private final Function<Set<String>, Outcome> ending;

        MadeRuns(String host, Function<Set<String>, Outcome> ending) {
            this.host = host;
            this.ending = ending;
        }

        @Override
        public Outcome run(Set<String> jobs, OptionalLong claim, RunListener listener, Stop stop) {
            assertThat(claim).hasValue(7);
            made.add(new Made(clock.instant(), host, Set.copyOf(jobs)));
            return ending.apply(jobs);
        }

        @Override
        public void help(RunListener listener, Stop stop) {
            helps++;
            listener.on(new RunEvent.Helped("process 7 on host-b", 3, 9));
        }
    }

    /** What hosts remember together, here in this test. */
    private final class SharedByAll implements Company, Company.Shift {

        @Override
        public Optional<Memory> memory() {
            return Optional.of(memory);
        }

        @Override
        public Optional<Elsewhere> meet() {
            return elsewhere;
        }

        @Override
        public boolean isHelpWanted() {
            return isHelpWanted;
        }

        /** Another host may have been at work between the look and the claim. */
        @Override
        public Shift begin() {
            if (isClaimedMeanwhile) {
                Map<String, Instant> served = new java.util.TreeMap<>(memory.served());
                served.replaceAll((job, at) -> clock.instant());
                memory =
                        new Memory(
                                new java.util.TreeMap<>(served),
                                memory.failed(),
                                memory.again(),
                                memory.deliverFrom(),
                                memory.files());
            }
            return this;
        }

        @Override
        public OptionalLong claim() {
            return OptionalLong.of(7);
        }

        @Override
        public Optional<String> before() {
            return Optional.empty();
        }

        @Override
        public void on(Set<String> jobs, RunEvent event) {
            throw new AssertionError("nothing happens in these runs");
        }

        @Override
        public void keep(Memory kept) {
            memory = kept;
        }

        @Override
        public void close() {
            // The test goes on with what was remembered.
        }
    }

    /** Notes what is told. */
    private final class Listener implements ServerListener {

        @Override
        public void on(RunEvent event) {
            told.add(event.toString());
        }

        @Override
        public void read(Timetable timetable, Optional<Instant> nextAt) {
            told.add("read");
        }

        @Override
        public void recalls(Map<String, Instant> served, Map<String, Instant> failingSince) {
            told.add("recalls failing since " + failingSince.get("night"));
        }

        @Override
        public void unusable(List<String> problems) {
            told.addAll(problems);
        }

        @Override
        public void begins(Set<String> jobs) {
            told.add("begins");
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
        public void stopped() {
            told.add("stopped");
        }

        @Override
        public void waits(String message) {
            told.add("waits: " + message);
        }
    }
}
