package eu.wattpeil.operate;

import eu.wattpeil.collect.Progress;

/** Tells how many of the bytes of a job are done. */
final class CollectProgress implements Progress {

    private final RunEvents events;
    private final Stop stop;
    private String work = "";
    private long total;
    private long done;

    CollectProgress(RunEvents events, Stop stop) {
        this.events = events;
        this.stop = stop;
    }

    synchronized void start(String newWork, long bytes) {
        work = newWork;
        total = Math.max(1, bytes);
        done = 0;
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
