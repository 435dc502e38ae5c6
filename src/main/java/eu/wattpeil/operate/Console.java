package eu.wattpeil.operate;

import java.io.PrintWriter;

/** Where a run tells what it does: results to one stream, progress to another. */
public final class Console {

    private static final int BAR_CELLS = 24;
    private static final int MOST_NAME = 44;

    private final PrintWriter results;
    private final PrintWriter progress;
    private final Attention attention;
    private boolean isBarShown;

    /** How much a run shows of what it is doing. */
    public enum Attention {
        /** Results and failures only. */
        QUIET,
        /** Notes, line by line. */
        NOTES,
        /** Notes, and a bar that is drawn over: for a terminal. */
        BAR
    }

    /**
     * @param results gets what was done
     * @param progress gets failures, and what is going on
     */
    public Console(PrintWriter results, PrintWriter progress, Attention attention) {
        this.results = results;
        this.progress = progress;
        this.attention = attention;
    }

    /** Prints a line of the result. */
    public synchronized void result(String line) {
        clearBar();
        results.println(line);
        results.flush();
    }

    /** Prints a line about what is going on. */
    public synchronized void note(String line) {
        if (attention != Attention.QUIET) {
            failure(line);
        }
    }

    /** Prints what went wrong. */
    public synchronized void failure(String message) {
        clearBar();
        progress.println(message);
        progress.flush();
    }

    /**
     * Shows how far a piece of work is, on a terminal only.
     *
     * @param share 0 to 1
     */
    public synchronized void bar(String work, double share) {
        if (attention != Attention.BAR) {
            return;
        }
        int full = (int) Math.round(share * BAR_CELLS);
        String cells = "█".repeat(full) + "░".repeat(BAR_CELLS - full);
        String name =
                work.length() > MOST_NAME
                        ? "…" + work.substring(work.length() - MOST_NAME + 1)
                        : work;
        progress.print("\r" + cells + " " + Math.round(100 * share) + " % " + name + "\u001b[K");
        progress.flush();
        isBarShown = true;
    }

    /** Removes the bar. */
    public synchronized void clearBar() {
        if (isBarShown) {
            progress.print("\r\u001b[K");
            progress.flush();
            isBarShown = false;
        }
    }
}
