package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.FetchException;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/**
 * How long to wait before the same is asked again: twice as long each time, and never the same, so
 * that many do not come back at once; or as long as the origin asks.
 */
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** An origin that asks for more is left alone until the next run. */
    static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private final int retries;
    private final Pause pause;
    private final Random random;

    Patience(int retries, Pause pause, Random random) {
        this.retries = retries;
        this.pause = pause;
        this.random = random;
    }

    /** A try at something. */
    @FunctionalInterface
    interface Try<T> {
        T make() throws IOException;
    }

    /**
     * Tries until it goes well, or once more than there are retries.
     *
     * @throws FetchException where the last one did not
     */
    <T> T tried(Try<T> attempt) throws IOException {
        for (int failed = 0; ; failed++) {
            try {
                return attempt.make();
            } catch (RetryableException failure) {
                if (failed == retries) {
                    throw new FetchException(
                            failure.getMessage()
                                    + (retries == 0 ? "" : ", " + (retries + 1) + " times"));
                }
                pause.last(pause(failed, failure));
            }
        }
    }

    private Duration pause(int failed, RetryableException failure) throws FetchException {
        if (failure.askedPause().isPresent()) {
            Duration asked = failure.askedPause().get();
            if (asked.compareTo(LONGEST_ASKED) > 0) {
                throw new FetchException(
                        failure.getMessage() + ", and asks to be left alone for " + asked);
            }
            return asked;
        }
        Duration longest = FIRST.multipliedBy(1L << Math.min(failed, 10));
        Duration bounded = longest.compareTo(LONGEST) > 0 ? LONGEST : longest;
        return bounded.dividedBy(2).plusMillis(random.nextInt((int) bounded.toMillis() / 2 + 1));
    }
}
