package eu.wattpeil.operate;

/** How a run ended. */
public enum Outcome {
    DONE,
    /** The store and the reports were up to date. */
    NOTHING_TO_DO,
    /** Another host holds the work, and was helped with it. */
    HELPED,
    /** Something failed, and was told; the next run goes on from there. */
    FAILED,
    /** It was asked to stop, and did so between two pieces of work; the next run goes on. */
    STOPPED
}
