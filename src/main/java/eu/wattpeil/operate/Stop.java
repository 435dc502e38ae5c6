package eu.wattpeil.operate;

/** Asks a run to end before its next document, month or report. May be asked by any thread. */
public final class Stop {

    private volatile boolean isAsked;

    public void ask() {
        isAsked = true;
    }

    public boolean isAsked() {
        return isAsked;
    }
}
