package eu.wattpeil.operate;

import eu.wattpeil.collect.Progress;

/** Tells how many of the bytes of one job execution are done. */
final class CollectProgress implements Progress {

    private final RunEvents events;
    private final Stop stop;
    private final String work;
    private final long total;
    private long done;

    /**
     * @param work what is done, in words
     * @param bytes of all that is to be done
     */
    CollectProgress(RunEvents events, Stop stop, String work, long bytes) {
        this.events = events;
        this.stop = stop;
        this.work = work;
        total = Math.max(1, bytes);
    }

    /** Tells that the work begins. */
    void begin() {
        events.tell(new RunEvent.Progressed(work, 0));
    }

    @Override
    public synchronized void advance(String name, long bytes) {
        done += bytes;
        double share = Math.min(1, (double) done / total);
        events.tell(new RunEvent.Progressed(work + ": " + name, share));
    }

    @Override
    public boolean isStopAsked() {
        return stop.isAsked();
    }
}
