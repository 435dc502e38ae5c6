package eu.wattpeil.operate;

import eu.wattpeil.failure.ExplainedException;

/** A list of factors is not what it was said to be; nothing was taken from it. */
public final class UnusableListException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    UnusableListException(String message) {
        super(message);
    }
}
