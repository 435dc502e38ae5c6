package eu.wattpeil.serve;

import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunListener;
import eu.wattpeil.operate.Stop;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;

/** Makes runs. */
@FunctionalInterface
public interface Runs {

    /**
     * Runs some jobs over the workspace, to the end.
     *
     * @param claim number of the claim to the work that it goes by; empty where hosts do not share
     *     it
     * @param listener is told what happens in it
     * @param stop ends it early
     * @return how it ended; what failed was told
     * @throws BusyException where another process is at work there
     */
    Outcome run(Set<String> jobs, OptionalLong claim, RunListener listener, Stop stop)
            throws IOException, InterruptedException;

    /**
     * Reads documents for another host that holds the work, until it wants no more help.
     *
     * @param listener is told what comes of it
     * @param stop ends it early
     */
    default void help(RunListener listener, Stop stop) throws IOException, InterruptedException {
        // Whoever makes no runs elsewhere has nobody to help.
    }
}
