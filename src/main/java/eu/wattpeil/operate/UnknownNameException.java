package eu.wattpeil.operate;

import eu.wattpeil.failure.ExplainedException;

/** A command names something that there is not. */
public final class UnknownNameException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    UnknownNameException(String message) {
        super(message);
    }
}
