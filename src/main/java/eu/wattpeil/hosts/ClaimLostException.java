package eu.wattpeil.hosts;

import eu.wattpeil.failure.ExplainedException;

/** This process was silent for so long that another one may have gone on with its work. */
public final class ClaimLostException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    ClaimLostException(String message) {
        super(message);
    }
}
