package eu.wattpeil.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * A check of a workspace that was not let run on for ever.
 *
 * @param code its exit code
 * @param err what it said
 */
record GuardedCheck(int code, String err) {

    /** Of these the file is all that there is to name. */
    private static final String NO_LINE =
            ".*: (the file (is missing|would not be read|'s name is)|its name is).*";

    private static final String PLACE = "(?s)(packaged/)?(config|jobs)/[^:]+:\\d+: .+";

    /** A machine with much else to do gets more time by the clock than by the processor. */
    private static final int TIMES_BY_THE_CLOCK = 24;

    /** A check that does not end. */
    static final class HangingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        HangingException(String message) {
            super(message);
        }
    }

    /**
     * Checks a workspace in a thread of its own.
     *
     * @param limit of the processor's time that the thread takes
     * @throws HangingException where it takes longer; the thread goes on in the background
     */
    static GuardedCheck of(Path workspace, Duration limit) {
        FutureTask<GuardedCheck> task = new FutureTask<>(() -> check(workspace));
        Thread thread = new Thread(null, task, "check", 0);
        thread.setDaemon(true);
        thread.start();
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + limit.toNanos() * TIMES_BY_THE_CLOCK;
        while (true) {
            try {
                return task.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillRunning) {
                boolean isTooLong = times.getThreadCpuTime(thread.getId()) > limit.toNanos();
                if (isTooLong || System.nanoTime() > end) {
                    throw new HangingException(
                            "does not end in "
                                    + limit.toSeconds()
                                    + " s: "
                                    + Stream.of(thread.getStackTrace())
                                            .limit(60)
                                            .map(StackTraceElement::toString)
                                            .collect(Collectors.joining("\n  ")));
                }
            } catch (ExecutionException thrown) {
                throw new AssertionError("check threw", thrown.getCause());
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    private static GuardedCheck check(Path workspace) {
        StringWriter err = new StringWriter();
        int code =
                CommandLineInterface.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        "check",
                        "--workspace",
                        workspace.toString());
        return new GuardedCheck(code, err.toString());
    }

    /** That it found nothing, or said of everything that it found where it is. */
    void assertHasPlaces(SoftAssertions all, String what) {
        if (err.contains("fault of Wattpeil") || err.contains("\tat ")) {
            all.fail(what + "\n" + err.substring(0, Math.min(3000, err.length())));
            return;
        }
        all.assertThat(code).as(what).isIn(0, CommandLineInterface.INVALID);
        List<String> lines = err.lines().toList();
        if (code == 0) {
            all.assertThat(lines).as(what).isEmpty();
            return;
        }
        all.assertThat(lines).as(what).hasSizeGreaterThan(1);
        for (String line : lines.subList(0, Math.max(0, lines.size() - 1))) {
            String shown = line.substring(0, Math.min(300, line.length()));
            if (!shown.matches(NO_LINE)) {
                all.assertThat(shown).as(what).matches(PLACE);
            }
        }
    }
}
