package eu.wattpeil.fault;

import eu.wattpeil.Program;
import eu.wattpeil.operate.FailureMessage;
import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.Run;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.RunListener;
import eu.wattpeil.operate.RunScope;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.Stop;
import eu.wattpeil.serve.ChildRuns;
import eu.wattpeil.serve.Server;
import eu.wattpeil.serve.ServerListeners;
import eu.wattpeil.serve.SteppedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The server of a town over months that pass in minutes: each document comes in on its day, and now
 * and then something goes wrong with a run.
 */
final class Soak {

    /** On which days the server looks: each one where nothing else is said. */
    private static final String DAYS = System.getProperty("days", "* * *");

    /** How often something goes wrong: with one of so many runs. */
    private static final int ONE_IN = Integer.getInteger("one-in", 5);

    private static final Duration AFTER_MIDNIGHT = Duration.ofHours(2);

    private final Program program;
    private final DailyTown town;
    private final SteppedClock clock;
    private final LocalDate last;
    private final Optional<Random> random;
    private final SortedMap<String, Integer> faults = new TreeMap<>();
    private final Map<String, String> halfWritten = new TreeMap<>();
    private LocalDate arriving;
    private int runs;

    private enum Fault {
        RUN_KILLED,
        SERVER_KILLED,
        DOCUMENT_HALF_WRITTEN,
        FOLDER_OF_A_SOURCE_GONE,
        STATE_DAMAGED,
        CLOCK_BACK,
        CLOCK_AHEAD,
        FILES_CANNOT_GROW
    }

    /** The process of the server is gone, in the middle of whatever it did. */
    private static final class ServerKilled extends Error {

        private static final long serialVersionUID = 1L;
    }

    private Soak(Path folder, YearMonth first, YearMonth last, Optional<Random> random) {
        this.random = random;
        this.last = last.atEndOfMonth();
        town = DailyTown.begin(folder, first, last);
        town.serveOn(DAYS);
        program = new Program(folder);
        clock = new SteppedClock(first.atDay(1).plusDays(1) + "T00:30:00Z");
        arriving = first.atDay(1);
    }

    /**
     * Serves a town until its last document has long been in.
     *
     * @param random chooses what goes wrong; empty for nothing
     */
    static Soak serve(Path folder, YearMonth first, YearMonth last, Optional<Random> random)
            throws IOException, InterruptedException {
        Soak soak = new Soak(folder, first, last, random);
        Instant end = last.atEndOfMonth().plusDays(10).atStartOfDay(ZoneOffset.UTC).toInstant();
        while (clock(soak).isBefore(end)) {
            Stop stop = new Stop();
            try {
                Server.serve(
                        folder,
                        soak::run,
                        new ServerListeners(List.of()),
                        stop,
                        soak.clock,
                        soak.clock.upTo(end, Duration.ofDays(1), now -> {}, stop));
            } catch (ServerKilled killed) {
                soak.clock.set(clock(soak).plusSeconds(60));
            }
        }
        return soak;
    }

    private static Instant clock(Soak soak) {
        return soak.clock.instant();
    }

    Program program() {
        return program;
    }

    /** How often each fault happened. */
    SortedMap<String, Integer> faults() {
        return faults;
    }

    int runs() {
        return runs;
    }

