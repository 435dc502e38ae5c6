package eu.wattpeil.collect.source.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * An origin that may do better when it is asked again.
 *
 * <p>The message says what it does, as that of a {@link eu.wattpeil.collect.source.FetchException}.
 */
final class RetryableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> askedPause;

    /**
     * @param askedPause how long it asks to be left alone
     */
    RetryableException(String message, Optional<Duration> askedPause) {
        super(message);
        this.askedPause = askedPause;
    }

    Optional<Duration> askedPause() {
        return askedPause;
    }
}
