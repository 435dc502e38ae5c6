package eu.wattpeil.hosts;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The work of the workspace, held by this process. A thread gives signs of life; where it cannot,
 * or was paused with the whole process, for so long that others may have gone on, the claim is lost
 * for good.
 */
public final class HeldClaim implements AutoCloseable {

    private static final int BEATS_PER_SILENCE = 6;
    private static final int LOOKS_PER_SILENCE = 20;

    private final Claims claims;
    private final Duration silence;
    private final long number;
    private final Optional<String> before;
    private final boolean isOwn;
    private final Runnable onLoss;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile long aliveNanos = System.nanoTime();
    private volatile boolean isLost;

    private HeldClaim(
            RepositoryDatabase database,
            long number,
            Optional<String> before,
            boolean isOwn,
            Runnable onLoss) {
        this.claims = new Claims(database);
        this.silence = database.settings().silence();
        this.number = number;
        this.before = before;
        this.isOwn = isOwn;
        this.onLoss = onLoss;
        this.thread = new Thread(this::beat, "claim");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Claims the work, if it is free.
     *
     * @param workspaceId of the workspace
     * @param who as other hosts shall read it
     * @param onLoss is told once, from another thread, that the claim is lost
     * @throws ClaimedException where another process holds it
     */
    public static HeldClaim take(
            RepositoryDatabase database, String workspaceId, String who, Runnable onLoss) {
        database.prepare(workspaceId);
        Claims.Taken taken = new Claims(database).take(who);
        return new HeldClaim(
                database,
                taken.number(),
                taken.before().holder().map(unused -> taken.before().words()),
                true,
                onLoss);
    }

    /**
     * As {@link #take}; where the work is held, waits for a sign of life of its holder, and takes
     * its place where none comes.
     *
     * @throws ClaimedException where another process holds it and lives
     */
    public static HeldClaim await(
            RepositoryDatabase database, String workspaceId, String who, Runnable onLoss)
            throws IOException {
        Duration last = Duration.ZERO;
        while (true) {
            try {
                return take(database, workspaceId, who, onLoss);
            } catch (ClaimedException held) {
                Duration silentFor = new Claims(database).standing().silentFor();
                if (silentFor.compareTo(last) < 0) {
                    throw held;
                }
                last = silentFor;
                Duration wait = database.settings().silence().dividedBy(LOOKS_PER_SILENCE);
                sleep(wait);
            }
        }
    }

    private static void sleep(Duration duration) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /**
     * Works under a claim that the process which started this one holds.
     *
     * @throws ClaimLostException where it does not hold it any more
     * @throws RepositoryException where that cannot be asked
     */
    public static HeldClaim join(RepositoryDatabase database, long number, Runnable onLoss) {
        HeldClaim joined = new HeldClaim(database, number, Optional.empty(), false, onLoss);
        boolean isJoined = false;
        try {
            joined.require();
            isJoined = true;
            return joined;
        } finally {
            if (!isJoined) {
                joined.close();
            }
        }
    }

    /** The number of the claim. */
    public long number() {
        return number;
    }

    /** A word for what is of this claim alone. */
    public String word() {
        return word(number);
    }

    static String word(long number) {
        return "claim-" + number;
    }

    /** Whose place was taken, as he had fallen silent; empty where the work was free. */
    public Optional<String> before() {
        return before;
    }

    public boolean isLost() {
        return isLost;
    }

    /**
     * Makes sure that the claim is held: before what nobody can take back.
     *
     * @throws ClaimLostException where it is not
     */
    public void require() {
        if (!isLost && !claims.beat(number)) {
            lose();
        }
        if (isLost) {
            throw lost();
        }
        aliveNanos = System.nanoTime();
    }

    /**
     * As {@link #require}, for what happens often: asks only where no sign of life was given
     * lately, as when this process was paused.
     */
    public void requireLately() {
        if (isLost || System.nanoTime() - aliveNanos > silence.dividedBy(2).toNanos()) {
            require();
        }
    }

    /** What a process is told that has lost the claim. */
    public ClaimLostException lost() {
        return new ClaimLostException(
                "the work was claimed by somebody else, or may have been, as this process gave no"
                        + " sign of life for "
                        + silence.toSeconds()
                        + " s: it was paused, or cut off from the job repository; what it had not"
                        + " put in place is left to the next run");
    }

    private void beat() {
        Duration wait = silence.dividedBy(BEATS_PER_SILENCE);
        try {
            while (!isLost && !ended.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                beatOnce();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatOnce() {
        try {
            if (!claims.beat(number)) {
                lose();
                return;
            }
            aliveNanos = System.nanoTime();
        } catch (RepositoryException unreachable) {
            if (System.nanoTime() - aliveNanos > silence.toNanos()) {
                lose();
            }
        }
    }

    private synchronized void lose() {
        if (!isLost && ended.getCount() > 0) {
            isLost = true;
            onLoss.run();
        }
    }

    /** Where the repository cannot be reached, the others wait until this one was silent. */
    @Override
    public void close() {
        ended.countDown();
        if (isOwn && !isLost) {
            try {
                claims.release(number);
            } catch (RepositoryException unreachable) {
                return;
            }
        }
    }
}
