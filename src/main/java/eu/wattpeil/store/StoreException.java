package eu.wattpeil.store;

import eu.wattpeil.failure.ExplainedException;

/** The store cannot be read or written: no space, no right, a damaged file. A re-run goes on. */
public final class StoreException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Exception cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
