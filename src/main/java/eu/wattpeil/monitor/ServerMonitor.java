package eu.wattpeil.monitor;

import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.serve.Elsewhere;
import eu.wattpeil.serve.ServedTimes;
import eu.wattpeil.serve.ServerListener;
import eu.wattpeil.serve.Timetable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Watches over a server. It counts what its runs tell; the store is read when somebody asks for the
 * first time after a run has ended, so that to ask costs next to nothing.
 */
public final class ServerMonitor implements ServerListener {

    /** After which the store is read again all the same: somebody may have called a run. */
    private static final Duration OLDEST = Duration.ofHours(1);

    /** How long what is due may wait while nothing runs: others may be at work for a while. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** How long it may wait for a run that is at work. */
    private static final Duration PATIENCE_WITH_A_RUN = Duration.ofDays(1);

    private final Clock clock;
    private final Path stateFolder;
    private final Metrics metrics;
    private final Jobs jobs = new Jobs();
    private final Executor reading;
    private Instant staleAt = Instant.MIN;
    private Optional<Timetable> timetable = Optional.empty();
    private Optional<Instant> began = Optional.empty();
    private Optional<Instant> elsewhere = Optional.empty();
    private boolean isReading;
    private boolean isEnded;
    private boolean isUsable = true;

    /**
     * @param root the folder of the workspace
     * @param reading reads the store
     */
    public ServerMonitor(Path root, Clock clock, Executor reading) {
        this(root, clock, reading, "");
    }

    /**
     * The same with a name in each metric, by which those of several workspaces are told apart.
     *
     * @param workspace empty for none
     */
    public ServerMonitor(Path root, Clock clock, Executor reading, String workspace) {
        metrics = new Metrics(workspace);
        this.clock = clock;
        this.reading = reading;
        stateFolder = Setup.stateFolder(root);
    }

    /** The media type of {@link #metrics}. */
    public static String format() {
        return Metrics.FORMAT;
    }

    /**
     * All metrics, in the text format of Prometheus. Nobody waits for the store: what is new in it
     * is told once it was read.
     *
     * @param store is asked only where it may tell something else than before
     */
    public String metrics(StoreReading store) {
        if (isToBeRead()) {
            reading.execute(() -> read(store));
        }
        return metrics.text();
    }

    /** What cannot be read now is not asked for again with every scrape. */
    private synchronized boolean isToBeRead() {
        Instant now = clock.instant();
        if (isReading || now.isBefore(staleAt)) {
            return false;
        }
        isReading = true;
        staleAt = now.plus(OLDEST);
        return true;
    }

    private void read(StoreReading store) {
        try {
            metrics.show(store.vitals());
        } catch (IOException | RuntimeException unreadable) {
            metrics.showUnreadable();
        } finally {
            readingEnded();
        }
    }

    private synchronized void readingEnded() {
        isReading = false;
    }

    /** Whether all is well, by what the server has told. */
    public synchronized Health health() {
        if (!isUsable) {
            return new Health(
                    List.of("the workspace cannot be used; wattpeil check names what is wrong"));
        }
        List<String> reasons = new ArrayList<>();
        jobs.all()
                .forEach(
                        (name, job) ->
                                job.failedAt()
                                        .map(at -> failing(name, at))
                                        .or(() -> waiting(name, job))
                                        .ifPresent(reasons::add));
        return new Health(reasons);
    }

    private static String failing(String name, Instant at) {
        return name + " failed at " + at + " and has not been done since";
    }

    private Optional<String> waiting(String name, Jobs.Job job) {
        Instant latest = clock.instant().minus(isAtWork() ? PATIENCE_WITH_A_RUN : PATIENCE);
        return timetable
                .flatMap(times -> times.next(name, job.lastAt()))
                .map(at -> at.isBefore(job.knownAt()) ? job.knownAt() : at)
                .filter(at -> at.isBefore(latest))
                .map(at -> name + " is due since " + at + " and waits");
    }

    private boolean isAtWork() {
        return began.isPresent() || elsewhere.isPresent();
    }

    @Override
    public synchronized void on(RunEvent event) {
        metrics.on(event);
        isEnded = isEnded || event instanceof RunEvent.Ended;
    }

    @Override
    public synchronized void read(Timetable times, Optional<Instant> nextAt) {
        timetable = Optional.of(times);
        isUsable = true;
        jobs.keep(times.jobs());
        know(times);
        show();
    }

    /** Where nobody can read what was done before, the runs will tell. */
    private void know(Timetable times) {
        Optional<ServedTimes> served;
        try {
            served = Optional.of(ServedTimes.load(stateFolder));
        } catch (IOException unreadable) {
            served = Optional.empty();
        }
        for (String job : times.jobs()) {
            jobs.know(job, clock.instant(), served.flatMap(it -> it.lastAt(job)));
        }
    }

    @Override
    public synchronized void unusable(List<String> problems) {
        isUsable = false;
        show();
    }

    @Override
    public synchronized void begins(Set<String> names) {
        began = Optional.of(clock.instant());
        isEnded = false;
    }

    @Override
    public synchronized void done(Set<String> names, Optional<Instant> nextAt) {
        jobs.done(names, began.orElseGet(clock::instant));
        ended(Outcome.DONE);
    }

    @Override
    public synchronized void failed(Set<String> names, Instant nextAt) {
        jobs.failed(names, clock.instant());
        ended(Outcome.FAILED);
    }

    @Override
    public synchronized void stopped() {
        ended(Outcome.STOPPED);
    }

    @Override
    public synchronized void waits(String message) {
        began = Optional.empty();
    }

    @Override
    public synchronized void recalls(
            Map<String, Instant> served, Map<String, Instant> failingSince) {
        timetable.ifPresent(
                times ->
                        times.jobs()
                                .forEach(
                                        job ->
                                                jobs.learn(
                                                        job,
                                                        clock.instant(),
                                                        Optional.ofNullable(served.get(job)),
                                                        Optional.ofNullable(
                                                                failingSince.get(job)))));
        staleAt = Instant.MIN;
        show();
    }

    /** A run of another host is one that is at work. */
    @Override
    public synchronized void elsewhere(Optional<Elsewhere> work) {
        elsewhere = work.map(Elsewhere::since);
    }

    /** No run is at work then, also where one was begun that was none. */
    @Override
    public synchronized void looked(Optional<String> trouble) {
        began = Optional.empty();
    }

    private void ended(Outcome outcome) {
        if (!isEnded) {
            metrics.ended(outcome);
        }
        began = Optional.empty();
        staleAt = Instant.MIN;
        show();
    }

    private void show() {
        metrics.showUsable(isUsable);
        metrics.show(jobs);
    }
}