    private Outcome run(Set<String> jobs, OptionalLong claim, RunListener listener, Stop stop)
            throws IOException, InterruptedException {
        runs++;
        Optional<Fault> fault = fault();
        fault.ifPresent(it -> faults.merge(it.name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        arrive(fault.equals(Optional.of(Fault.DOCUMENT_HALF_WRITTEN)));
        if (fault.isEmpty()) {
            return runHere(now(), jobs, listener);
        }
        switch (fault.get()) {
            case RUN_KILLED -> {
                return runAndKill(jobs, listener, stop);
            }
            case SERVER_KILLED -> {
                runAndKill(jobs, listener, stop);
                throw new ServerKilled();
            }
            case DOCUMENT_HALF_WRITTEN -> {
                return runHere(now(), jobs, listener);
            }
            case FOLDER_OF_A_SOURCE_GONE -> {
                Path inbox = program.workspace().resolve("inbox/meters");
                Path away = inbox.resolveSibling("away");
                Files.move(inbox, away);
                Outcome outcome = runHere(now(), jobs, listener);
                Files.move(away, inbox);
                return outcome;
            }
            case STATE_DAMAGED -> {
                damageState();
                return runHere(now(), jobs, listener);
            }
            case CLOCK_BACK -> {
                return runHere(Clock.offset(now(), Duration.ofDays(-40)), jobs, listener);
            }
            case CLOCK_AHEAD -> {
                return runHere(Clock.offset(now(), Duration.ofHours(40)), jobs, listener);
            }
            case FILES_CANNOT_GROW -> {
                int kilobytes = 8 << dice().nextInt(6);
                List<String> command =
                        new ArrayList<>(
                                List.of(
                                        "sh",
                                        "-c",
                                        "ulimit -f " + kilobytes + "; exec \"$@\"",
                                        "sh"));
                command.addAll(ofProcess());
                return new ChildRuns(command, program.workspace())
                        .run(jobs, OptionalLong.empty(), listener, stop);
            }
        }
        throw new IllegalStateException();
    }

    private Optional<Fault> fault() {
        boolean isTime =
                random.isPresent() && !arriving.isAfter(last) && random.get().nextInt(ONE_IN) == 0;
        return isTime
                ? Optional.of(Fault.values()[random.get().nextInt(Fault.values().length)])
                : Optional.empty();
    }

    private Clock now() {
        return Clock.fixed(clock.instant(), ZoneOffset.UTC);
    }

    private Random dice() {
        return random.orElseThrow();
    }

    /** Documents come in that were written some hours ago; what was half there is whole now. */
    private void arrive(boolean isHalf) {
        Instant written = clock.instant().minus(AFTER_MIDNIGHT);
        halfWritten.forEach(
                (name, text) -> town.write(name, text, clock.instant().minusSeconds(900)));
        halfWritten.clear();
        for (; !arriving.isAfter(last) && isOver(arriving); arriving = arriving.plusDays(1)) {
            for (Map.Entry<String, String> document : town.documents(arriving).entrySet()) {
                String text = document.getValue();
                if (isHalf) {
                    halfWritten.put(document.getKey(), text);
                    text = text.substring(0, dice().nextInt(text.length()));
                }
                town.write(document.getKey(), text, written);
            }
        }
    }

    private boolean isOver(LocalDate day) {
        return !day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(clock.instant());
    }

    /** As a process of its own would, without the time that one takes to begin. */
    private Outcome runHere(Clock at, Set<String> jobs, RunListener listener) {
        try {
            return Run.execute(
                    Setup.load(program.workspace()),
                    new RunScope(Optional.empty(), jobs, Optional.empty()),
                    List.of(listener),
                    new Stop(),
                    at);
        } catch (Exception failure) {
            listener.on(new RunEvent.Failed(FailureMessage.of(failure)));
            return Outcome.FAILED;
        }
    }

    private Outcome runAndKill(Set<String> jobs, RunListener listener, Stop stop)
            throws IOException, InterruptedException {
        long millis = 500 + dice().nextInt(6000);
        Thread killer =
                new Thread(
                        () -> {
                            try {
                                TimeUnit.MILLISECONDS.sleep(millis);
                                ProcessHandle.current()
                                        .children()
                                        .filter(this::isOfThisTown)
                                        .forEach(ProcessHandle::destroyForcibly);
                            } catch (InterruptedException over) {
                                Thread.currentThread().interrupt();
                            }
                        });
        killer.start();
        try {
            return new ChildRuns(ofProcess(), program.workspace())
                    .run(jobs, OptionalLong.empty(), listener, stop);
        } finally {
            killer.interrupt();
            killer.join();
        }
    }

    private boolean isOfThisTown(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(line -> line.contains(program.workspace().toString()))
                .orElse(true);
    }

    private List<String> ofProcess() throws IOException {
        List<String> command = new ArrayList<>(program.java(List.of("-Xmx512m")));
        command.add(ProgramAt.class.getName());
        command.add(clock.instant().toString());
        return command;
    }

    private void damageState() throws IOException {
        List<String> names = List.of("jobs.mv.db", "seen-files", "served-times", "checked-models");
        Path file =
                program.workspace()
                        .resolve(".wattpeil")
                        .resolve(names.get(dice().nextInt(names.size())));
        if (Files.isRegularFile(file)) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, dice().nextInt(bytes.length + 1)));
        }
    }
}
