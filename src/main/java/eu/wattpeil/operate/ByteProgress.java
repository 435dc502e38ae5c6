package eu.wattpeil.operate;

import eu.wattpeil.collect.Progress;

/** Shows how many of the bytes of a job are done. */
final class ByteProgress implements Progress {

    private final Console console;
    private String work = "";
    private long total;
    private long done;

    ByteProgress(Console console) {
        this.console = console;
    }

    synchronized void start(String newWork, long bytes) {
        work = newWork;
        total = Math.max(1, bytes);
        done = 0;
        console.bar(work, 0);
    }

    @Override
    public synchronized void advance(String name, long bytes) {
        done += bytes;
        console.bar(work + ": " + name, Math.min(1, (double) done / total));
    }
}
