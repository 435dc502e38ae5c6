package eu.wattpeil.serve;

import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.RunListener;
import eu.wattpeil.operate.Stop;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Makes each run in a process of its own. Whatever becomes of it, be it out of memory or killed,
 * the server goes on; and the memory of a run is given back when it ends.
 *
 * <p>The process reads nothing; the end of what it could read tells it that its server is gone, and
 * it stops as it does on a signal.
 */
public final class ChildRuns implements Runs {

    /** More than a run takes to stop by itself, less than supervisors wait for a server. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int MOST_LAST_WORDS = 20;

    private final List<String> program;
    private final Path root;
    private final Duration patience;

    /**
     * @param program the command that starts Wattpeil
     * @param root the folder of the workspace
     */
    public ChildRuns(List<String> program, Path root) {
        this(program, root, PATIENCE);
    }

    /**
     * @param patience with a run that was asked to stop
     */
    ChildRuns(List<String> program, Path root, Duration patience) {
        this.program = List.copyOf(program);
        this.root = root;
        this.patience = patience;
    }

    @Override
    public Outcome run(Set<String> jobs, OptionalLong claim, RunListener listener, Stop stop)
            throws IOException, InterruptedException {
        return run(command(jobs, claim), Optional.empty(), listener, stop);
    }

    @Override
    public void help(RunListener listener, Stop stop) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("run", "--events", "--helping", "--workspace", root.toString()));
        run(command, Optional.of(Outcome.HELPED), listener, stop);
    }

    /**
     * @param wordless what has become of a process that ends well and does not tell how; empty
     *     where each tells
     */
    private Outcome run(
            List<String> command, Optional<Outcome> wordless, RunListener listener, Stop stop)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        Deque<String> lastWords = new ArrayDeque<>();
        FutureTask<Optional<Outcome>> events =
                new FutureTask<>(() -> listen(process.inputReader(), listener));
        FutureTask<Void> complaints =
                new FutureTask<>(
                        () -> {
                            keepLast(process.errorReader(), lastWords);
                            return null;
                        });
        new Thread(events, "run-events").start();
        new Thread(complaints, "run-complaints").start();
        try {
            await(process, stop);
            Optional<Outcome> outcome = get(events);
            get(complaints);
            int code = process.exitValue();
            return outcome.or(() -> wordless.filter(it -> code == 0))
                    .orElseGet(() -> broken(code, lastWords, listener, stop));
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Set<String> jobs, OptionalLong claim) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("run", "--events", "--workspace", root.toString()));
        claim.ifPresent(number -> command.addAll(List.of("--claim", Long.toString(number))));
        new TreeSet<>(jobs).forEach(job -> command.addAll(List.of("--job", job)));
        return command;
    }

    private void await(Process process, Stop stop) throws IOException, InterruptedException {
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            if (stop.isAsked()) {
                process.getOutputStream().close();
                // By its handle: the process itself would close what is still to be read of it.
                process.toHandle().destroy();
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.toHandle().destroyForcibly();
                    process.waitFor();
                }
                return;
            }
        }
    }

    /** Tells the events; how the run ended, unless it broke off. */
    private static Optional<Outcome> listen(BufferedReader lines, RunListener listener)
            throws IOException {
        Optional<Outcome> outcome = Optional.empty();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Optional<RunEvent> event = EventLines.read(line);
            event.ifPresent(listener::on);
            if (event.orElse(null) instanceof RunEvent.Ended ended) {
                outcome = Optional.of(ended.outcome());
            }
        }
        return outcome;
    }

    private static void keepLast(BufferedReader lines, Deque<String> last) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            last.addLast(line);
            if (last.size() > MOST_LAST_WORDS) {
                last.removeFirst();
            }
        }
    }

    /** A run that broke off has not told why: what it wrote last may. */
    private static Outcome broken(
            int code, Deque<String> lastWords, RunListener listener, Stop stop) {
        if (stop.isAsked()) {
            return Outcome.STOPPED;
        }
        String told = String.join(System.lineSeparator(), lastWords).strip();
        listener.on(
                new RunEvent.Failed(
                        told.isEmpty()
                                ? "The run broke off with exit code "
                                        + code
                                        + " and said nothing; was it killed, or short of memory?"
                                : told));
        return Outcome.FAILED;
    }

    private static <T> T get(FutureTask<T> task) throws IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BusyException busy) {
                throw busy;
            }
            throw new IOException(failed.getCause());
        }
    }
}
