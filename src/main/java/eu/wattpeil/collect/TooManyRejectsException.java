package eu.wattpeil.collect;

import eu.wattpeil.failure.ExplainedException;

/** More rows were rejected than the definition allows. The good ones are in the store. */
public final class TooManyRejectsException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    TooManyRejectsException(String message) {
        super(message);
    }
}
