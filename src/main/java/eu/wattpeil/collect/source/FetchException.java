package eu.wattpeil.collect.source;

import java.io.IOException;

/**
 * An origin does not give what it was asked for.
 *
 * <p>The message says what it does instead and what is expected. It names no host, no address and
 * no secret.
 */
public final class FetchException extends IOException {

    private static final long serialVersionUID = 1L;

    public FetchException(String message) {
        super(message);
    }

    /** The message in front of which a place stands, such as which of several targets. */
    public FetchException at(String place) {
        return new FetchException(place + ": " + getMessage());
    }
}
