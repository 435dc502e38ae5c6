package eu.wattpeil.operate;

import java.io.PrintWriter;

/** Where a run tells what it does: results to one stream, progress to another. */
public final class Console {

    private static final int BAR_CELLS = 24;
    private static final int MOST_NAME = 44;

    private final PrintWriter results;
    private final PrintWriter progress;
    private final boolean isTerminal;
    private boolean isBarShown;

    /**
     * @param progress gets notes of what is going on; a terminal gets a bar, too
     * @param isTerminal whether a bar can be drawn over
     */
    public Console(PrintWriter results, PrintWriter progress, boolean isTerminal) {
        this.results = results;
        this.progress = progress;
        this.isTerminal = isTerminal;
    }

    /** Prints a line of the result. */
    public synchronized void result(String line) {
        clearBar();
        results.println(line);
        results.flush();
    }

    /** Prints a line about what is going on. */
    public synchronized void note(String line) {
        clearBar();
        progress.println(line);
        progress.flush();
    }

    /**
     * Shows how far a piece of work is, on a terminal only.
     *
     * @param share 0 to 1
     */
    public synchronized void bar(String work, double share) {
        if (!isTerminal) {
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
