package eu.wattpeil.collect;

/** Told about each finished piece of work, and asked whether to go on. */
public interface Progress {

    /**
     * A document is done.
     *
     * @param name which one
     * @param bytes its size, unpacked
     */
    void advance(String name, long bytes);

    /** Whether no further document shall be begun. */
    boolean isStopAsked();
}
