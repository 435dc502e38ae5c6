package eu.wattpeil.cli;

import java.time.Duration;
import java.util.Optional;

/**
 * The process that handed its command on to this one. When it is gone, killed without a word, this
 * one is as well: who started the first one must not find a second one at work.
 */
public final class FirstProcess {

    private static final String PROPERTY = "wattpeil.first-process";
    private static final Duration LOOK = Duration.ofMillis(100);

    /** That of a process that a signal ends which cannot be caught. */
    private static final int KILLED = 137;

    private FirstProcess() {}

    /** The option by which a process knows that this one handed its command on. */
    static String option() {
        return "-D" + PROPERTY + "=" + ProcessHandle.current().pid();
    }

    /** Begins to look after it, where there is one. */
    public static void watch() {
        Long first = Long.getLong(PROPERTY);
        if (first != null) {
            Thread watch = new Thread(() -> endWith(first), "first-process");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void endWith(long first) {
        // A system may tell nothing of other processes: then it cannot tell that one is gone
        // either.
        if (parent().isEmpty()) {
            return;
        }
        while (parent().filter(it -> it.pid() == first).isPresent()) {
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException ending) {
                return;
            }
        }
        Runtime.getRuntime().halt(KILLED);
    }

    private static Optional<ProcessHandle> parent() {
        return ProcessHandle.current().parent();
    }
}
